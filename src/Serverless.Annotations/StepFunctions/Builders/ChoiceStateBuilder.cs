namespace Serverless.StepFunctions;

/// <summary>A Choice state: rules in order, the first that holds decides.</summary>
public sealed class ChoiceStateBuilder : VariableStateBuilder<ChoiceStateBuilder>
{
    private ChoiceStateBuilder()
    {
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="condition">Lambda that yields a bool, from the input and variables.</param>
    /// <param name="next"><c>nameof</c> the state that follows (SVLS2301).</param>
    public ChoiceStateBuilder When(Delegate condition, string next) => throw NeverExecuted();

    /// <summary>Adds a rule that hands on something else than the input.</summary>
    /// <param name="condition">Lambda that yields a bool, from the input and variables.</param>
    /// <param name="next"><c>nameof</c> the state that follows (SVLS2301).</param>
    /// <param name="output">Lambda that yields the following state's input.</param>
    public ChoiceStateBuilder When(Delegate condition, string next, Delegate output) => throw NeverExecuted();

    /// <summary>Names the state that follows when no rule holds. Without it such an execution fails (SVLS2303).</summary>
    /// <param name="next"><c>nameof</c> the state (SVLS2301).</param>
    public ChoiceStateBuilder Otherwise(string next) => throw NeverExecuted();

    /// <summary>Names the state that follows when no rule holds, and what it gets.</summary>
    /// <param name="next"><c>nameof</c> the state (SVLS2301).</param>
    /// <param name="output">Lambda that yields the following state's input.</param>
    public ChoiceStateBuilder Otherwise(string next, Delegate output) => throw NeverExecuted();
}
