namespace Serverless.StepFunctions;

/// <summary>
/// The context object of an execution (<c>$states.context</c>), as parameter of a lambda or of a task method. The input of the execution is
/// a parameter of its own type with <see cref="BindExecutionInputAttribute"/>, the token of a waiting task a <see cref="TaskToken"/>.
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

    /// <summary>How often the execution was redriven after a failure, from 0 (<c>Execution.RedriveCount</c>).</summary>
    public int RedriveCount { get; init; }

    /// <summary>When the execution was redriven last (<c>Execution.RedriveTime</c>); null = never.</summary>
    public DateTimeOffset? RedriveTime { get; init; }

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

    /// <summary>Position of the item from 0 (<c>Map.Item.Index</c>), in the lambda of a Map's <c>Select</c>; null elsewhere.</summary>
    public int? MapItemIndex { get; init; }

    /// <summary>Name of the member that is the item, where the items are the members of an object (<c>Map.Item.Key</c>); else null.</summary>
    public string? MapItemKey { get; init; }

    /// <summary>
    /// Where the item comes from (<c>Map.Item.Source</c>), in the lambda of a distributed Map's <c>Select</c>: <c>STATE_DATA</c>, or the
    /// S3 URI of the bucket or file; null elsewhere.
    /// </summary>
    public string? MapItemSource { get; init; }
}
