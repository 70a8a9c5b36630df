namespace Serverless.StepFunctions;

/// <summary>A Wait state.</summary>
public sealed class WaitStateBuilder : FlowStateBuilder<WaitStateBuilder>
{
    private WaitStateBuilder()
    {
    }
}
