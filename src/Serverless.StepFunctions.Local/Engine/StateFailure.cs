namespace Serverless.StepFunctions.Local;

/// <summary>An error of a state, on its way to a retrier, a catcher or the end of the execution.</summary>
/// <param name="error">Error name; null = a Fail state without one.</param>
/// <param name="cause">What happened; null = nothing is said.</param>
internal sealed class StateFailure(string? error, string? cause) : Exception($"{error}: {cause}")
{
    public string? Error { get; } = error;

    public string? Cause { get; } = cause;

    /// <summary>Another name a rule may know it by: a missed heartbeat is reported as a timeout.</summary>
    public string? Alias { get; init; }
}
