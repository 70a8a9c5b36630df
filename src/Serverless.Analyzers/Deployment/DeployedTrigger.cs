using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>Something that invokes a function.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">For messages: the event's name, or the logical id of the resource that makes the connection.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Properties">Its settings; null when they are not literal.</param>
internal sealed record DeployedTrigger(TriggerKind Kind, string Name, JsonMember At, JsonObject? Properties)
{
    /// <summary>`1.0` or `2.0`, the shape of an API's events; a REST API's is `1.0`. Null when unknown.</summary>
    public string? PayloadFormat { get; init; }

    /// <summary>Null when the file does not say.</summary>
    public int? BatchSize { get; init; }

    /// <summary>`FunctionResponseTypes` has `ReportBatchItemFailures`; null when unknown or when the source has no batches.</summary>
    public bool? ReportsBatchItemFailures { get; init; }

    /// <summary>The integration's own limit; null when the file does not say.</summary>
    public int? TimeoutMilliseconds { get; init; }

    /// <summary>The logical id of the queue, topic, stream or API in the same file; null when it is elsewhere or unknown.</summary>
    public string? Source { get; init; }
}
