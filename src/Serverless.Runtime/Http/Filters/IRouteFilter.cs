namespace Serverless.Http;

/// <summary>
/// Stands around a route when its arguments are bound and valid: checks of one's own, audit, caching. Named by <c>[UseFilter]</c>, created
/// like a handler class, one instance for each environment.
/// </summary>
public interface IRouteFilter
{
    /// <summary>Answers itself, or calls the handler and may change the reply.</summary>
    /// <param name="invocation">Request, arguments, deadline.</param>
    /// <param name="next">What is inside this filter. An exception of the handler comes through here, before it becomes a problem.</param>
    /// <returns>The reply. It is written when all filters have returned.</returns>
    ValueTask<HttpReply> InvokeAsync(RouteInvocation invocation, RouteNext next);
}
