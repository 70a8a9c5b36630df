using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>A visit of a state.</summary>
public sealed class StateVisit
{
    private readonly JsonSerializerOptions _options;

    internal StateVisit(string name, StateType type, string path, DateTimeOffset entered, JsonSerializerOptions options)
    {
        Name = name;
        Type = type;
        Path = path;
        Entered = entered;
        _options = options;
    }

    /// <summary>Name of the state.</summary>
    public string Name { get; }

    /// <summary>Its kind.</summary>
    public StateType Type { get; }

    /// <summary>The branches and iterations around it: <c>Analyse[1]</c>, <c>PickAll[3]</c>, <c>Outer[0]/Inner[2]</c>; empty on the top level.</summary>
    public string Path { get; }

    /// <summary>When it was entered, in the execution's time.</summary>
    public DateTimeOffset Entered { get; }

    /// <summary>When it was left; null while it runs, or when it was aborted.</summary>
    public DateTimeOffset? Exited { get; internal set; }

    /// <summary>What it was entered with.</summary>
    public JsonNode? Input { get; internal set; }

    /// <summary>What the task was called with, after <c>Arguments</c> or <c>Parameters</c>; for a Parallel what the branches got. Null for other kinds.</summary>
    public JsonNode? Arguments { get; internal set; }

    /// <summary>What the task, the branches or the iterations gave, before <c>Output</c> or <c>ResultSelector</c>.</summary>
    public JsonNode? Result { get; internal set; }

    /// <summary>What it was left with. Null when it failed.</summary>
    public JsonNode? Output { get; internal set; }

    /// <summary>Variables it assigned; null = none.</summary>
    public JsonObject? Assigned { get; internal set; }

    /// <summary>The error of the last attempt, caught or not; null = none.</summary>
    public string? Error { get; internal set; }

    /// <summary>What it says of the error.</summary>
    public string? Cause { get; internal set; }

    /// <summary>The attempts that failed, in order.</summary>
    public IReadOnlyList<FailedAttempt> FailedAttempts => Attempts;

    /// <summary>How often it was retried.</summary>
    public int RetryCount { get; internal set; }

    /// <summary>The state it led to; null = the end of its path.</summary>
    public string? Next { get; internal set; }

    /// <summary>Resource of a task, from the service on: <c>dynamodb:putItem</c>; null for other kinds.</summary>
    public string? Resource { get; internal set; }

    /// <summary>Executions it started that ran here: nested machines, children of a distributed Map.</summary>
    public IReadOnlyList<Execution> Executions => Children;

    internal List<FailedAttempt> Attempts { get; } = [];

    internal List<Execution> Children { get; } = [];

    internal long EnteredEventId { get; set; }

    /// <summary>The input as an object of the application.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="JsonException">It is none.</exception>
    public T? InputAs<T>() => JsonObjects.To<T>(Input, _options);

    /// <summary>What the task was called with, as an object of the application. For a function: its payload.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="JsonException">It is none.</exception>
    public T? ArgumentsAs<T>() => JsonObjects.To<T>(Arguments is JsonObject arguments && Resource?.StartsWith("lambda:invoke", StringComparison.Ordinal) == true ? arguments["Payload"] : Arguments, _options);

    /// <summary>The output as an object of the application.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="JsonException">It is none.</exception>
    public T? OutputAs<T>() => JsonObjects.To<T>(Output, _options);

    /// <summary>One line.</summary>
    public override string ToString() => $"{(Path.Length == 0 ? "" : Path + "/")}{Name}: {(Error is null ? Json.Text(Output) : Error)}";
}

/// <summary>An attempt that failed.</summary>
/// <param name="Error">Error name.</param>
/// <param name="Cause">What happened; null = nothing is said.</param>
/// <param name="Pause">Time until the next attempt; null = it was not retried.</param>
public sealed record FailedAttempt(string? Error, string? Cause, TimeSpan? Pause);
