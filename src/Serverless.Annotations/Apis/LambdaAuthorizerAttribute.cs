using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Makes a method decide who may call: it becomes a function and an authorizer, which routes and APIs name by <c>nameof</c>. The method
/// returns <c>bool</c>, <c>AuthorizerDecision</c> or a task of either; its parameters are bound from the request, without a body. The
/// answer is written in the format of the API: simple for HTTP APIs, an IAM policy for REST and WebSocket APIs.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class LambdaAuthorizerAttribute : Attribute
{
    /// <summary>
    /// What identifies a caller, as API Gateway writes it: <c>$request.header.X-Key</c>, <c>$request.querystring.key</c>,
    /// <c>$context.routeKey</c>, <c>$stageVariables.x</c>. A request without one of them is refused with 401 before the function is called,
    /// and they are the cache key. Default: the headers, query keys, cookies and stage variables that parameters without default are bound from;
    /// with <see cref="ResultTtl"/> those of all parameters.
    /// </summary>
    public string[]? IdentitySources { get; set; }

    /// <summary>
    /// Seconds a decision is kept for equal identity sources, 0 to 3,600; 0 = every request asks. The cache spans all routes of the
    /// authorizer: a decision that reads the route, or a parameter that is no identity source, is then SVLS2206. Not on WebSocket APIs
    /// (SVLS2201). Default: 0.
    /// </summary>
    public int ResultTtl { get; set; }

    /// <summary>The API it belongs to. Default: every API whose routes name it.</summary>
    public Type? Api { get; set; }
}
