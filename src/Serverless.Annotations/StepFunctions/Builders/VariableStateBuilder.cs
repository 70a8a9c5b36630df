using System.ComponentModel;

namespace Serverless.StepFunctions;

/// <summary>States that can set variables: all but Succeed and Fail.</summary>
/// <typeparam name="TSelf">The kind of state, so that chains keep it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class VariableStateBuilder<TSelf> : NamedStateBuilder<TSelf>
    where TSelf : State
{
    private protected VariableStateBuilder()
    {
    }

    /// <summary>Sets a variable to a computed value. On a Choice it is set whichever rule holds.</summary>
    /// <param name="variable">Name of the variable, without <c>$</c>, up to 80 characters.</param>
    /// <param name="value">Lambda that yields the value, from the input or, on a Task, Parallel or Map, from the result.</param>
    public TSelf Set(string variable, Delegate value) => throw NeverExecuted();

    /// <summary>Selects the part of the input that the state works with. JSONPath machines only (SVLS2315). Default: <c>$</c>, everything.</summary>
    /// <param name="path">A path such as <c>$.order</c>, <c>$$.Execution.Input</c> or <c>$variable</c> (SVLS2318); null = an empty object.</param>
    public TSelf InputPath(string? path) => throw NeverExecuted();

    /// <summary>Selects the part that becomes the output. JSONPath machines only (SVLS2315). Default: <c>$</c>, everything.</summary>
    /// <param name="path">A path (SVLS2318); null = an empty object.</param>
    public TSelf OutputPath(string? path) => throw NeverExecuted();
}
