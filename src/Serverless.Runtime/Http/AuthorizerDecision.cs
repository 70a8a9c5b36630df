namespace Serverless.Http;

/// <summary>
/// What an authorizer says of a caller. API Gateway keeps it for the same identity sources where the authorizer's `ResultTtl` is not 0,
/// and then for every route of the stage: a decision that depends on the route needs 0, or the route among its identity sources.
/// </summary>
public sealed class AuthorizerDecision
{
    private AuthorizerDecision(bool isAllowed, string principal, (string Key, string Value)[] context, string? apiKey)
    {
        IsAllowed = isAllowed;
        Principal = principal;
        Context = context;
        ApiKey = apiKey;
    }

    /// <summary>The caller may call.</summary>
    public bool IsAllowed { get; }

    /// <summary>Who the caller is; empty when he is refused.</summary>
    public string Principal { get; }

    /// <summary>What routes get to know of him: `[BindAuthorizer("key")]`.</summary>
    public IReadOnlyList<(string Key, string Value)> Context { get; }

    /// <summary>The API key whose usage plan counts the call, where the API takes keys from its authorizer; null = none.</summary>
    public string? ApiKey { get; }

    /// <summary>The caller may call.</summary>
    /// <param name="principal">Who he is: an id that stays the same. Logs of the API show it.</param>
    /// <param name="context">What routes get to know of him. API Gateway passes text, no secrets: it may appear in logs.</param>
    public static AuthorizerDecision Allow(string principal, params (string Key, string Value)[] context)
    {
        ArgumentException.ThrowIfNullOrEmpty(principal);
        ArgumentNullException.ThrowIfNull(context);
        foreach (var (key, value) in context)
        {
            ArgumentException.ThrowIfNullOrEmpty(key, nameof(context));
            ArgumentNullException.ThrowIfNull(value, nameof(context));
        }

        return new(true, principal, context, null);
    }

    /// <summary>
    /// The caller may not call: he gets 403. A request that lacks an identity source gets 401 from the API itself, without the
    /// authorizer being asked.
    /// </summary>
    public static AuthorizerDecision Deny() => new(false, "", [], null);

    /// <summary>Names the API key whose usage plan counts the call: REST and WebSocket APIs with `ApiKeySource.Authorizer`.</summary>
    /// <param name="apiKey">The key's value, not its id.</param>
    public AuthorizerDecision WithApiKey(string apiKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        return new(IsAllowed, Principal, [.. Context], apiKey);
    }
}
