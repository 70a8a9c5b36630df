using System.ComponentModel;

namespace Serverless.StepFunctions;

/// <summary>What every state can say of itself.</summary>
/// <typeparam name="TSelf">The kind of state, so that chains keep it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NamedStateBuilder<TSelf> : State
    where TSelf : State
{
    private protected NamedStateBuilder()
    {
    }

    /// <summary>Gives the state another name than its member.</summary>
    /// <param name="name">1 to 80 characters, unique in the machine (SVLS2003).</param>
    public TSelf Named(string name) => throw NeverExecuted();

    /// <summary>Explains the state in the definition. Default: the member's documentation summary.</summary>
    /// <param name="text">The comment.</param>
    public TSelf Comment(string text) => throw NeverExecuted();

    /// <summary>Merges fields of the Amazon States Language over what is emitted: the way out for what has no member here.</summary>
    /// <param name="json">A JSON object.</param>
    public TSelf Raw(string json) => throw NeverExecuted();
}
