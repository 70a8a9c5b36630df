using Serverless;
using Serverless.Http;

namespace Storefront;

/// <summary>Decides who may listen to live prices.</summary>
public static class WatcherTokens
{
    /// <summary>A browser cannot set headers of a WebSocket, so the token is in the query.</summary>
    [LambdaAuthorizer]
    public static AuthorizerDecision WatcherMayConnect([BindQuery] string watcher, [BindQuery] string token) =>
        token == Checksum.Of(watcher) ? AuthorizerDecision.Allow(watcher, ("watcher", watcher)) : AuthorizerDecision.Deny();
}
