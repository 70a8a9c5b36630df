using System.Text.Json.Nodes;

namespace Serverless.Testing.StateMachines;

/// <summary>How an execution ended, and what led there.</summary>
/// <param name="Output">The output; null when it failed.</param>
/// <param name="Error">Error name; null when it succeeded.</param>
/// <param name="Cause">What happened, where the error has a cause.</param>
/// <param name="Visited">States in the order they were entered; branches in the order they happened to run.</param>
/// <param name="Waits">Every Wait and every pause before a retry, in seconds. None was waited for.</param>
public sealed record StateMachineExecution(JsonNode? Output, string? Error, string? Cause, IReadOnlyList<string> Visited, IReadOnlyList<double> Waits)
{
    /// <summary>True when the execution reached its end.</summary>
    public bool Succeeded => Error is null;
}

/// <summary>A call of a Task state, as the service would make it.</summary>
/// <param name="Resource">The ARN of the state's `Resource`.</param>
/// <param name="Arguments">Evaluated arguments.</param>
/// <param name="State">Name of the state.</param>
/// <param name="Cancelled">Ends when the state timed out or another branch failed.</param>
public sealed record TaskCall(string Resource, JsonNode? Arguments, string State, CancellationToken Cancelled);
