using Microsoft.AspNetCore.Http;

namespace Serverless.Hosting;

/// <summary>
/// Says who calls, where API Gateway would check a token or a signature itself. Lambda authorizers are not asked for here: their function
/// runs. Set one with <see cref="ServerlessHostOptions.Identity"/>.
/// </summary>
/// <example><code>await ServerlessHost.RunAsync(args, options => options.Identity = new AliceAlways());</code></example>
public interface ILocalIdentity
{
    /// <summary>The caller, or null to refuse as API Gateway would (401; IAM: 403). Scopes are checked by the host afterwards.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">The client's disconnect.</param>
    ValueTask<LocalCaller?> IdentifyAsync(LocalIdentityRequest request, CancellationToken cancellationToken);
}

/// <summary>What a route asks of its callers.</summary>
public enum LocalIdentityKind
{
    /// <summary>A token of an OpenID Connect provider.</summary>
    Jwt,

    /// <summary>A token of a Cognito user pool.</summary>
    Cognito,

    /// <summary>A signature with AWS credentials.</summary>
    Iam,
}

/// <summary>A request whose caller is to be identified.</summary>
/// <param name="Kind">What the route asks for.</param>
/// <param name="Context">The request.</param>
public sealed record LocalIdentityRequest(LocalIdentityKind Kind, HttpContext Context)
{
    /// <summary>Name of the authorizer; empty for IAM.</summary>
    public string Authorizer { get; init; } = "";

    /// <summary>The token of the authorizer's identity source, `Bearer` taken off; null when there is none.</summary>
    public string? Token { get; init; }

    /// <summary>The issuer the token must name; null = none is configured.</summary>
    public string? Issuer { get; init; }

    /// <summary>Audiences or clients, one of which the token must name; empty = any.</summary>
    public IReadOnlyList<string> Audience { get; init; } = [];
}

/// <summary>Who calls.</summary>
public sealed record LocalCaller
{
    /// <summary>Claims as they stand in the event: text, whatever JSON they were.</summary>
    public IReadOnlyDictionary<string, string> Claims { get; init; } = new Dictionary<string, string>();

    /// <summary>Scopes of the token.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>IAM: ARN of the user or role session.</summary>
    public string UserArn { get; init; } = "";

    /// <summary>IAM: unique id of the principal.</summary>
    public string UserId { get; init; } = "";

    /// <summary>IAM: account of the caller.</summary>
    public string AccountId { get; init; } = "000000000000";

    /// <summary>IAM: access key.</summary>
    public string AccessKey { get; init; } = "";
}
