using Serverless.Hosting.Gateway;
using Serverless.Runtime;

namespace Serverless.Hosting.Routing;

/// <summary>A route of the running application.</summary>
/// <param name="Api">Its front door.</param>
/// <param name="Pattern">Its key, read.</param>
/// <param name="Description">What else is declared of it.</param>
/// <param name="Function">The function that answers; null when something else does.</param>
internal sealed record Route(HostedApi Api, HostedPattern Pattern, RouteDescription Description, FunctionDescription? Function);

/// <summary>What a request was matched to.</summary>
internal readonly record struct RouteMatch(Route Route, IReadOnlyList<KeyValuePair<string, string>>? Variables);
