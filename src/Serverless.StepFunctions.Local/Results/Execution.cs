using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>An execution that has ended: how, with what, and everything that happened on the way. <see cref="ToString"/> prints it.</summary>
public sealed class Execution
{
    private readonly JsonSerializerOptions _options;

    internal Execution(JsonSerializerOptions options) => _options = options;

    /// <summary>How it ended.</summary>
    public ExecutionStatus Status { get; internal init; }

    /// <summary>Its ARN: <c>Execution.Id</c> of the context object.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Name of the machine.</summary>
    public string Machine { get; internal init; } = "";

    /// <summary>What it was started with.</summary>
    public JsonNode? Input { get; internal init; }

    /// <summary>What it gave, in JSON; null when it did not succeed.</summary>
    public JsonNode? OutputJson { get; internal init; }

    /// <summary>Error name; null when it succeeded, or failed without one.</summary>
    public string? Error { get; internal init; }

    /// <summary>What it says of the error.</summary>
    public string? Cause { get; internal init; }

    /// <summary>When it started, in its own time.</summary>
    public DateTimeOffset Started { get; internal init; }

    /// <summary>When it ended, in its own time.</summary>
    public DateTimeOffset Stopped { get; internal init; }

    /// <summary>How long it took, in its own time: waits and pauses count, skipped or not.</summary>
    public TimeSpan Duration => Stopped - Started;

    /// <summary>Every visit of a state, in the order in which they were entered.</summary>
    public IReadOnlyList<StateVisit> States { get; internal init; } = [];

    /// <summary>Names of the visited states, in the order in which they were entered.</summary>
    public IReadOnlyList<string> Visited => [.. States.Select(static s => s.Name)];

    /// <summary>The history, as the service writes it.</summary>
    public IReadOnlyList<HistoryEvent> History { get; internal init; } = [];

    /// <summary>The output as an object of the application.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>Null when the output is null.</returns>
    /// <exception cref="InvalidOperationException">The execution did not succeed; the message holds the trace.</exception>
    /// <exception cref="JsonException">The output is no such object.</exception>
    public T? Output<T>() => Status == ExecutionStatus.Succeeded
        ? JsonObjects.To<T>(OutputJson, _options)
        : throw new InvalidOperationException($"The execution did not succeed.{Environment.NewLine}{this}");

    /// <summary>The only visit of a state.</summary>
    /// <param name="state">Name of the state.</param>
    /// <exception cref="InvalidOperationException">It was not visited, or several times (<see cref="FindAll"/>); the message holds the trace.</exception>
    public StateVisit Find(string state)
    {
        var visits = FindAll(state);
        return visits.Count == 1
            ? visits[0]
            : throw new InvalidOperationException($"'{state}' was visited {visits.Count} times.{Environment.NewLine}{this}");
    }

    /// <summary>All visits of a state, in the order in which they were entered.</summary>
    /// <param name="state">Name of the state.</param>
    public IReadOnlyList<StateVisit> FindAll(string state) => [.. States.Where(s => s.Name == state)];

    /// <summary>The execution, state by state, to read when a test fails.</summary>
    public override string ToString() => Trace.Write(this);
}
