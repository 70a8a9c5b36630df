using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Authorization;
using Serverless.Hosting.Invoking;
using Serverless.Hosting.Machines;
using Serverless.Hosting.Routing;
using Serverless.Runtime;

namespace Serverless.Hosting.Gateway;

/// <summary>
/// Request in, event to the function, its answer out, in the order API Gateway goes: CORS, authorizer, API key, validation, target.
/// </summary>
internal sealed class GatewayEndpoint(FunctionCaller caller, RouteAuthorizer authorizer, HttpProxy proxy, ExecutionEndpoint executions, HostLimits limits)
{
    public async Task AnswerAsync(GatewayRequest request)
    {
        var http = request.Http;
        var api = request.Api;
        SendIds(request);
        var verdict = await authorizer.DecideAsync(request);
        if (verdict.Kind != VerdictKind.Allowed)
        {
            await GatewayResponse.RefusedAsync(http, api, verdict);
            return;
        }

        request.Caller = verdict.Caller;
        if (request.Route.Description.ApiKeyRequired && !TryTakeApiKey(request))
        {
            await GatewayResponse.ForbiddenAsync(http, api);
            return;
        }

        using var body = new PooledBuffer();
        if (!await WholeBody.TryReadAsync(http.Request, body))
        {
            await GatewayResponse.TooLargeAsync(http, api);
            return;
        }

        if (RequestChecks.Problem(request, body.Written) is { } problem)
        {
            await RestProblem.AnswerAsync(http, api, 400, problem);
            return;
        }

        switch (request.Route.Description.Target)
        {
            case MockTarget mock:
                AddCors(request);
                await GatewayResponse.BytesAsync(http, mock.StatusCode, mock.ContentType, System.Text.Encoding.UTF8.GetBytes(mock.Body ?? ""));
                break;
            case ProxyTarget target:
                await proxy.AnswerAsync(request, target, body.Written, limits.Of(api.Door, request.Route.Description));
                break;
            case ServiceTarget { Machine.Length: > 0 } started:
                AddCors(request);
                await executions.AnswerAsync(request, started, body.Written);
                break;
            case ServiceTarget service:
                AddCors(request);
                await GatewayResponse.ProblemAsync(
                    http, 501, "Not available locally",
                    $"{request.Route.Pattern.Key} is answered by {service.Service}:{service.Action}, which API Gateway calls itself. This host calls no AWS service: try the route on a deployed stage.");
                break;
            default:
                await CallAsync(request, request.Route.Function!, body);
                break;
        }
    }

    /// <summary>Browsers ask before they call, and front doors with CORS answer themselves. True when answered.</summary>
    /// <param name="http">The request.</param>
    /// <param name="api">The API of its path.</param>
    /// <param name="match">Its route.</param>
    /// <param name="path">What is left of the path for the API.</param>
    public static bool TryAnswerPreflight(HttpContext http, HostedApi api, RouteMatch? match, string path)
    {
        if (!HttpMethods.IsOptions(http.Request.Method))
            return false;
        if (RestCors.Of(api) is { } rest)
        {
            // A route of the user's that takes OPTIONS goes before the mock; ANY does not: the mock is the more exact.
            if (match is { Route.Pattern.Method: "OPTIONS" } || api.Tree.MatchPath(path) is not { } route)
                return false;
            rest.AnswerOptions(http, api.Routes.Where(r => EventParts.Resource(r) == EventParts.Resource(route)).Select(static r => r.Pattern.Method));
            return true;
        }

        if (!CorsPolicy.IsPreflight(http.Request) || api.Cors is not { } cors)
            return false;
        cors.AnswerPreflight(http, api.Door == FrontDoor.FunctionUrl ? 200 : 204);
        return true;
    }

    /// <summary>Headers of an answer that no function writes.</summary>
    public static void AddCors(GatewayRequest request)
    {
        RestCors.Of(request.Api)?.AddToIntegration(request.Http);
        request.Api.Cors?.AddTo(request.Http);
    }

