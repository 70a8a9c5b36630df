using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>An event of an execution's history, with the service's names.</summary>
/// <param name="Id">From 1.</param>
/// <param name="PreviousId">The event that led to it; 0 = the start.</param>
/// <param name="Type"><c>TaskStateEntered</c>, <c>TaskScheduled</c>, <c>LambdaFunctionSucceeded</c> …</param>
/// <param name="Timestamp">In the execution's time.</param>
/// <param name="State">Name of the state it belongs to; null for the execution itself.</param>
/// <param name="Details">What it carries: input, output, error and cause, resource.</param>
public sealed record HistoryEvent(long Id, long PreviousId, string Type, DateTimeOffset Timestamp, string? State, JsonObject Details);
