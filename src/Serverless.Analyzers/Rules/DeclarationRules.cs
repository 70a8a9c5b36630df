using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// Descriptors of the faults that are found on the model: SVLS20xx to 27xx, and the hazards that our own attributes can have.
/// The analyzer and the artifact class both ask here.
/// </summary>
internal static class DeclarationRules
{
    /// <summary>One array for each range; a range's file is in the folder of its number.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = DeclarationRules20xx.All
        .AddRange(HandlerRules20xx.All)
        .AddRange(DeclarationRules21xx.All)
        .AddRange(DeclarationRules22xx.All)
        .AddRange(DeclarationRules23xx.All)
        .AddRange(DeclarationRules24xx.All)
        .AddRange(DeclarationRules25xx.All)
        .AddRange(DeclarationRules26xx.All)
        .AddRange(DeclarationRules27xx.All)
        .Add(ApiGatewayRules.TimeoutBeyondFrontDoor)
        .Add(ApiGatewayRules.PublicEndpoint)
        .Add(ApiGatewayRules.WildcardCors)
        .Add(StateMachineFileRules.CallbackWithoutHeartbeat)
        .Add(StateMachineFileRules.NoServiceRetry)
        .Add(StateMachineFileRules.TimeoutsDisagree);

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(static d => d.Id);

    /// <summary>Null for an id without descriptor: the fault still counts, in its own words.</summary>
    public static DiagnosticDescriptor? Find(string id) => ById.TryGetValue(id, out var descriptor) ? descriptor : null;

    /// <summary>True when the build has to stop on it, whatever the project's analyzer settings say.</summary>
    public static bool IsError(Fault fault) => !fault.IsWarning && !fault.IsInfo && Find(fault.RuleId) is not { DefaultSeverity: not DiagnosticSeverity.Error };

    public static string Message(Fault fault)
    {
        var arguments = fault.Arguments.Select(static a => (object)a).ToArray();
        return Find(fault.RuleId) is { } descriptor
            ? string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments)
            : string.Join(", ", arguments);
    }
}
