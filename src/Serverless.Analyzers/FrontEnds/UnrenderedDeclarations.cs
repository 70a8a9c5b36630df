using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// What can be written but is not emitted by this version is reported (SVLS2011), never ignored: a setting that has no
/// effect is worse than one that does not exist.
/// </summary>
internal static class UnrenderedDeclarations
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "SqsTrigger", "SnsTrigger", "DynamoDbStreamTrigger", "KinesisTrigger", "KafkaTrigger", "MqTrigger", "DocumentDbTrigger",
        "ScheduleTrigger", "EventBridgeTrigger", "CloudWatchLogsTrigger", "CognitoTrigger", "IotTrigger", "AlbTrigger",
        "FargateService",
    };

    private static readonly HashSet<string> FunctionSettings = new(StringComparer.Ordinal)
    {
        "ProvisionedConcurrency", "SnapStart", "CapacityProvider", "ConcurrencyPerEnvironment", "FileSystem", "MountPath",
        "OnSuccess", "OnFailure", "MaximumRetryAttempts", "MaximumEventAge", "Alias", "Deployment", "Alarms", "Package",
    };

    public static void Report(DeclaredAttributes owner, Reading reading)
    {
        foreach (var attribute in owner.Attributes)
        {
            if (Attributes.Contains(attribute.Name) || IsMisplaced(owner, attribute.Name))
                reading.Report(RuleIds.NotEmitted, owner.At(attribute.Arguments), Name(owner, attribute.Name));
            else
                ReportSettings(owner, attribute, reading);
        }
    }

    private static bool IsMisplaced(DeclaredAttributes owner, string name) => name switch
    {
        "S3Trigger" => owner.Symbol is IMethodSymbol || !owner.Has("StateMachine"),
        _ => false,
    };

    private static string Name(DeclaredAttributes owner, string name) => owner.Symbol switch
    {
        IAssemblySymbol => $"[assembly: {name}]",
        INamedTypeSymbol => $"[{name}] on a class",
        _ => $"[{name}]",
    };

    private static void ReportSettings(DeclaredAttributes owner, DeclaredAttributes.Named attribute, Reading reading)
    {
        if (attribute.Name is not ("ServerlessFunction" or "FunctionDefaults"))
            return;
        foreach (var argument in attribute.Arguments.Data.NamedArguments)
        {
            if (FunctionSettings.Contains(argument.Key) && !IsDefault(argument))
                reading.Report(RuleIds.NotEmitted, owner.At(attribute.Arguments, argument.Key), argument.Key);
        }
    }

    /// <summary>Writing the default changes nothing, so nothing is missing.</summary>
    private static bool IsDefault(KeyValuePair<string, TypedConstant> argument) => argument.Value switch
    {
        { Kind: TypedConstantKind.Array } => false,
        { Value: false } or { Value: null } => true,
        { Value: 0 } => argument.Key == "Package",
        _ => false,
    };
}
