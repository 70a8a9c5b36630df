using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Detection;

/// <summary>Sources that look at nothing but whether an invocation failed: what they sent is retried or kept then, and gone otherwise.</summary>
internal static class AsynchronousSources
{
    /// <summary>The source, for messages; null when one of the function's sources waits for an answer, or when none is known.</summary>
    public static string? Of(FunctionFacts function)
    {
        string? first = null;
        foreach (var trigger in function.Triggers)
        {
            if (Name(trigger) is not { } name)
                return null;
            first ??= name;
        }

        return first;
    }

    private static string? Name(TriggerKind trigger) => trigger switch
    {
        TriggerKind.Sqs => "the SQS queue",
        TriggerKind.Sns => "the SNS topic",
        TriggerKind.S3 => "the S3 bucket",
        TriggerKind.Kinesis => "the Kinesis stream",
        TriggerKind.DynamoDbStream => "the DynamoDB stream",
        TriggerKind.Kafka => "the Kafka topic",
        TriggerKind.Schedule => "the schedule",
        TriggerKind.EventBridge => "the event bus",
        _ => null,
    };
}
