namespace Serverless.Hosting.Authorization;

internal enum VerdictKind
{
    Allowed,

    /// <summary>No usable credentials: 401.</summary>
    Unauthorized,

    /// <summary>Credentials that do not suffice: 403.</summary>
    Forbidden,

    /// <summary>An explicit or implicit deny of a policy: 403 in words of its own on REST APIs.</summary>
    Denied,

    /// <summary>Nobody signed: 403 in words of its own on REST APIs.</summary>
    Unsigned,

    /// <summary>The authorizer itself failed: 500.</summary>
    Failed,
}

/// <summary>Whether a caller is let in.</summary>
/// <param name="Kind">The decision.</param>
/// <param name="Caller">Who it is, when allowed; null = nobody asked.</param>
/// <param name="Challenge">`WWW-Authenticate`; null = none.</param>
internal readonly record struct Verdict(VerdictKind Kind, Caller? Caller = null, string? Challenge = null)
{
    public static Verdict Public { get; } = new(VerdictKind.Allowed);
}
