using System.ComponentModel;

namespace Serverless.StepFunctions;

/// <summary>States with a result of their own: Task, Parallel and Map.</summary>
/// <typeparam name="TSelf">The kind of state, so that chains keep it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ResultStateBuilder<TSelf> : FlowStateBuilder<TSelf>
    where TSelf : State
{
    private protected ResultStateBuilder()
    {
    }

    /// <summary>Puts the result into variables: of a Task or Map into one, of a Parallel that of each branch into one.</summary>
    /// <param name="variables">Names without <c>$</c>, up to 80 characters each.</param>
    public TSelf Assign(params string[] variables) => throw NeverExecuted();

    /// <summary>Computes the output. Default: the result.</summary>
    /// <param name="output">Lambda over the result; one parameter for each branch of a Parallel; <see cref="StateInput{T}"/> is the input.</param>
    public TSelf Output(Delegate output) => throw NeverExecuted();

    /// <summary>Builds an object from the result, before <see cref="ResultPath"/> places it. JSONPath machines only (SVLS2315).</summary>
    /// <param name="result">Lambda over the result that yields an object.</param>
    public TSelf ResultSelector(Delegate result) => throw NeverExecuted();

    /// <summary>Puts the result into the state's input. JSONPath machines only (SVLS2315). Default: <c>$</c>, it replaces the input.</summary>
    /// <param name="path">Where, a path to one place such as <c>$.payment</c> (SVLS2318); null = the result is thrown away and the input passed on.</param>
    public TSelf ResultPath(string? path) => throw NeverExecuted();
}
