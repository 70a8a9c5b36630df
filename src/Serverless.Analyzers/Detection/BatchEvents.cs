using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Detection;

/// <summary>Events that bring a batch, and the answer that says which of its records failed.</summary>
internal static class BatchEvents
{
    /// <summary>`SQSBatchResponse` or `StreamsEventResponse`; null for other events, and for the windowed ones, whose answer carries a state.</summary>
    public static string? ResponseFor(ITypeSymbol type) => type is not INamedTypeSymbol { ContainingNamespace: { ContainingNamespace.Name: "Lambda" } space } ? null : (space.Name, type.Name) switch
    {
        ("SQSEvents", "SQSEvent") => "SQSBatchResponse",
        ("KinesisEvents", "KinesisEvent") => "StreamsEventResponse",
        ("DynamoDBEvents", "DynamoDBEvent") => "StreamsEventResponse",
        _ => null,
    };
}
