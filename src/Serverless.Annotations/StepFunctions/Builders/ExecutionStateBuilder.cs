namespace Serverless.StepFunctions;

/// <summary>A Task state that runs another machine.</summary>
public sealed class ExecutionStateBuilder : TaskSettingsBuilder<ExecutionStateBuilder>
{
    private ExecutionStateBuilder()
    {
    }

    /// <summary>Starts the run and goes on at once; the result is a <c>StartedExecution</c>. Nobody notices here when the run fails.</summary>
    public ExecutionStateBuilder NoWait() => throw NeverExecuted();

    /// <summary>Names the run, so that a second start with the same name and input starts no second one.</summary>
    /// <param name="name">Lambda that yields 1 to 80 characters without blanks and <c>&lt;&gt;{}[]?*"#%\^|~`$&amp;,;:/</c>. Default: a random name.</param>
    public ExecutionStateBuilder RunName(Delegate name) => throw NeverExecuted();
}
