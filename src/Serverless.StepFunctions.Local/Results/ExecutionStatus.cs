namespace Serverless.StepFunctions.Local;

/// <summary>How an execution ended.</summary>
public enum ExecutionStatus
{
    /// <summary>With an output.</summary>
    Succeeded,

    /// <summary>With an error.</summary>
    Failed,

    /// <summary>It took longer than its machine allows.</summary>
    TimedOut,

    /// <summary>It was stopped.</summary>
    Aborted,
}
