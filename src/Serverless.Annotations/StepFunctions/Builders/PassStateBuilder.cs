namespace Serverless.StepFunctions;

/// <summary>A Pass state.</summary>
public sealed class PassStateBuilder : FlowStateBuilder<PassStateBuilder>
{
    private PassStateBuilder()
    {
    }

    /// <summary>Puts what the state computes into its input. JSONPath machines only (SVLS2315). Default: <c>$</c>, it replaces the input.</summary>
    /// <param name="path">Where, a path to one place such as <c>$.total</c> (SVLS2318); null = the input is passed on.</param>
    public PassStateBuilder ResultPath(string? path) => throw NeverExecuted();
}
