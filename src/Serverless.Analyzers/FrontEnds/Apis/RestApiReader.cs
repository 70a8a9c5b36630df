using System.Globalization;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Reads `[ServerlessRestApi]`.</summary>
internal static class RestApiReader
{
    public const string Attribute = "ServerlessRestApi";
    public const string DefaultStage = "live";

    /// <summary>Value of `WebAcl` that stands for an ACL of AWS's common rules.</summary>
    private const string Managed = "managed";

    private static readonly double[] CacheSizes = [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237];

    public static RestApi Read(ApiScope scope)
    {
        var attribute = scope.Attribute;
        var webAcl = attribute.String("WebAcl");
        var endpoint = (RestEndpoint)(attribute.Enum("Endpoint") ?? 0);
        var policy = ResourcePolicy(scope);
        var cache = Cache(scope);
        return ApiReader.Shared(
            new RestApi
            {
                LogicalId = ApiReader.LogicalId(scope, ApiReader.AssemblyApiId(scope.Reading.Project.AssemblyName)),
                Declaration = scope.Declaration,
                Cors = CorsReader.Read(scope),
                Endpoint = endpoint,
                VpcEndpointIds = VpcEndpoints(scope, endpoint),
                Validate = Validation(attribute.Enum("Validate")) ?? RequestValidation.All,
                ValidationIsWritten = Validation(attribute.Enum("Validate")) is not null,
                Cache = cache,
                CanaryPercent = CanaryPercent(scope),
                CanaryUsesStageCache = CanaryUsesStageCache(scope, cache),
                WebAcl = webAcl is null or Managed ? null : WebAcl(scope, webAcl),
                HasManagedWebAcl = webAcl == Managed,
                ExecutionLogs = (ApiExecutionLogs)(attribute.Enum("ExecutionLogs") ?? 0),
                Tracing = attribute.Boolean("Tracing") ?? scope.Reading.Assembly.Find("ServerlessApplication")?.Boolean("Tracing") ?? false,
                BinaryMediaTypes = scope.Strings("BinaryMediaTypes"),
                MinimumCompressionSize = scope.InRange("MinimumCompressionSize", 0, 10_485_760, "bytes"),
                ResourcePolicy = policy,
                ApiKeyFromAuthorizer = attribute.Enum("ApiKeySource") == 1,
                UsagePlans = UsagePlanReader.Read(scope.Owner, scope.Reading),
            },
            scope,
            DefaultStage);
    }

    /// <summary>`RequestValidation` of the attributes, where `Default` comes first; null = what stands farther out.</summary>
    public static RequestValidation? Validation(int? written) => written is { } value and > 0 ? (RequestValidation)(value - 1) : null;

    private static EquatableArray<AwsValue> VpcEndpoints(ApiScope scope, RestEndpoint endpoint)
    {
        var endpoints = scope.Values("VpcEndpointIds");
        if (endpoint != RestEndpoint.Private)
        {
            if (scope.Attribute.Has("VpcEndpointIds"))
                scope.ReportExcluded("VpcEndpointIds", "an API that is not private", "write Endpoint = RestEndpoint.Private");
        }
        else if (endpoints.Count == 0 && scope.Attribute.String("ResourcePolicy") is null)
        {
            scope.ReportExcluded("Endpoint", "an API without VpcEndpointIds and ResourcePolicy", "nobody may call a private API that has no resource policy, and it cannot be deployed");
        }

        return endpoints;
    }

    private static CacheSettings? Cache(ApiScope scope)
    {
        if (scope.Attribute.Double("CacheSizeGB") is not { } size)
        {
            foreach (var setting in new[] { "CacheTtl", "CacheEncrypted" })
            {
                if (scope.Attribute.Has(setting))
                    scope.ReportExcluded(setting, "an API without CacheSizeGB", "it has no cache");
            }

            return null;
        }

        var ttl = scope.InRange("CacheTtl", 0, 3_600, "s") ?? 300;
        var text = size.ToString(CultureInfo.InvariantCulture);
        if (Array.IndexOf(CacheSizes, size) >= 0)
            return new CacheSettings(text, ttl, scope.Attribute.Boolean("CacheEncrypted") ?? true);
        scope.Reading.Report(RuleIds.ValueOutOfRange, scope.At("CacheSizeGB"), "CacheSizeGB", text, "0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237 GB");
        return null;
    }

    private static double? CanaryPercent(ApiScope scope)
    {
        if (scope.Attribute.Double("CanaryPercent") is not { } percent)
            return null;
        if (percent is >= 0 and <= 100)
            return percent;
        scope.Reading.Report(RuleIds.ValueOutOfRange, scope.At("CanaryPercent"), "CanaryPercent", percent.ToString(CultureInfo.InvariantCulture), "0 to 100 percent");
        return null;
    }

    private static bool CanaryUsesStageCache(ApiScope scope, CacheSettings? cache)
    {
        if (scope.Attribute.Boolean("CanaryUsesStageCache") != true)
            return false;
        if (!scope.Attribute.Has("CanaryPercent"))
            scope.ReportExcluded("CanaryUsesStageCache", "an API without CanaryPercent", "it has no canary");
        else if (cache is null && !scope.Attribute.Has("CacheSizeGB"))
            scope.ReportExcluded("CanaryUsesStageCache", "an API without CacheSizeGB", "it has no cache");
        return true;
    }

    private static AwsValue? WebAcl(ApiScope scope, string text)
    {
        if (scope.Value("WebAcl") is not { } acl)
            return null;
        if (acl.Kind != AwsValueKind.Literal || acl.Text.StartsWith("arn:", StringComparison.Ordinal) || acl.Text.StartsWith("{{resolve:", StringComparison.Ordinal))
            return acl;
        scope.ReportMalformed("WebAcl", text, "a web ACL is an ARN, '@Id' or 'managed'");
        return null;
    }

    /// <summary>As written; its resources may be short (`execute-api:/*`), as the service accepts them.</summary>
    private static string? ResourcePolicy(ApiScope scope)
    {
        if (scope.Attribute.String("ResourcePolicy") is not { } json)
            return null;
        if (Problem(JsonReader.Read(json, out var error), error) is not { } problem)
            return json;
        scope.ReportMalformed("ResourcePolicy", json.Length > 40 ? json.Substring(0, 40) + "…" : json, problem);
        return null;
    }

    private static string? Problem(JsonNode? node, JsonError? error)
    {
        if (node is null)
            return error is { } fault ? "it is no JSON: " + fault.Message + " at character " + (fault.Position + 1).ToString(CultureInfo.InvariantCulture) : "it is no JSON";
        if (node is not JsonObject policy || policy["Statement"] is not (JsonArray or JsonObject))
            return "a policy is a JSON object with 'Statement'";
        IEnumerable<JsonNode> statements = policy["Statement"] is JsonArray array ? array : [policy["Statement"]!];
        foreach (var statement in statements)
        {
            if (statement is not JsonObject found || found["Effect"] is not JsonString { Value: "Allow" or "Deny" } || (found["Principal"] ?? found["NotPrincipal"]) is null)
                return "each statement has 'Effect' (Allow or Deny), 'Principal', 'Action' and 'Resource'";
        }

        return null;
    }
}
