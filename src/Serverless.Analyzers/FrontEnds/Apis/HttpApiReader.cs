using System.Globalization;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Reads `[ServerlessHttpApi]` on a class or the assembly.</summary>
internal static class HttpApiReader
{
    private const string Attribute = "ServerlessHttpApi";
    private const string Suffix = "Api";

    /// <summary>Null when the symbol declares no HTTP API.</summary>
    public static HttpApi? Read(DeclaredAttributes owner, Reading reading)
    {
        if (owner.Find(Attribute) is not { } attribute)
            return null;
        var isAssembly = owner.Declaration.Symbol == DeclarationRef.Assembly;
        var tags = isAssembly ? TagReader.Read([owner], reading) : TagReader.Read([reading.Assembly, owner], reading);
        return new HttpApi
        {
            LogicalId = attribute.Constructor<string>(0) is { } pinned
                ? LogicalIds.Check(pinned, owner.At(attribute, "logicalId"), reading)
                : isAssembly ? AssemblyApiId(reading.Project.AssemblyName) : LogicalIds.From(WithSuffix(owner.Symbol.Name)),
            Declaration = owner.At(attribute),
            Name = attribute.String("Name"),
            Description = attribute.String("Description"),
            StageName = StageName(owner, attribute, reading),
            ThrottleRate = Positive(owner, attribute, "ThrottleRate", reading) ?? 100,
            ThrottleBurst = reading.InRange(attribute.Int32("ThrottleBurst"), 1, int.MaxValue, "requests", owner.At(attribute, "ThrottleBurst")) ?? 200,
            AccessLogs = attribute.Boolean("AccessLogs") ?? true,
            AccessLogFormat = attribute.String("AccessLogFormat"),
            AccessLogRetentionDays = LogRetention.Check(SettingLevels.Of((owner, Attribute)).Int32("AccessLogRetentionDays"), reading) ?? 30,
            DisableExecuteApiEndpoint = attribute.Boolean("DisableExecuteApiEndpoint") ?? false,
            Cors = Cors(owner, attribute, reading),
            Tags = tags,
        };
    }

    /// <summary>`{LastPartOfAssemblyName}Api`.</summary>
    public static string AssemblyApiId(string assemblyName) => LogicalIds.From(WithSuffix(assemblyName.Substring(assemblyName.LastIndexOf('.') + 1)));

    /// <summary>The number when it is above 0, else null and SVLS2001.</summary>
    public static double? Positive(DeclaredAttributes owner, AttributeArguments attribute, string name, Reading reading)
    {
        if (attribute.Double(name) is not { } value)
            return null;
        if (value > 0)
            return value;
        reading.Report(RuleIds.ValueOutOfRange, owner.At(attribute, name), name, value.ToString(CultureInfo.InvariantCulture), "more than 0 requests per second");
        return null;
    }

    private static string WithSuffix(string name) => name.EndsWith(Suffix, StringComparison.Ordinal) ? name : name + Suffix;

    private static string StageName(DeclaredAttributes owner, AttributeArguments attribute, Reading reading)
    {
        if (attribute.String("StageName") is not { } name)
            return RouteKey.Default;
        if (name == RouteKey.Default || (name.Length is > 0 and <= 128 && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_')))
            return name;
        reading.Report(RuleIds.MalformedValue, owner.At(attribute, "StageName"), name, "a stage is '$default' or has letters, digits, '-' and '_'");
        return RouteKey.Default;
    }

    private static CorsSettings? Cors(DeclaredAttributes owner, AttributeArguments attribute, Reading reading)
    {
        if (!attribute.Data.NamedArguments.Any(static argument => argument.Key.StartsWith("Cors", StringComparison.Ordinal)))
            return null;
        var origins = Strings(attribute, "CorsOrigins");
        var credentials = attribute.Boolean("CorsCredentials") ?? false;
        if (credentials && origins.Contains("*"))
            reading.Report(RuleIds.SettingsExclude, owner.At(attribute, "CorsCredentials"), "CorsCredentials", "CorsOrigins = [\"*\"]", "browsers refuse credentials for any origin");
        return new CorsSettings(
            origins, Strings(attribute, "CorsMethods"), Strings(attribute, "CorsHeaders"), Strings(attribute, "CorsExposedHeaders"),
            reading.InRange(attribute.Int32("CorsMaxAge"), 0, 86_400, "s", owner.At(attribute, "CorsMaxAge")), credentials);
    }

    private static EquatableArray<string> Strings(AttributeArguments attribute, string name) => attribute.StringArray(name)?.ToEquatableArray() ?? default;
}
