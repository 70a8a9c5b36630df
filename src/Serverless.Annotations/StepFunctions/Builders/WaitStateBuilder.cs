namespace Serverless.StepFunctions;

/// <summary>A Wait state.</summary>
public sealed class WaitStateBuilder : FlowStateBuilder<WaitStateBuilder>
{
    private WaitStateBuilder()
    {
    }

    /// <summary>Computes what is handed on after the wait. Default: the input.</summary>
    /// <param name="output">Lambda that yields the output from the input.</param>
    public WaitStateBuilder Output(Delegate output) => throw NeverExecuted();
}
