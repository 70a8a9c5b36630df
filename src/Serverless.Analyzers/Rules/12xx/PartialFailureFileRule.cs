using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1205 in templates: the handler carefully lists what failed, and the event source was never told to read the list. Reported at the event.
/// Annotations writes the setting itself, so its resources are left alone.
/// </summary>
internal sealed class PartialFailureFileRule : DeploymentFileRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TemplateEventRules.PartialFailureIgnored);

    protected override void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, ServerlessModel model)
    {
        foreach (var function in file.Functions)
        {
            if (function.IsFromAnnotations || !function.Triggers.Any(Ignores)
                || DeployedHandlers.MethodOf(function, context.Compilation, model, context.CancellationToken) is not { } method
                || HandlerPayloads.Output(method) is not { } output || !IsPartialFailure(output))
            {
                continue;
            }

            foreach (var trigger in function.Triggers)
            {
                if (Ignores(trigger))
                    Report(context, TemplateEventRules.PartialFailureIgnored, file.At(trigger.At), method.MethodKind == MethodKind.Ordinary ? method.Name : "The handler", output.Name, trigger.Name, "FunctionResponseTypes: [ReportBatchItemFailures]");
            }
        }
    }

    private static bool Ignores(DeployedTrigger trigger) =>
        trigger is { Kind: TriggerKind.Sqs or TriggerKind.Kinesis or TriggerKind.DynamoDbStream, ReportsBatchItemFailures: false };

    /// <summary>The responses of the event packages, and the one of Powertools.</summary>
    private static bool IsPartialFailure(ITypeSymbol type) => type.Name switch
    {
        "SQSBatchResponse" or "StreamsEventResponse" => EventTypes.IsEvent(type),
        "BatchItemFailuresResponse" => type.ContainingNamespace.ToDisplayString().StartsWith("AWS.Lambda.Powertools", StringComparison.Ordinal),
        _ => false,
    };
}
