using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>Settings of a function: nearest wins, the built-in default where nobody writes one.</summary>
internal static class FunctionSettingsReader
{
    private const int ShortestTimeout = 1;
    private const int LongestTimeout = 900;

    public static FunctionSettings Read(FunctionScope scope, FunctionEvents events, Reading reading)
    {
        var settings = scope.Settings;
        var application = scope.Assembly.Find("ServerlessApplication");
        return new FunctionSettings
        {
            MemorySize = Ranged(settings, "MemorySize", 128, 10_240, "MB", reading) ?? 512,
            Timeout = Ranged(settings, "Timeout", ShortestTimeout, LongestTimeout, "s", reading) ?? DefaultTimeout(events),
            TimeoutAt = settings.Int32("Timeout")?.At,
            Runtime = RuntimeReader.Read(scope, reading),
            Architecture = Architecture(settings.Int32("Architecture")?.Value, reading.Project.RuntimeIdentifier),
            Role = Value(settings, "Role", reading),
            PermissionsBoundary = Value(settings, "PermissionsBoundary", reading) ?? ApplicationBoundary(scope.Assembly, application, reading),
            ReservedConcurrency = Ranged(settings, "ReservedConcurrency", 0, int.MaxValue, "", reading),
            EphemeralStorage = Ranged(settings, "EphemeralStorage", 512, 10_240, "MB", reading),
            Tracing = settings.Boolean("Tracing")?.Value ?? application?.Boolean("Tracing") ?? false,
            LogFormat = settings.Int32("LogFormat")?.Value == 1 ? "Text" : "JSON",
            LogRetentionDays = LogRetention.Check(settings.Int32("LogRetentionDays"), reading)
                ?? application?.Int32("LogRetentionDays") ?? 30,
            FunctionName = FunctionName(settings, reading),
            KmsKey = Value(settings, "KmsKey", reading),
            Layers = Layers(settings, reading),
            SubnetIds = Network(settings, "SubnetIds", "SecurityGroupIds", reading),
            SecurityGroupIds = Network(settings, "SecurityGroupIds", "SubnetIds", reading),
        };
    }

    /// <summary>Somebody waits for the answer of a route or an authorizer, and API Gateway waits 10 s for the latter.</summary>
    private static int DefaultTimeout(FunctionEvents events)
    {
        if (events.Task is { } state)
            return Math.Min(Math.Max(state.Int32("TimeoutSeconds") ?? 60, ShortestTimeout), LongestTimeout);
        return events.Kind == HandlerKind.Invocation ? 30 : 10;
    }

    /// <summary>What is written, else what the project is published for, else arm64.</summary>
    public static string Architecture(int? written, string runtimeIdentifier) => written switch
    {
        1 => "x86_64",
        2 => "arm64",
        _ => runtimeIdentifier.EndsWith("-x64", StringComparison.Ordinal) ? "x86_64" : "arm64",
    };

    private static int? Ranged(SettingLevels settings, string name, int least, int most, string unit, Reading reading) =>
        settings.Int32(name) is { } setting ? reading.InRange(setting.Value, least, most, unit, setting.At) : null;

    private static AwsValue? Value(SettingLevels settings, string name, Reading reading) =>
        settings.String(name) is { } setting ? reading.Value(setting.Value, setting.At) : null;

    private static AwsValue? ApplicationBoundary(DeclaredAttributes assembly, AttributeArguments? application, Reading reading) =>
        application is { } attribute && attribute.String("PermissionsBoundary") is { } text ? reading.Value(text, assembly.At(attribute, "PermissionsBoundary")) : null;

    private static string? FunctionName(SettingLevels settings, Reading reading)
    {
        if (settings.String("FunctionName") is not { } name)
            return null;
        if (name.Value.Length is > 0 and <= 64)
            return name.Value;
        reading.Report(RuleIds.ValueOutOfRange, name.At, "FunctionName", name.Value, "1 to 64 characters");
        return null;
    }

    private static EquatableArray<AwsValue> Layers(SettingLevels settings, Reading reading)
    {
        if (settings.StringArray("Layers") is not { } layers)
            return default;
        if (layers.Value.Count > 5)
            reading.Report(RuleIds.ValueOutOfRange, layers.At, "Layers", layers.Value.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), "0 to 5 layers");
        return Values(layers, reading);
    }

    private static EquatableArray<AwsValue> Network(SettingLevels settings, string name, string other, Reading reading)
    {
        if (settings.StringArray(name) is not { } ids || ids.Value.Count == 0)
            return default;
        if (settings.StringArray(other) is not { Value.Count: > 0 })
            reading.Report(RuleIds.SettingsExclude, ids.At, name, "no " + other, "a network needs both");
        return Values(ids, reading);
    }

    private static EquatableArray<AwsValue> Values(Setting<IReadOnlyList<string>> setting, Reading reading) =>
        setting.Value.Select(text => reading.Value(text, setting.At)).OfType<AwsValue>().ToEquatableArray();
}
