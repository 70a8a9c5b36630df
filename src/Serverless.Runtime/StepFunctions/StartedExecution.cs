using System.Text.Json.Serialization;

namespace Serverless.StepFunctions;

/// <summary>The result of <c>State.Execution</c> with <c>NoWait</c>: a run that was started and goes on by itself.</summary>
/// <param name="ExecutionArn">ARN of the run.</param>
/// <param name="StartDate">When it started, as Step Functions hands it on.</param>
public sealed record StartedExecution(
    [property: JsonPropertyName("ExecutionArn")] string ExecutionArn,
    [property: JsonPropertyName("StartDate")] string StartDate);
