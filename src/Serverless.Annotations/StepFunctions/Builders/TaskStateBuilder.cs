namespace Serverless.StepFunctions;

/// <summary>A Task state on a service or a function.</summary>
public sealed class TaskStateBuilder : TaskSettingsBuilder<TaskStateBuilder>
{
    private TaskStateBuilder()
    {
    }
}
