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

    /// <summary>`1.0` or `2.0`: the shape of an API's events. A REST API sends what an HTTP API calls `1.0`. Null when unknown or when no API invokes the function.</summary>
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

    /// <summary>These facts, and where they are silent those of a weaker source.</summary>
    public FunctionFacts Or(FunctionFacts weaker) => ReferenceEquals(weaker, Unknown) ? this : ReferenceEquals(this, Unknown) ? weaker : new FunctionFacts
    {
        TimeoutSeconds = TimeoutSeconds ?? weaker.TimeoutSeconds,
        MemoryMegabytes = MemoryMegabytes ?? weaker.MemoryMegabytes,
        Triggers = Triggers.IsEmpty ? weaker.Triggers : Triggers,
        PayloadFormat = PayloadFormat ?? weaker.PayloadFormat,
        SnapStart = SnapStart ?? weaker.SnapStart,
        IsConcurrent = IsConcurrent ?? weaker.IsConcurrent,
        Environment = Environment ?? weaker.Environment,
        BatchSize = BatchSize ?? weaker.BatchSize,
        ReportsBatchItemFailures = ReportsBatchItemFailures ?? weaker.ReportsBatchItemFailures,
    };

    /// <summary>What several deployments of one handler have in common: what one says and none denies. Whatever invokes one of them invokes the code.</summary>
    public static FunctionFacts Agreed(IReadOnlyCollection<FunctionFacts> all)
    {
        if (all.Count == 0)
            return Unknown;
        if (all.Count == 1)
            return all.First();
        return new FunctionFacts
        {
            TimeoutSeconds = Same(all, static facts => facts.TimeoutSeconds),
            MemoryMegabytes = Same(all, static facts => facts.MemoryMegabytes),
            Triggers = all.SelectMany(static facts => facts.Triggers).Distinct().ToImmutableArray(),
            PayloadFormat = Same<string>(all, static facts => facts.PayloadFormat),
            SnapStart = Same(all, static facts => facts.SnapStart),
            IsConcurrent = Same(all, static facts => facts.IsConcurrent),
            Environment = SameSet(all),
            BatchSize = Same(all, static facts => facts.BatchSize),
            ReportsBatchItemFailures = Same(all, static facts => facts.ReportsBatchItemFailures),
        };
    }

    private static T? Same<T>(IEnumerable<FunctionFacts> all, Func<FunctionFacts, T?> read)
        where T : struct
    {
        var values = all.Select(read).Where(static value => value is not null).Distinct().Take(2).ToList();
        return values.Count == 1 ? values[0] : null;
    }

    private static T? Same<T>(IEnumerable<FunctionFacts> all, Func<FunctionFacts, T?> read)
        where T : class
    {
        var values = all.Select(read).Where(static value => value is not null).Distinct().Take(2).ToList();
        return values.Count == 1 ? values[0] : null;
    }

    /// <summary>A variable that only one deployment gives is not missing in the code's eyes: the sets must be equal to say anything.</summary>
    private static ImmutableHashSet<string>? SameSet(IEnumerable<FunctionFacts> all)
    {
        ImmutableHashSet<string>? common = null;
        foreach (var facts in all)
        {
            if (facts.Environment is not { } environment || (common is not null && !common.SetEquals(environment)))
                return null;
            common = environment;
        }

        return common;
    }
}