    private static void SendIds(GatewayRequest request)
    {
        var headers = request.Http.Response.Headers;
        switch (request.Api.Door)
        {
            case FrontDoor.RestApi:
                headers["x-amzn-RequestId"] = request.RequestId;
                headers["x-amz-apigw-id"] = request.ExtendedRequestId;
                break;
            case FrontDoor.FunctionUrl:
                headers["x-amzn-RequestId"] = request.RequestId;
                break;
            default:
                headers["Apigw-Requestid"] = request.ExtendedRequestId;
                break;
        }
    }

    /// <summary>Any key will do: their values are made up by a deployment.</summary>
    private static bool TryTakeApiKey(GatewayRequest request)
    {
        request.ApiKey = request.Api.Description.ApiKeyFromAuthorizer ? request.Caller?.UsageKey : request.Header("x-api-key");
        return !string.IsNullOrEmpty(request.ApiKey);
    }

    private async Task CallAsync(GatewayRequest request, FunctionDescription function, PooledBuffer body)
    {
        var http = request.Http;
        var api = request.Api;
        var door = api.Door;
        var route = request.Route.Description;
        var payload = new PooledBuffer();
        var answer = new PooledBuffer();
        if (door == FrontDoor.RestApi || route.PayloadFormatVersion == "1.0")
            ProxyEvent.Write(payload, request, body.WrittenSpan);
        else
            HttpApiEvent.Write(payload, request, body.WrittenSpan);
        if (payload.Length > HostLimits.Payload)
        {
            await GatewayResponse.TooLargeAsync(http, api);
            return;
        }

        var streaming = route.Streaming ? new StreamedAnswer(http, api.Cors) : null;
        var invocation = new Invocation
        {
            RequestId = Guid.NewGuid().ToString(),
            InvokedFunctionArn = FunctionCaller.Arn(function),
            TraceId = http.Request.Headers["X-Amzn-Trace-Id"] is [{ } trace, ..] ? trace : null,
            Streaming = streaming,
        };
        // What is streamed may take as long as the function may.
        TimeSpan? limit = streaming is null ? limits.Of(door, route) : null;
        var result = await caller.CallAsync(function, payload.Written, invocation, answer, limit, http.RequestAborted);
        streaming?.End();
        if (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }
        else if (streaming is { HasBegun: true })
        {
            // The status is sent: only a cut connection can tell the client that the rest is missing.
            if (result.Outcome != CallOutcome.Answered)
                http.Abort();
        }
        else if (result.Outcome == CallOutcome.TimedOut)
        {
            // Lambda's own timeout is a failed function; only a wait that API Gateway gives up is a timeout of its own.
            await (limit is null || function.TimeoutSeconds <= limit.Value.TotalSeconds ? GatewayResponse.FailedAsync(http, api) : GatewayResponse.TimedOutAsync(http, api));
        }
        else if (result.Outcome == CallOutcome.Failed || answer.Length > HostLimits.Payload || !GatewayAnswer.TryRead(answer.Written, Rules(request), out var read))
        {
            if (result.Outcome == CallOutcome.Answered && door == FrontDoor.RestApi)
                FunctionLog.Write(FunctionLogLevel.Error, $"{function.Id} answered {request.Route.Pattern.Key} with a malformed Lambda proxy response", invocation.RequestId);
            await GatewayResponse.FailedAsync(http, api);
        }
        else
        {
            await GatewayResponse.SendAsync(http, read, api);
        }

        if (result.Outcome == CallOutcome.TimedOut)
            return;
        payload.Dispose();
        answer.Dispose();
    }

    /// <summary>A REST API decodes base64 when the first media type the client accepts is binary; the others when the answer says so.</summary>
    private static AnswerRules Rules(GatewayRequest request)
    {
        if (request.Api.Door == FrontDoor.RestApi)
            return AnswerRules.Rest(MediaTypes.Contains(request.Api.Description.BinaryMediaTypes, MediaTypes.Of(request.Header("Accept") ?? "")));
        return request.Route.Description.PayloadFormatVersion == "1.0" ? AnswerRules.Format1 : AnswerRules.Format2;
    }
}
