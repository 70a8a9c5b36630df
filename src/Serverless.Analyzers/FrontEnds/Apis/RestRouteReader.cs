using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Settings of a route that only REST APIs have; on another kind they are SVLS2106.</summary>
internal static class RestRouteReader
{
    private static readonly string[] Settings = ["ApiKeyRequired", "CacheTtl", "CacheKeys", "Validate", "RequestTemplate", "ResponseTemplate"];

    public static RestRouteSettings Read(ApiScope scope, ApiDraft? api, GatewayRoute route)
    {
        if (api?.Kind != ApiKind.Rest)
        {
            ReportOnOthers(scope, api);
            return RestRouteSettings.None;
        }

        var attribute = scope.Attribute;
        var ttl = scope.InRange("CacheTtl", 0, 3_600, "s");
        if (api.Api is RestApi { Cache: null } && api.Scope?.Attribute.Has("CacheSizeGB") != true)
        {
            foreach (var setting in new[] { "CacheTtl", "CacheKeys" })
            {
                if (attribute.Has(setting) && !(setting == "CacheTtl" && ttl == 0))
                    scope.ReportExcluded(setting, $"'{api.LogicalId}'", "the API has no cache; give it CacheSizeGB");
            }
        }

        return new RestRouteSettings
        {
            ApiKeyRequired = attribute.Boolean("ApiKeyRequired") ?? false,
            CacheTtl = ttl,
            CacheKeys = CacheKeys(scope, route),
            Validate = RestApiReader.Validation(attribute.Enum("Validate")),
            RequestTemplate = attribute.String("RequestTemplate"),
            ResponseTemplate = attribute.String("ResponseTemplate"),
        };
    }

    private static void ReportOnOthers(ApiScope scope, ApiDraft? api)
    {
        foreach (var argument in scope.Attribute.Data.NamedArguments)
        {
            if (Array.IndexOf(Settings, argument.Key) < 0 || argument.Value is { Kind: not TypedConstantKind.Array, Value: false or null } || (argument.Key == "Validate" && argument.Value.Value is 0))
                continue;
            scope.Reading.Report(api is null
                ? KindFaults.Needs(scope.At(argument.Key), argument.Key, "a REST API", "a function URL does not have it")
                : KindFaults.NeedsRest(scope.At(argument.Key), argument.Key, api));
        }
    }

    /// <summary>`page`, `querystring.page` and `method.request.querystring.page` are one: the last is API Gateway's own.</summary>
    private static EquatableArray<string> CacheKeys(ApiScope scope, GatewayRoute route)
    {
        const string Prefix = "method.request.";
        var written = scope.Strings("CacheKeys");
        var keys = new List<string>();
        for (var i = 0; i < written.Count; i++)
        {
            var key = written[i].StartsWith(Prefix, StringComparison.Ordinal) ? written[i].Substring(Prefix.Length) : written[i];
            if (key.IndexOf('.') < 0)
                key = (new RouteKey(route.Method, route.Path).Variables.Contains(key, StringComparer.Ordinal) ? "path." : "querystring.") + key;
            var dot = key.IndexOf('.');
            if (key.Substring(0, dot) is "path" or "querystring" or "header" && dot < key.Length - 1 && key.IndexOf(' ') < 0)
                keys.Add(Prefix + key);
            else
                scope.ReportMalformed(ApiScope.Element("CacheKeys", i), written[i], "a cache key is 'path.name', 'querystring.name' or 'header.Name'");
        }

        return keys.Distinct(StringComparer.Ordinal).ToEquatableArray();
    }
}
