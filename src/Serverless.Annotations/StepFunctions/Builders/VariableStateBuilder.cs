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
}
