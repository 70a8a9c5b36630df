namespace Serverless.StepFunctions;

/// <summary>A Fail state.</summary>
public sealed class FailStateBuilder : NamedStateBuilder<FailStateBuilder>
{
    private FailStateBuilder()
    {
    }
}
