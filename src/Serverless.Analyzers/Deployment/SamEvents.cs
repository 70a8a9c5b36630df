using System.Collections.Immutable;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>The `Events` and the `FunctionUrlConfig` of a SAM function.</summary>
internal static class SamEvents
{
    public const string ReportBatchItemFailures = "ReportBatchItemFailures";

    /// <summary>Sources that hand over several items and may hear which of them failed.</summary>
    public static bool IsBatch(TriggerKind kind) => kind is TriggerKind.Sqs or TriggerKind.Kinesis or TriggerKind.DynamoDbStream or TriggerKind.Kafka;

    /// <summary>False when there may be events that are not told.</summary>
    public static bool Read(Template template, JsonObject? properties, ImmutableArray<DeployedTrigger>.Builder triggers)
    {
        if (properties is null)
            return true;
        if (properties.Find("FunctionUrlConfig") is { } url)
            triggers.Add(new DeployedTrigger(TriggerKind.FunctionUrl, url.Name, url, Literal(url.Value)) { PayloadFormat = "2.0" });
        if (properties["Events"] is not { } node)
            return true;
        if (node is not JsonObject events || TemplateValue.IsIntrinsic(events))
            return false;
        var isAllKnown = TemplateValue.IsWhole(events);
        foreach (var member in events)
        {
            if (member.Value is JsonObject settings && settings["Type"] is JsonString type)
                triggers.Add(Read(template, member, type.Value, settings["Properties"]));
            else
                isAllKnown = false;
        }

        return isAllKnown;
    }

    /// <summary>`FunctionResponseTypes`; null when it is computed.</summary>
    public static bool? Reports(JsonObject? properties)
    {
        if (properties is null || !TemplateValue.IsWhole(properties))
            return null;
        return properties["FunctionResponseTypes"] switch
        {
            null => false,
            JsonArray types when types.Any(static type => type is JsonString { Value: ReportBatchItemFailures }) => true,
            JsonArray types when types.All(static type => type is JsonString) => false,
            _ => null,
        };
    }

    private static DeployedTrigger Read(Template template, JsonMember member, string type, JsonNode? node)
    {
        var properties = Literal(node);
        var kind = KindOf(type);
        var trigger = new DeployedTrigger(kind, member.Name, member, properties);
        switch (kind)
        {
            case TriggerKind.Sns when QueueBetween(properties) is { } subscription:
                // A queue stands in between: the function receives its messages.
                return trigger with { Kind = TriggerKind.Sqs, BatchSize = subscription is JsonObject queue ? TemplateValue.Positive(queue["BatchSize"]) : null };
            case TriggerKind.RestApi:
                return trigger with { PayloadFormat = "1.0", TimeoutMilliseconds = TemplateValue.Positive(properties?["TimeoutInMillis"]), Source = TemplateReferences.Single(properties?["RestApiId"]) };
            case TriggerKind.HttpApi:
                return trigger with
                {
                    PayloadFormat = HttpPayload(template, node, properties),
                    TimeoutMilliseconds = TemplateValue.Positive(properties?["TimeoutInMillis"]),
                    Source = TemplateReferences.Single(properties?["ApiId"]),
                };
            case TriggerKind.Sqs or TriggerKind.Kinesis or TriggerKind.DynamoDbStream or TriggerKind.Kafka:
                return trigger with
                {
                    BatchSize = TemplateValue.Positive(properties?["BatchSize"]),
                    ReportsBatchItemFailures = Reports(properties),
                    Source = TemplateReferences.Single(properties?["Queue"] ?? properties?["Stream"]),
                };
            case TriggerKind.Sns or TriggerKind.S3:
                return trigger with { Source = TemplateReferences.Single(properties?["Topic"] ?? properties?["Bucket"]) };
            default:
                return trigger;
        }
    }

    /// <summary>SAM sends 2.0 unless told otherwise. An API with a definition of its own says it there, where nobody looks.</summary>
    private static string? HttpPayload(Template template, JsonNode? node, JsonObject? properties)
    {
        if (node is null)
            return "2.0";
        if (properties is null || !TemplateValue.IsWhole(properties))
            return null;
        if (properties["PayloadFormatVersion"] is { } version)
            return TemplateValue.Text(version) is "1.0" or "1" ? "1.0" : TemplateValue.Text(version) is "2.0" or "2" ? "2.0" : null;
        if (properties["ApiId"] is not { } api)
            return "2.0";
        var id = TemplateReferences.Single(api);
        return template.TypeOf(id) == "AWS::Serverless::HttpApi" && template.Properties(id) is var settings && settings?["DefinitionBody"] is null && settings?["DefinitionUri"] is null
            ? "2.0"
            : null;
    }

    private static JsonNode? QueueBetween(JsonObject? properties)
    {
        var subscription = properties?["SqsSubscription"];
        return subscription is JsonBoolean { Value: false } ? null : subscription;
    }

    private static JsonObject? Literal(JsonNode? node) => node is JsonObject obj && !TemplateValue.IsIntrinsic(obj) ? obj : null;

    private static TriggerKind KindOf(string type) => type switch
    {
        "Api" => TriggerKind.RestApi,
        "HttpApi" => TriggerKind.HttpApi,
        "SQS" => TriggerKind.Sqs,
        "SNS" => TriggerKind.Sns,
        "S3" => TriggerKind.S3,
        "Kinesis" => TriggerKind.Kinesis,
        "DynamoDB" => TriggerKind.DynamoDbStream,
        "MSK" or "SelfManagedKafka" => TriggerKind.Kafka,
        "Schedule" or "ScheduleV2" => TriggerKind.Schedule,
        "EventBridgeRule" or "CloudWatchEvent" => TriggerKind.EventBridge,
        _ => TriggerKind.Other,
    };
}
