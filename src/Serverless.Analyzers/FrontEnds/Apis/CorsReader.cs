using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>The `Cors…` settings that HTTP APIs, REST APIs and function URLs share.</summary>
internal static class CorsReader
{
    /// <summary>Null when none is written.</summary>
    public static CorsSettings? Read(ApiScope scope)
    {
        if (!scope.Attribute.Data.NamedArguments.Any(static argument => argument.Key.StartsWith("Cors", StringComparison.Ordinal)))
            return null;
        var origins = scope.Strings("CorsOrigins");
        var credentials = scope.Attribute.Boolean("CorsCredentials") ?? false;
        if (credentials && origins.Contains("*"))
            ReportWildcard(scope);
        return new CorsSettings(
            origins, scope.Strings("CorsMethods"), scope.Strings("CorsHeaders"), scope.Strings("CorsExposedHeaders"), scope.InRange("CorsMaxAge", 0, 86_400, "s"), credentials);
    }

    /// <summary>An HTTP API refuses what browsers refuse; elsewhere it is deployed, and no browser calls with credentials.</summary>
    private static void ReportWildcard(ApiScope scope)
    {
        if (scope.Name == HttpApiReader.Attribute)
            scope.ReportExcluded("CorsCredentials", "CorsOrigins = [\"*\"]", "API Gateway and browsers refuse credentials for any origin");
        else
            scope.Reading.Report(RuleIds.WildcardCors, scope.At("CorsCredentials"), "CorsOrigins = [\"*\"]");
    }
}
