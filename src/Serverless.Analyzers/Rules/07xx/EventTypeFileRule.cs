using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0710 in templates: an event of another shape than the handler takes, reported at the event. Types of the project's own are whatever their author says; only those of
/// the event packages are compared.
/// </summary>
internal sealed class EventTypeFileRule : DeploymentFileRule
{
    private const string Format1 = "APIGatewayProxyRequest";
    private const string Format2 = "APIGatewayHttpApiV2ProxyRequest";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(HandlerRules.EventTypeMismatch);

    protected override void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, ServerlessModel model)
    {
        foreach (var function in file.Functions)
        {
            if (function.IsFromAnnotations || function.Triggers.IsEmpty || DeployedHandlers.MethodOf(function, context.Compilation, model, context.CancellationToken) is not { } method
                || HandlerPayloads.Input(method)?.Type is not { } input || KindsOf(input) is not { } kinds)
            {
                continue;
            }

            foreach (var trigger in function.Triggers)
            {
                if (Expected(trigger) is not var (expected, source) || Fits(trigger, input, kinds))
                    continue;
                var isFormat = expected is Format1 or Format2 && input.Name is Format1 or Format2;
                ReportAs(
                    context, isFormat ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, HandlerRules.EventTypeMismatch, file.At(trigger.At),
                    method.MethodKind == MethodKind.Ordinary ? "'" + method.Name + "'" : "The handler", input.Name, $"'{trigger.Name}', {source},", expected,
                    "the members that differ stay null");
            }
        }
    }

    /// <summary>Sources whose events have this type; null for a type that says nothing.</summary>
    private static TriggerKind[]? KindsOf(ITypeSymbol type)
    {
        if (!EventTypes.IsEvent(type))
            return null;
        return type.Name switch
        {
            Format1 => [TriggerKind.RestApi, TriggerKind.HttpApi, TriggerKind.WebSocketApi],
            Format2 => [TriggerKind.HttpApi, TriggerKind.FunctionUrl],
            "ApplicationLoadBalancerRequest" => [TriggerKind.LoadBalancer],
            "SQSEvent" => [TriggerKind.Sqs],
            "SNSEvent" => [TriggerKind.Sns],
            "S3Event" => [TriggerKind.S3],
            "KinesisEvent" or "KinesisTimeWindowEvent" => [TriggerKind.Kinesis],
            "DynamoDBEvent" or "DynamoDBTimeWindowEvent" => [TriggerKind.DynamoDbStream],
            "KafkaEvent" => [TriggerKind.Kafka],
            "ScheduledEvent" or "CloudWatchEvent" => [TriggerKind.Schedule, TriggerKind.EventBridge],
            _ => null,
        };
    }

    private static bool Fits(DeployedTrigger trigger, ITypeSymbol input, TriggerKind[] kinds) =>
        kinds.Contains(trigger.Kind)
        && (trigger.Kind != TriggerKind.HttpApi || trigger.PayloadFormat is null || (trigger.PayloadFormat == "1.0") == (input.Name == Format1));

    /// <summary>What the trigger sends; null when that cannot be told.</summary>
    private static (string Type, string Source)? Expected(DeployedTrigger trigger) => trigger.Kind switch
    {
        TriggerKind.RestApi => (Format1, "a REST API"),
        TriggerKind.WebSocketApi => (Format1, "a WebSocket API"),
        TriggerKind.HttpApi => trigger.PayloadFormat == "1.0" ? (Format1, "an HTTP API with payload format 1.0") : (Format2, "an HTTP API with payload format 2.0"),
        TriggerKind.FunctionUrl => (Format2, "a function URL"),
        TriggerKind.LoadBalancer => ("ApplicationLoadBalancerRequest", "a load balancer"),
        TriggerKind.Sqs => ("SQSEvent", "a queue"),
        TriggerKind.Sns => ("SNSEvent", "a topic"),
        TriggerKind.S3 => ("S3Event", "a bucket"),
        TriggerKind.Kinesis => ("KinesisEvent", "a stream"),
        TriggerKind.DynamoDbStream => ("DynamoDBEvent", "a table's stream"),
        TriggerKind.Kafka => ("KafkaEvent", "a Kafka topic"),
        TriggerKind.Schedule when !IsShaped(trigger.Properties) => ("ScheduledEvent", "a schedule"),
        TriggerKind.EventBridge when !IsShaped(trigger.Properties) => ("CloudWatchEvent", "an event bus"),
        _ => null,
    };

    /// <summary>`Input` and its kin make the event anything.</summary>
    private static bool IsShaped(JsonObject? properties)
    {
        if (properties is null || properties["Input"] is not null || properties["InputPath"] is not null || properties["InputTransformer"] is not null)
            return true;
        return IsShapedTarget(properties["Target"]) || (properties["Targets"] is JsonArray targets && targets.Any(IsShapedTarget));
    }

    private static bool IsShapedTarget(JsonNode? target) =>
        target is JsonObject settings && (settings["Input"] ?? settings["InputPath"] ?? settings["InputTransformer"]) is not null;
}
