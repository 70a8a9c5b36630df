namespace Serverless.StepFunctions.Local;

/// <summary>
/// Thrown by an answer of the test to fail the task: the error goes to the state's retriers and catchers. Any other exception of an answer
/// is a failure of the test and comes out of <see cref="StateMachineRunner.RunAsync(object?, CancellationToken)"/>.
/// </summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>A failure.</summary>
    /// <param name="error">Error name: <c>DynamoDB.ConditionalCheckFailedException</c>, <c>Lambda.TooManyRequestsException</c> …</param>
    /// <param name="cause">What happened; null = nothing is said.</param>
    public TaskFailedException(string error, string? cause = null)
        : base(cause is null ? error : $"{error}: {cause}")
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
        Cause = cause;
    }

    /// <summary>Error name.</summary>
    public string Error { get; }

    /// <summary>What happened.</summary>
    public string? Cause { get; }
}
