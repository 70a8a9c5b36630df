using System.Text;
using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Gateway;
using Serverless.Runtime;
using Serverless.Runtime.Api;

namespace Serverless.Hosting.Invoking;

/// <summary>
/// The Invoke call of the Lambda API (`POST /2015-03-31/functions/{id}/invocations`), for functions without a route: AWS's
/// own clients reach it when their endpoint is this host. Only for this machine: on a container it would go round every authorizer.
/// </summary>
internal sealed class InvokeEndpoint(FunctionCaller caller, IReadOnlyList<FunctionDescription> functions)
{
    private readonly Dictionary<string, FunctionDescription> _functions = functions.ToDictionary(static f => f.Id, StringComparer.Ordinal);

    private const string Prefix = "/2015-03-31/functions/";
    private const string Suffix = "/invocations";

    /// <summary>True when the request was an Invoke call and is answered.</summary>
    public async Task<bool> TryAnswerAsync(HttpContext context, string path)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !path.StartsWith(Prefix, StringComparison.Ordinal) || !path.EndsWith(Suffix, StringComparison.Ordinal)
            || path.Length <= Prefix.Length + Suffix.Length || !ThisMachine.Asks(context))
        {
            return false;
        }

        var name = FunctionName(Uri.UnescapeDataString(path[Prefix.Length..^Suffix.Length]));
        if (!_functions.TryGetValue(name, out var function))
        {
            await FaultAsync(context, 404, "ResourceNotFoundException", "Function not found: " + name);
            return true;
        }

        var payload = new PooledBuffer();
        if (!await WholeBody.TryReadAsync(context.Request, payload) || payload.Length > HostLimits.Payload)
        {
            await FaultAsync(context, 413, "RequestTooLargeException", "Request must be smaller than 6291556 bytes for the InvokeFunction operation");
            payload.Dispose();
            return true;
        }

        await InvokeAsync(context, function, payload);
        return true;
    }

    private async Task InvokeAsync(HttpContext context, FunctionDescription function, PooledBuffer payload)
    {
        var kind = context.Request.Headers["X-Amz-Invocation-Type"].ToString();
        if (kind == "DryRun")
        {
            context.Response.StatusCode = 204;
            payload.Dispose();
            return;
        }

        var isEvent = kind == "Event";
        if (isEvent)
        {
            // Answered first; the handler then runs inside the request, so that a shutdown waits for it.
            context.Response.StatusCode = 202;
            context.Response.ContentLength = 0;
            await context.Response.CompleteAsync();
        }

        var answer = new PooledBuffer();
        var invocation = new Invocation
        {
            RequestId = Guid.NewGuid().ToString(),
            InvokedFunctionArn = FunctionCaller.Arn(function),
            TraceId = context.Request.Headers["X-Amzn-Trace-Id"] is [{ } trace, ..] ? trace : null,
            ClientContext = ClientContext(context.Request),
        };
        var result = await caller.CallAsync(
            function, payload.Length == 0 ? "{}"u8.ToArray() : payload.Written, invocation, answer, null, isEvent ? CancellationToken.None : context.RequestAborted);
        if (!isEvent)
            await AnswerAsync(context, result, answer, invocation.RequestId, function);
        if (result.Outcome == CallOutcome.TimedOut)
            return;
        payload.Dispose();
        answer.Dispose();
    }

    private static async Task AnswerAsync(HttpContext context, CallResult result, PooledBuffer answer, string requestId, FunctionDescription function)
    {
        var response = context.Response;
        response.Headers["X-Amz-Executed-Version"] = "$LATEST";
        response.Headers["x-amzn-RequestId"] = requestId;
        response.ContentType = "application/json";
        ReadOnlyMemory<byte> body;
        if (result.Outcome == CallOutcome.Answered && answer.Length <= HostLimits.Payload)
        {
            body = answer.Written;
        }
        else
        {
            response.Headers["X-Amz-Function-Error"] = "Unhandled";
            body = result switch
            {
                { Exception: { } exception } => ErrorDocument.Of(exception),
                { Outcome: CallOutcome.TimedOut } => ErrorDocument.Of("Sandbox.Timedout", $"RequestId: {requestId} Error: Task timed out after {function.TimeoutSeconds}.00 seconds"),
                _ => ErrorDocument.Of("Function.ResponseSizeTooLarge", "Response payload size exceeded maximum allowed payload size (6291556 bytes)."),
            };
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static Task FaultAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-ErrorType"] = type;
        var text = System.Text.Json.JsonEncodedText.Encode(message);
        return context.Response.WriteAsync("{\"Type\":\"User\",\"Message\":\"" + text.ToString() + "\"}", context.RequestAborted);
    }

    /// <summary>`Name`, `Name:alias`, `account:function:Name` or a whole ARN.</summary>
    private static string FunctionName(string reference)
    {
        var parts = reference.Split(':');
        var marker = Array.IndexOf(parts, "function");
        return marker >= 0 && marker + 1 < parts.Length ? parts[marker + 1] : parts[0];
    }

    private static string? ClientContext(HttpRequest request)
    {
        var header = request.Headers["X-Amz-Client-Context"].ToString();
        var bytes = new byte[header.Length];
        return header.Length > 0 && Convert.TryFromBase64String(header, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
