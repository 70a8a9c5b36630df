using Serverless;

namespace Storefront;

/// <summary>Prices as they change.</summary>
[ServerlessWebSocketApi(Authorizer = nameof(WatcherTokens.WatcherMayConnect), ThrottleRate = 500, ThrottleBurst = 1000)]
public sealed class LiveApi;
