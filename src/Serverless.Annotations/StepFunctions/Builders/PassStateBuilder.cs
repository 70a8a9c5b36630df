namespace Serverless.StepFunctions;

/// <summary>A Pass state.</summary>
public sealed class PassStateBuilder : FlowStateBuilder<PassStateBuilder>
{
    private PassStateBuilder()
    {
    }
}
