namespace Serverless.StepFunctions;

/// <summary>A Task state on a service or a function.</summary>
public sealed class TaskStateBuilder : TaskSettingsBuilder<TaskStateBuilder>
{
    private TaskStateBuilder()
    {
    }

    /// <summary>
    /// Makes the state wait until somebody sends success or failure with the task token, which the function gets: by a
    /// <see cref="TaskToken"/> parameter, or in the payload (SVLS2314). The result is the output that success was sent with. For
    /// <c>State.Function</c>; the resource of a service ends in <c>.waitForTaskToken</c> instead (SVLS2002). Standard only (SVLS2304).
    /// </summary>
    public TaskStateBuilder WaitForTaskToken() => throw NeverExecuted();
}
