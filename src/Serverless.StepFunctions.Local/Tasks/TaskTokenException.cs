namespace Serverless.StepFunctions.Local;

/// <summary>A token was refused, as <c>SendTaskSuccess</c>, <c>SendTaskFailure</c> and <c>SendTaskHeartbeat</c> refuse it.</summary>
public sealed class TaskTokenException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="code">The service's error: <c>InvalidToken</c>, <c>TaskTimedOut</c>.</param>
    /// <param name="message">What is wrong.</param>
    public TaskTokenException(string code, string message)
        : base(message) => Code = code;

    /// <summary>The service's error: <c>InvalidToken</c>, <c>TaskTimedOut</c>.</summary>
    public string Code { get; }
}
