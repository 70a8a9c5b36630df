namespace Serverless.StepFunctions;

/// <summary>A Task state that runs another machine.</summary>
public sealed class ExecutionStateBuilder : TaskSettingsBuilder<ExecutionStateBuilder>
{
    private ExecutionStateBuilder()
    {
    }

    /// <summary>Starts the run and goes on at once.</summary>
    public ExecutionStateBuilder NoWait() => throw NeverExecuted();
}
