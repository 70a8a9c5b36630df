namespace Serverless.StepFunctions;

/// <summary>A Succeed state.</summary>
public sealed class SucceedStateBuilder : NamedStateBuilder<SucceedStateBuilder>
{
    private SucceedStateBuilder()
    {
    }

    /// <summary>Selects the part of the input that is the output. JSONPath machines only (SVLS2315). Default: <c>$</c>, everything.</summary>
    /// <param name="path">A path (SVLS2318); null = an empty object.</param>
    public SucceedStateBuilder OutputPath(string? path) => throw NeverExecuted();
}
