using System.ComponentModel;

namespace Serverless.StepFunctions;

/// <summary>States that lead to another one: all but Choice, Succeed and Fail.</summary>
/// <typeparam name="TSelf">The kind of state, so that chains keep it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FlowStateBuilder<TSelf> : VariableStateBuilder<TSelf>
    where TSelf : State
{
    private protected FlowStateBuilder()
    {
    }

    /// <summary>Names the following state. Without it the path ends here.</summary>
    /// <param name="state"><c>nameof</c> a member (SVLS2301).</param>
    public TSelf Next(string state) => throw NeverExecuted();
}
