namespace Serverless.Http;

/// <summary>
/// Stands around a function of any kind: measuring, logging, warm-up calls. Around a route it stands outside the other filters. Named by
/// <c>[UseFilter]</c>, created like a handler class, one instance for each environment.
/// </summary>
public interface IInvocationFilter
{
    /// <summary>Lets the invocation through, or not: then an invoked function answers null, a route 204.</summary>
    /// <param name="invocation">Payload, deadline.</param>
    /// <param name="next">What is inside this filter. Exceptions come through here.</param>
    ValueTask InvokeAsync(FunctionInvocation invocation, InvocationNext next);
}
