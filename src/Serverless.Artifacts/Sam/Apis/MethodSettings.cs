using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// Throttling, caching and execution logs of a REST API's stage, and of single methods. An entry of a method stands for itself, so it
/// repeats what the stage says. Bodies are never logged.
/// </summary>
internal static class MethodSettings
{
    public static JsonArray Of(Application application, RestApi api)
    {
        var settings = new JsonArray { Entry(api, "/*", "*", api.ThrottleRate, api.ThrottleBurst, api.Cache?.Ttl) };
        foreach (var route in application.Routes)
        {
            if (route.Api != api.LogicalId || (route.ThrottleRate is null && route.ThrottleBurst is null && (route.Rest.CacheTtl is null || api.Cache is null)))
                continue;
            settings.Add(Entry(api, Encode(route.Path), route.Method, route.ThrottleRate ?? api.ThrottleRate, route.ThrottleBurst ?? api.ThrottleBurst, CacheTtl(route, api)));
        }

        return settings;
    }

    /// <summary>
    /// What the stage says is cached for GET alone; an entry of another method that said the same would cache answers to writes. Such a
    /// method is cached only where its route asks for it.
    /// </summary>
    private static int? CacheTtl(GatewayRoute route, RestApi api) => route.Rest.CacheTtl ?? (route.Method == "GET" ? api.Cache?.Ttl : 0);

    /// <summary>`/orders/{id}` is `/~1orders~1{id}` there, the root `/`.</summary>
    private static string Encode(string path)
    {
        var trimmed = path.TrimEnd('/');
        return trimmed.Length == 0 ? "/" : "/" + trimmed.Replace("/", "~1");
    }

    private static JsonObject Entry(RestApi api, string path, string method, double rate, int burst, int? cacheTtl) => new()
    {
        { "ResourcePath", path },
        { "HttpMethod", method },
        { "ThrottlingRateLimit", new JsonNumber(rate) },
        { "ThrottlingBurstLimit", burst },
        { "LoggingLevel", api.ExecutionLogs == ApiExecutionLogs.Off ? null : new JsonString(api.ExecutionLogs.ToString().ToUpperInvariant()) },
        { "DataTraceEnabled", false },
        { "CachingEnabled", api.Cache is null ? null : new JsonBoolean(cacheTtl > 0) },
        { "CacheTtlInSeconds", api.Cache is null || cacheTtl is not > 0 ? null : new JsonNumber(cacheTtl.Value) },
        { "CacheDataEncrypted", api.Cache is { IsEncrypted: true } ? new JsonBoolean(true) : null },
    };
}
