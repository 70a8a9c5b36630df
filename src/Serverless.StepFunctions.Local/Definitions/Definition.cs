using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>A definition that was read and checked.</summary>
internal sealed record Definition(Graph Graph, int? TimeoutSeconds, bool IsExpress);

/// <summary>`StartAt` and `States`: the machine, a branch, the processor of a Map.</summary>
internal sealed record Graph(string StartAt, IReadOnlyDictionary<string, StateNode> States);

/// <summary>A state as it is written, and what was read of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The kind.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="IsJsonata">JSONata; else JSONPath.</param>
internal sealed record StateNode(string Name, StateType Type, JsonObject Fields, bool IsJsonata)
{
    public string? Next { get; init; }

    /// <summary>Branches of a Parallel; the one processor of a Map.</summary>
    public IReadOnlyList<Graph> Graphs { get; init; } = [];

    public IReadOnlyList<Retrier> Retriers { get; init; } = [];

    /// <summary>As written, with their errors.</summary>
    public IReadOnlyList<Catcher> Catchers { get; init; } = [];

    /// <summary>Mode of a Map's processor.</summary>
    public bool IsDistributed { get; init; }

    /// <summary>Children of a distributed Map are Express executions.</summary>
    public bool HasExpressChildren { get; init; }

    public JsonNode? this[string field] => Fields[field];

    public bool Has(string field) => Fields.ContainsKey(field);

    public string? Text(string field) => Fields[field]?.GetValue<string>();
}

/// <summary>A retrier.</summary>
internal sealed record Retrier(IReadOnlyList<string> Errors, double IntervalSeconds, int MaxAttempts, double BackoffRate, double? MaxDelaySeconds, bool HasJitter)
{
    /// <summary>Pause before a retry, from 1. Jitter is not played: the longest pause stands for all.</summary>
    public TimeSpan Pause(int retry)
    {
        var seconds = IntervalSeconds * Math.Pow(BackoffRate, retry - 1);
        return TimeSpan.FromSeconds(Math.Min(seconds, Math.Min(MaxDelaySeconds ?? double.MaxValue, 99_999_999)));
    }
}

/// <summary>A catcher.</summary>
internal sealed record Catcher(IReadOnlyList<string> Errors, string Next, JsonObject Fields);
