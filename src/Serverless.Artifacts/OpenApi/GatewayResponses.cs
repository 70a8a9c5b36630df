using System.Globalization;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// What a REST API answers by itself when it refuses or fails: problems of RFC 9457, as handlers answer them, and readable by the browser where
/// CORS is set. Templates here know simple variables only.
/// </summary>
internal static class GatewayResponses
{
    public static JsonObject Render(RestApi api, OpenApiDocument document)
    {
        var responses = new JsonObject
        {
            { "ACCESS_DENIED", Response(api, 403) },
            { "AUTHORIZER_CONFIGURATION_ERROR", Response(api, 500) },
            { "AUTHORIZER_FAILURE", Response(api, 500) },
            { "BAD_REQUEST_BODY", Response(api, 400, "$context.error.messageString") },
            { "BAD_REQUEST_PARAMETERS", Response(api, 400, "$context.error.messageString") },
            { "DEFAULT_4XX", Response(api, null) },
            { "DEFAULT_5XX", Response(api, null) },
            { "INTEGRATION_FAILURE", Response(api, 504) },
            { "INTEGRATION_TIMEOUT", Response(api, 504) },
            { "INVALID_API_KEY", Response(api, 403) },

            // A path that no route has is answered so, too. Where no caller signs requests it can mean nothing else.
            { "MISSING_AUTHENTICATION_TOKEN", Response(api, document.Routes.Any(static r => r.Authorization.Kind == AuthorizationKind.Iam) ? 403 : 404) },
            { "QUOTA_EXCEEDED", Response(api, 429) },
            { "RESOURCE_NOT_FOUND", Response(api, 404) },
            { "THROTTLED", Response(api, 429) },
            { "UNAUTHORIZED", Response(api, 401) },
            { "UNSUPPORTED_MEDIA_TYPE", Response(api, 415) },
        };
        return responses;
    }

    private static JsonObject Response(RestApi api, int? status, string? detail = null)
    {
        var headers = new JsonObject { { "gatewayresponse.header.Content-Type", "'application/problem+json'" } };
        if (api.Cors is { } cors)
            RestCors.AddTo(headers, cors, "gatewayresponse.header.");
        return new JsonObject
        {
            { "statusCode", status is { } code ? new JsonString(code.ToString(CultureInfo.InvariantCulture)) : null },
            { "responseParameters", headers },
            { "responseTemplates", new JsonObject { { "application/json", Problem(status, detail) } } },
        };
    }

    private static string Problem(int? status, string? detail)
    {
        var head = status is { } code
            ? "\"status\":" + code.ToString(CultureInfo.InvariantCulture) + ",\"title\":\"" + Reasons.Of(code) + "\""
            : "\"title\":$context.error.messageString";
        return "{" + head + (detail is null ? "" : ",\"detail\":" + detail) + ",\"instance\":\"$context.path\",\"requestId\":\"$context.requestId\"}";
    }
}
