namespace Serverless.StepFunctions;

/// <summary>A Succeed state.</summary>
public sealed class SucceedStateBuilder : NamedStateBuilder<SucceedStateBuilder>
{
    private SucceedStateBuilder()
    {
    }
}
