using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>What the three kinds of API have in common.</summary>
internal static class ApiReader
{
    private const string Suffix = "Api";

    /// <summary>Fills the shared settings of an API.</summary>
    /// <param name="api">With the logical id and what its own kind has.</param>
    /// <param name="scope">Its attribute.</param>
    /// <param name="defaultStage">Stage when none is named.</param>
    public static T Shared<T>(T api, ApiScope scope, string defaultStage) where T : Api
    {
        var attribute = scope.Attribute;
        return (T)(api with
        {
            Name = attribute.String("Name"),
            Description = attribute.String("Description") ?? (scope.IsOnAssembly ? null : Documentation.Summary(scope.Owner.Symbol, scope.Reading.CancellationToken)),
            StageName = StageName(scope, api.Kind, defaultStage),
            ThrottleRate = scope.Positive("ThrottleRate") ?? 100,
            ThrottleBurst = scope.InRange("ThrottleBurst", 1, int.MaxValue, "requests") ?? 200,
            AccessLogs = attribute.Boolean("AccessLogs") ?? true,
            AccessLogFormat = attribute.String("AccessLogFormat"),
            AccessLogRetentionDays = LogRetention.Check(SettingLevels.Of((scope.Owner, scope.Name)).Int32("AccessLogRetentionDays"), scope.Reading) ?? 30,
            Domain = DomainReader.Read(scope),
            DisableExecuteApiEndpoint = attribute.Boolean("DisableExecuteApiEndpoint") ?? false,
            StageVariables = StageVariableReader.Read(scope.Owner, scope.Reading),
            Tags = scope.IsOnAssembly ? TagReader.Read([scope.Owner], scope.Reading) : TagReader.Read([scope.Reading.Assembly, scope.Owner], scope.Reading),
        });
    }

    /// <summary>The pinned id as it is; else of the class, else of the assembly.</summary>
    public static string LogicalId(ApiScope scope, string assemblyId)
    {
        if (scope.Attribute.Constructor<string>(0) is { } pinned)
            return LogicalIds.Check(pinned, scope.At("logicalId"), scope.Reading);
        return scope.IsOnAssembly ? assemblyId : LogicalIds.From(WithSuffix(scope.Owner.Symbol.Name, Suffix));
    }

    /// <summary>`{LastPartOfAssemblyName}Api`.</summary>
    public static string AssemblyApiId(string assemblyName) => AssemblyId(assemblyName, Suffix);

    /// <summary>`{LastPartOfAssemblyName}WebSocketApi`.</summary>
    public static string AssemblyWebSocketApiId(string assemblyName) => AssemblyId(assemblyName, "WebSocketApi");

    private static string AssemblyId(string assemblyName, string suffix) =>
        LogicalIds.From(WithSuffix(assemblyName.Substring(assemblyName.LastIndexOf('.') + 1), suffix));

    private static string WithSuffix(string name, string suffix) => name.EndsWith(suffix, StringComparison.Ordinal) ? name : name + suffix;

    private static string StageName(ApiScope scope, ApiKind kind, string defaultStage)
    {
        if (scope.Attribute.String("StageName") is not { } name)
            return defaultStage;
        var hasDefaultStage = kind == ApiKind.Http;
        if ((hasDefaultStage && name == RouteKey.Default) || (name.Length is > 0 and <= 128 && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_')))
            return name;
        scope.ReportMalformed("StageName", name, hasDefaultStage ? "a stage is '$default' or has letters, digits, '-' and '_'" : "a stage has letters, digits, '-' and '_'");
        return defaultStage;
    }
}
