namespace Serverless.Http;

/// <summary>
/// Stands around a route before its arguments are bound: authentication of one's own, headers on every reply, limits. Named by
/// <c>[UseFilter]</c>, created like a handler class, one instance for each environment.
/// </summary>
public interface IRequestFilter
{
    /// <summary>Answers itself, or lets the request through and may change the reply.</summary>
    /// <param name="request">The request.</param>
    /// <param name="next">What is inside this filter. An exception of the handler comes through here, before it becomes a problem.</param>
    /// <returns>The reply. It is written when all filters have returned.</returns>
    ValueTask<HttpReply> InvokeAsync(RouteRequest request, RequestNext next);
}
