using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Invoking;
using Serverless.Hosting.Routing;
using Serverless.Runtime;

namespace Serverless.Hosting.HttpApi;

/// <summary>Request in, event to the function, its answer out: what an HTTP API does with a Lambda integration.</summary>
internal sealed class RouteEndpoint(FunctionCaller caller, HostLimits limits)
{
    public async Task AnswerAsync(HttpContext context, string path, RouteMatch match)
    {
        var requestId = Guid.NewGuid().ToString("N")[..15] + "=";
        context.Response.Headers["Apigw-Requestid"] = requestId;
        using var body = new PooledBuffer();
        var payload = new PooledBuffer();
        var answer = new PooledBuffer();
        if (!await WholeBody.TryReadAsync(context.Request, body))
        {
            await HttpApiResponse.TooLargeAsync(context);
            return;
        }

        HttpApiEvent.Write(payload, context, path, match, body.WrittenSpan, requestId, DateTimeOffset.UtcNow);
        if (payload.Length > HostLimits.Payload)
        {
            await HttpApiResponse.TooLargeAsync(context);
            return;
        }

        var invocation = new Invocation
        {
            RequestId = Guid.NewGuid().ToString(),
            InvokedFunctionArn = "arn:aws:lambda:local:000000000000:function:" + match.Route.Function.Id,
            TraceId = context.Request.Headers["X-Amzn-Trace-Id"] is [{ } trace, ..] ? trace : null,
        };
        var result = await caller.CallAsync(match.Route.Function, payload.Written, invocation, answer, limits.Integration, context.RequestAborted);
        if (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }
        else if (result.Outcome == CallOutcome.TimedOut)
        {
            // Lambda's own timeout is a failed function; only a wait that API Gateway gives up is 503.
            await (match.Route.Function.TimeoutSeconds <= limits.Integration.TotalSeconds ? HttpApiResponse.FailedAsync(context) : HttpApiResponse.TimedOutAsync(context));
        }
        else if (result.Outcome == CallOutcome.Failed || answer.Length > HostLimits.Payload || !HttpApiAnswer.TryRead(answer.Written, out var response))
        {
            await HttpApiResponse.FailedAsync(context);
        }
        else
        {
            await HttpApiResponse.SendAsync(context, response);
        }

        if (result.Outcome == CallOutcome.TimedOut)
            return;
        payload.Dispose();
        answer.Dispose();
    }
}
