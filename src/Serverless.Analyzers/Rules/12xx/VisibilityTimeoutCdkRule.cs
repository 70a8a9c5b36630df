using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS1206 in CDK code: a queue and a function that one member makes and connects, with a timeout that the source fixes.</summary>
internal sealed class VisibilityTimeoutCdkRule : HazardRule
{
    private const string EventSource = "Amazon.CDK.AWS.Lambda.EventSources.SqsEventSource";
    private const int DefaultSeconds = 30;
    private const int Recommended = 6;
    private const int LongestVisibility = 43_200;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TemplateEventRules.VisibilityTimeoutTooShort);

    public override bool ReadsInfrastructure => true;

    /// <summary>Whole bodies, because the finding is at the queue and the fact at the source: an editor wants both within what it analyzes.</summary>
    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[EventSource] is null)
            return;
        on.Blocks(static context =>
        {
            foreach (var block in context.OperationBlocks)
            {
                foreach (var operation in block.Descendants())
                {
                    if (operation is IObjectCreationOperation { Type.Name: "SqsEventSource" } source)
                        Analyze(context, source);
                }
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, IObjectCreationOperation source)
    {
        var cancellationToken = context.CancellationToken;
        if (source.Type is not { ContainingNamespace: { Name: "EventSources", ContainingNamespace.Name: "Lambda" } } || source.Arguments is not [{ Value: var fed }, ..] || Made(fed) is not { Type.Name: "Queue" } queue)
            return;
        if (FunctionOf(source) is not { } function || Seconds(function, "Timeout", null, cancellationToken) is not (var timeout and > 0, _))
            return;
        if (Seconds(queue, "VisibilityTimeout", DefaultSeconds, cancellationToken) is not (var visibility, var at))
            return;
        var wanted = Math.Min(timeout * Recommended, LongestVisibility);
        if (visibility >= wanted)
            return;
        var isRefused = visibility < timeout;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, wanted.ToString(CultureInfo.InvariantCulture));
        context.ReportDiagnostic(HazardReporting.Create(
            TemplateEventRules.VisibilityTimeoutTooShort,
            (at ?? queue).Syntax.GetLocation(),
            isRefused ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            reached: null,
            properties,
            IdOf(queue),
            visibility,
            IdOf(function),
            timeout,
            isRefused ? "the service refuses to connect them" : "messages of a throttled or slow batch are delivered twice",
            wanted));
    }

    /// <summary>`function.AddEventSource(source)`, or null when the source goes elsewhere.</summary>
    private static IObjectCreationOperation? FunctionOf(IObjectCreationOperation source)
    {
        var at = source.Parent;
        while (at is IConversionOperation or IArgumentOperation)
            at = at.Parent;
        return at is IInvocationOperation { TargetMethod.Name: "AddEventSource", Instance: { } function } ? Made(function) : null;
    }

    private static IObjectCreationOperation? Made(IOperation value) => value.Unwrap() switch
    {
        IObjectCreationOperation creation => creation,
        ILocalReferenceOperation local => OneTimeInitialisation.InitialValue(local)?.Unwrap() as IObjectCreationOperation,
        _ => null,
    };

    /// <summary>A duration among the properties of a construct, and where it is written. The default stands for what is not said; null for what is not seen.</summary>
    private static (int Seconds, IOperation? At)? Seconds(IObjectCreationOperation construct, string property, int? absent, CancellationToken cancellationToken)
    {
        if (construct.Arguments.Argument("props") is not { ArgumentKind: not ArgumentKind.DefaultValue } argument)
            return absent is { } nothing ? (nothing, null) : null;
        if (Made(argument.Value) is not { } properties)
            return null;
        if (properties.Initialised(property) is { } value)
            return ConstantDuration.Of(value, cancellationToken) is { } duration ? ((int)duration.TotalSeconds, value) : null;
        return absent is { } seconds && !CdkTasks.Sets(properties, property, cancellationToken) ? (seconds, null) : null;
    }

    private static string IdOf(IObjectCreationOperation construct) =>
        construct.Arguments.Argument("id")?.Value.ConstantValue is { HasValue: true, Value: string id } ? id : construct.Type!.Name;
}
