using System.Text;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>A machine as text that can be read beside its source: what the model says, without the spelling of any renderer.</summary>
internal static class MachineText
{
    public static string Of(StateMachine machine) => Of(machine.Graph, "");

    private static string Of(StateGraph graph, string indent)
    {
        var text = new StringBuilder().Append(indent).Append("start ").Append(graph.StartAt).Append('\n');
        foreach (var state in graph.States)
            Append(text, state, indent);
        return text.ToString();
    }

    private static void Append(StringBuilder text, State state, string indent)
    {
        text.Append(indent).Append(state.Name).Append(": ").Append(Kind(state)).Append('\n');
        void Line(string name, string? value)
        {
            if (value is not null)
                text.Append(indent).Append("  ").Append(name).Append(' ').Append(value).Append('\n');
        }

        if (state is TaskState task)
        {
            Line("arguments", Data(task.Arguments));
            Line("timeout", Data(task.TimeoutSeconds));
            Line("heartbeat", Data(task.HeartbeatSeconds));
            Line("role", task.CredentialsRole is { } role ? Data(new AslReference(role)) : null);
        }

        if (state is ChoiceState choice)
        {
            foreach (var rule in choice.Choices)
                Line("when", $"{Data(rule.Condition)} -> {rule.Next}{Assigned(rule.Assign)}{(rule.Output is { } handed ? " output " + Data(handed) : "")}");
            Line("otherwise", choice.Default);
        }

        if (state is WaitState wait)
            Line(wait.Kind == WaitKind.Seconds ? "seconds" : "until", Data(wait.Value));
        if (state is FailState fail)
        {
            Line("error", Data(fail.Error));
            Line("cause", Data(fail.Cause));
        }

        if (state is MapState map)
        {
            Line("items", Data(map.Items));
            Line("item", Data(map.ItemSelector));
            Line("concurrency", Data(map.MaxConcurrency));
            if (map.Distributed is { } distributed)
                Append(Line, distributed);
        }

        if (state is ParallelState parallel)
            Line("arguments", Data(parallel.Arguments));
        foreach (var assignment in state.Assign)
            Line("assign", $"{assignment.Variable} = {Data(assignment.Value)}");
        Line("output", Data(state.Output));
        foreach (var rule in state.Retry)
            Line("retry", $"{string.Join(", ", rule.Errors)} every {rule.IntervalSeconds} s x{rule.BackoffRate} max {rule.MaxAttempts}{(rule.MaxDelaySeconds is { } delay ? $" delay {delay}" : "")}{(rule.FullJitter ? "" : " no jitter")}");
        foreach (var rule in state.Catch)
            Line("catch", $"{string.Join(", ", rule.Errors)} -> {rule.Next}{Assigned(rule.Assign)}{(rule.Output is { } output ? " output " + Data(output) : "")}");
        Line("raw", state.Raw);
        Line("next", state.Next);
        foreach (var graph in state is ParallelState p ? p.Branches.AsImmutableArray() : state is MapState m ? [m.Processor] : [])
            text.Append(Of(graph, indent + "    "));
    }

    private static void Append(Action<string, string?> line, DistributedMap map)
    {
        line("children", map.Children + (map.Label is { } label ? " " + label : ""));
        if (map.Reader is { } reader)
        {
            line("reader", $"{reader.Source} {Data(reader.Location)}");
            string?[] config =
            [
                reader.InputType, reader.ManifestType, reader.LoadAndFlatten ? "flatten" : null, reader.CsvHeaders.Count > 0 ? string.Join("|", reader.CsvHeaders) : null,
                reader.CsvDelimiter, reader.ItemsPointer, reader.MaxItems is { } most ? "max " + Data(most) : null,
            ];
            line("config", config.Any(static c => c is not null) ? string.Join(" ", config.Where(static c => c is not null)) : null);
        }

        if (map.Batcher is { } batcher)
            line("batch", $"{Data(batcher.MaxItemsPerBatch) ?? "-"} items {Data(batcher.MaxInputBytesPerBatch) ?? "-"} bytes{(batcher.BatchInput is { } input ? " with " + Data(input) : "")}");
        line("tolerate %", Data(map.ToleratedFailurePercentage));
        line("tolerate", Data(map.ToleratedFailureCount));
        if (map.Writer is { } writer)
            line("writer", $"{Data(writer.Location) ?? "-"} {writer.Transformation} {writer.OutputType}".TrimEnd());
    }

    private static string Kind(State state) => state switch
    {
        TaskState { Function: { } function, Resource: { } resource } => $"task function {function} by {resource}",
        TaskState { Function: { } function } => "task function " + function,
        TaskState { Resource: { } resource } => "task " + resource,
        _ => state.GetType().Name.Replace("State", "", StringComparison.Ordinal).ToLowerInvariant(),
    };

    private static string Assigned(EquatableArray<Assignment> assign) =>
        assign.Count == 0 ? "" : " assign " + string.Join(", ", assign.Select(static a => $"{a.Variable} = {Data(a.Value)}"));

    public static string? Data(AslData? data) => data switch
    {
        null => null,
        AslText text => "\"" + text.Value + "\"",
        AslNumber number => number.Text,
        AslBoolean boolean => boolean.Value ? "true" : "false",
        AslNull => "null",
        AslExpression expression => "{% " + expression.Jsonata + " %}",
        AslReference reference => "@" + reference.Value.Text + (reference.Value.Attribute is { } a ? "." + a : ""),
        AslObject o => "{ " + string.Join(", ", o.Members.Select(static m => m.Name + ": " + Data(m.Value))) + " }",
        AslList list => "[" + string.Join(", ", list.Items.Select(Data)) + "]",
        _ => data.ToString(),
    };
}
