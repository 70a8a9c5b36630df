using System.Globalization;
using System.Text;
using Serverless.Model;

namespace Serverless.Artifacts.Pictures;

/// <summary>The machine in a sentence for each state: what a screen reader says of the picture.</summary>
internal static class PictureText
{
    public static string Describe(StateMachine machine)
    {
        var text = new StringBuilder();
        if (machine.Comment is { Length: > 0 } comment)
            text.Append(comment.Trim()).Append(' ');
        Describe(text, machine.Graph);
        return text.ToString().TrimEnd();
    }

    private static void Describe(StringBuilder text, StateGraph graph)
    {
        text.Append("Starts at ").Append(graph.StartAt).Append(". ");
        foreach (var state in graph.States)
        {
            text.Append(state.Name).Append(Way(state)).Append(". ");
            IReadOnlyList<StateGraph> inner = state switch
            {
                ParallelState parallel => parallel.Branches,
                MapState map => [map.Processor],
                _ => [],
            };
            for (var i = 0; i < inner.Count; i++)
            {
                text.Append(state is MapState ? "Each item of " + state.Name : $"Branch {(i + 1).ToString(CultureInfo.InvariantCulture)} of {state.Name}").Append(": ");
                Describe(text, inner[i]);
            }
        }
    }

    private static string Way(State state) => state switch
    {
        ChoiceState choice => " chooses: " + string.Join(", ", choice.Choices.Select(static r => $"{r.Next} if {ConditionText.Of(r.Condition)}").Concat(choice.Default is { } otherwise ? [$"else {otherwise}"] : [])),
        FailState => " fails",
        { Next: { } next } => " then " + next,
        _ => " ends",
    };
}
