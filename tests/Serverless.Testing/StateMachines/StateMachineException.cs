namespace Serverless.Testing.StateMachines;

/// <summary>An error of a state, by the name Retry and Catch match.</summary>
public sealed class StateMachineException(string error, string? cause) : Exception($"{error}: {cause}")
{
    /// <summary>Error name.</summary>
    public string Error { get; } = error;

    /// <summary>What happened.</summary>
    public string? Cause { get; } = cause;
}
