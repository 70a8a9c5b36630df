using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// What the type of a handler's event says about its source when nothing else does. An API's event says only its shape: REST APIs, HTTP APIs, WebSockets and function URLs
/// share two types, and their limits differ.
/// </summary>
internal static class EventTypes
{
    /// <summary>A type of a namespace `Amazon.Lambda.…Events`.</summary>
    public static bool IsEvent(ITypeSymbol type)
    {
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name.EndsWith("Events", StringComparison.Ordinal) && space.ContainingNamespace is { Name: "Lambda", ContainingNamespace: { Name: "Amazon", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    public static FunctionFacts Of(IMethodSymbol? handler)
    {
        foreach (var parameter in handler?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (!IsEvent(parameter.Type))
                continue;
            if (Payload(parameter.Type.Name) is { } payload)
                return FunctionFacts.Unknown with { PayloadFormat = payload };
            if (Source(parameter.Type) is { } source)
                return FunctionFacts.Unknown with { Triggers = ImmutableArray.Create(source) };
        }

        return FunctionFacts.Unknown;
    }

    private static string? Payload(string type) => type switch
    {
        "APIGatewayProxyRequest" => "1.0",
        "APIGatewayHttpApiV2ProxyRequest" => "2.0",
        _ => null,
    };

    private static TriggerKind? Source(ITypeSymbol type) => type.Name switch
    {
        "SQSEvent" => TriggerKind.Sqs,
        "SNSEvent" => TriggerKind.Sns,
        "S3Event" => TriggerKind.S3,
        "KinesisEvent" or "KinesisTimeWindowEvent" => TriggerKind.Kinesis,
        "DynamoDBEvent" or "DynamoDBTimeWindowEvent" => TriggerKind.DynamoDbStream,
        "KafkaEvent" => TriggerKind.Kafka,
        "ApplicationLoadBalancerRequest" => TriggerKind.LoadBalancer,
        "ScheduledEvent" => TriggerKind.Schedule,
        _ when type.ContainingNamespace.ToDisplayString().StartsWith("Amazon.Lambda.CloudWatchEvents", StringComparison.Ordinal) => TriggerKind.EventBridge,
        _ => null,
    };
}
