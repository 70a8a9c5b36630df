namespace Serverless.StepFunctions;

/// <summary>A Parallel state.</summary>
public sealed class ParallelStateBuilder : ResultStateBuilder<ParallelStateBuilder>
{
    private ParallelStateBuilder()
    {
    }

    /// <summary>Computes the input of the branches. Default: the state's input.</summary>
    /// <param name="arguments">Lambda that yields the input.</param>
    public ParallelStateBuilder Arguments(Delegate arguments) => throw NeverExecuted();
}
