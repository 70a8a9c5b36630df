using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Who asked for what, what came of it and how long it took: the audit trail of an API, on by default.</summary>
internal static class AccessLogs
{
    private static readonly string[] HttpFields =
    [
        "requestId=$context.requestId", "time=$context.requestTime", "caller=$context.identity.sourceIp", "principal=$context.authorizer.principalId",
        "subject=$context.authorizer.claims.sub", "userAgent=$context.identity.userAgent", "routeKey=$context.routeKey", "path=$context.path",
        "status=$context.status", "latency=$context.responseLatency", "integrationLatency=$context.integrationLatency",
        "responseLength=$context.responseLength", "error=$context.error.message", "integrationError=$context.integrationErrorMessage",
    ];

    /// <summary>A REST API has no route key, but keys and a firewall.</summary>
    private static readonly string[] RestFields =
    [
        "requestId=$context.requestId", "time=$context.requestTime", "caller=$context.identity.sourceIp", "principal=$context.authorizer.principalId",
        "subject=$context.authorizer.claims.sub", "apiKeyId=$context.identity.apiKeyId", "userAgent=$context.identity.userAgent",
        "method=$context.httpMethod", "resource=$context.resourcePath", "path=$context.path",
        "status=$context.status", "latency=$context.responseLatency", "integrationLatency=$context.integration.latency",
        "responseLength=$context.responseLength", "firewall=$context.waf.status", "error=$context.error.message", "errorType=$context.error.responseType",
        "integrationError=$context.integration.error",
    ];

    private static readonly string[] WebSocketFields =
    [
        "requestId=$context.requestId", "time=$context.requestTime", "caller=$context.identity.sourceIp", "principal=$context.authorizer.principalId",
        "userAgent=$context.identity.userAgent", "connectionId=$context.connectionId", "eventType=$context.eventType", "routeKey=$context.routeKey",
        "status=$context.status", "integrationLatency=$context.integrationLatency", "error=$context.error.message", "integrationError=$context.integrationErrorMessage",
    ];

    /// <summary>Adds the log group and returns what the stage says about it; null when nothing is logged.</summary>
    public static JsonObject? Add(TemplateBuilder template, Api api)
    {
        if (!api.AccessLogs)
            return null;
        var logs = GeneratedIds.Logs(api.LogicalId);

        // An HTTP API has its logs delivered; the other kinds write them under the account's role.
        var group = template.AddLogGroup(logs, api.AccessLogRetentionDays, api.Tags, vendedFor: api.Kind == ApiKind.Http ? "http-apis" : null);

        // The stage of a REST API is SAM's and cannot be told to wait: it comes after its log group, and that after the role.
        if (api.Kind == ApiKind.Rest)
            group.Add("DependsOn", GeneratedIds.ApiGatewayLogging);
        return new JsonObject { { "DestinationArn", DeployedValue.GetAtt(logs, "Arn").ToJson() }, { "Format", api.AccessLogFormat ?? Format(api.Kind) } };
    }

    private static string Format(ApiKind kind)
    {
        var fields = kind switch
        {
            ApiKind.Rest => RestFields,
            ApiKind.WebSocket => WebSocketFields,
            _ => HttpFields,
        };
        var format = new JsonObject();
        foreach (var field in fields)
        {
            var equals = field.IndexOf('=');
            format.Add(field.Substring(0, equals), field.Substring(equals + 1));
        }

        return format.ToCompactString();
    }
}
