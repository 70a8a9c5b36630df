using System.Collections.Immutable;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// What is known of the function that runs a handler, from attributes first, then from templates and the tools' defaults. Null is unknown, and unknown means that rules
/// are quieter: a rule that compares never assumes the service's default.
/// </summary>
internal sealed record FunctionFacts
{
    public static readonly FunctionFacts Unknown = new();

    /// <summary>Seconds.</summary>
    public int? TimeoutSeconds { get; init; }

    public int? MemoryMegabytes { get; init; }

    /// <summary>What invokes the function; empty when unknown.</summary>
    public ImmutableArray<TriggerKind> Triggers { get; init; } = ImmutableArray<TriggerKind>.Empty;

    /// <summary>`1.0` or `2.0` for an HTTP API; null when unknown or when no HTTP API invokes the function.</summary>
    public string? PayloadFormat { get; init; }

    /// <summary>True or false when known.</summary>
    public bool? SnapStart { get; init; }

    /// <summary>One process serves several invocations at a time (Managed Instances); null when unknown.</summary>
    public bool? IsConcurrent { get; init; }

    /// <summary>Names of the variables that the function is given, in a template that lists all of them; null when unknown.</summary>
    public ImmutableHashSet<string>? Environment { get; init; }

    /// <summary>Items of one batch; null when unknown.</summary>
    public int? BatchSize { get; init; }

    /// <summary>`ReportBatchItemFailures` is on for every batch source; null when unknown.</summary>
    public bool? ReportsBatchItemFailures { get; init; }

    public bool IsTriggeredBy(TriggerKind kind) => Triggers.Contains(kind);
}
