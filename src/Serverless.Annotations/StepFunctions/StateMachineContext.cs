namespace Serverless.StepFunctions;

/// <summary>
/// The context object of an execution (<c>$states.context</c>), as parameter of a lambda or of a task method.
/// </summary>
public sealed record StateMachineContext
{
    /// <summary>ARN of the execution (<c>Execution.Id</c>).</summary>
    public string ExecutionId { get; init; } = "";

    /// <summary>Name of the execution (<c>Execution.Name</c>).</summary>
    public string ExecutionName { get; init; } = "";

    /// <summary>ARN of the machine's role (<c>Execution.RoleArn</c>).</summary>
    public string ExecutionRoleArn { get; init; } = "";

    /// <summary>When the execution started (<c>Execution.StartTime</c>).</summary>
    public DateTimeOffset ExecutionStartTime { get; init; }

    /// <summary>Name of the state (<c>State.Name</c>).</summary>
    public string StateName { get; init; } = "";

    /// <summary>When the state was entered (<c>State.EnteredTime</c>).</summary>
    public DateTimeOffset StateEnteredTime { get; init; }

    /// <summary>How often the state was retried, from 0 (<c>State.RetryCount</c>).</summary>
    public int RetryCount { get; init; }

    /// <summary>ARN of the machine (<c>StateMachine.Id</c>).</summary>
    public string StateMachineId { get; init; } = "";

    /// <summary>Name of the machine (<c>StateMachine.Name</c>).</summary>
    public string StateMachineName { get; init; } = "";
}
