using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// Renders a state machine in the Amazon States Language. Fields come in the order in which one reads a state: what it is,
/// what it runs, what goes in and comes out, how long it may take, what happens on failure, and where it goes.
/// </summary>
internal sealed class AslRenderer
{
    private readonly StateMachine _machine;
    private readonly Substitutions _substitutions;
    private readonly AslDataRenderer _data;
    private readonly TaskRenderer _tasks;
    private readonly MapRenderer _maps;

    private AslRenderer(StateMachine machine, ReferenceResolver resolver)
    {
        _machine = machine;
        _substitutions = new Substitutions(resolver);
        _data = new AslDataRenderer(machine.QueryLanguage, _substitutions);
        _tasks = new TaskRenderer(machine.QueryLanguage, resolver, _substitutions, _data);
        _maps = new MapRenderer(machine.QueryLanguage, _data);
    }

    private bool IsJsonata => _machine.QueryLanguage == QueryLanguage.JSONata;

    public static AslDocument Render(StateMachine machine, ReferenceResolver resolver)
    {
        var renderer = new AslRenderer(machine, resolver);
        return new AslDocument(renderer.RenderMachine(), renderer._substitutions.Entries);
    }

    private JsonObject RenderMachine()
    {
        var definition = new JsonObject
        {
            { "Comment", CommentOf(_machine.Comment) },
            { "QueryLanguage", IsJsonata ? "JSONata" : "JSONPath" },
            { "TimeoutSeconds", _machine.TimeoutSeconds },
        };
        AddGraph(definition, _machine.Graph);
        return definition;
    }

    private JsonObject AddGraph(JsonObject owner, StateGraph graph)
    {
        var states = new JsonObject();
        foreach (var state in graph.States)
            states.Add(state.Name, RenderState(state));
        owner.Add("StartAt", graph.StartAt);
        owner.Add("States", states);
        return owner;
    }

    private JsonObject RenderState(State state)
    {
        var rendered = new JsonObject { { "Type", TypeOf(state) }, { "Comment", CommentOf(state.Comment) } };
        AddText(rendered, "InputPath", state.InputPath);
        switch (state)
        {
            case TaskState task:
                _tasks.AddTo(rendered, task);
                break;
            case PassState pass:
                rendered.Add("Result", pass.Result is { } result ? _data.Render(result) : null);
                if (!IsJsonata)
                    rendered.Add("Parameters", pass.Output is { } parameters ? _data.Render(parameters) : null);
                break;
            case ChoiceState choice:
                rendered.Add("Choices", new JsonArray(choice.Choices.Select(RenderRule)));
                break;
            case WaitState wait:
                _data.AddField(rendered, wait.Kind == WaitKind.Seconds ? "Seconds" : "Timestamp", wait.Value);
                break;
            case FailState fail:
                _data.AddField(rendered, "Error", fail.Error);
                _data.AddField(rendered, "Cause", fail.Cause);
                break;
            case ParallelState parallel:
                rendered.Add(IsJsonata ? "Arguments" : "Parameters", parallel.Arguments is { } arguments ? _data.Render(arguments) : null);
                rendered.Add("Branches", new JsonArray(parallel.Branches.Select(branch => AddGraph([], branch))));
                break;
            case MapState map:
                _maps.AddTo(rendered, map, AddGraph);
                break;
        }

        AddResult(rendered, state);
        if (state is TaskState limited)
            _tasks.AddLimits(rendered, limited);
        else if (state is MapState map)
            _maps.AddTolerance(rendered, map);
        AddFailureHandling(rendered, state);
        AddTransition(rendered, state);
        return Merged(rendered, state.Raw);
    }

    private void AddResult(JsonObject rendered, State state)
    {
        if (!IsJsonata)
        {
            rendered.Add("ResultSelector", state.ResultSelector is { } selector ? _data.Render(selector) : null);
            AddText(rendered, "ResultPath", state.ResultPath);
            AddText(rendered, "OutputPath", state.OutputPath);
        }
        else if (state.Output is { } output && state is not FailState)
        {
            rendered.Add("Output", _data.Render(output));
        }
        else if (state is TaskState task)
        {
            rendered.Add("Output", TaskRenderer.DefaultOutput(task));
        }

        if (state is not (SucceedState or FailState))
            rendered.Add("Assign", _data.RenderAssign(state.Assign));
    }

    private void AddFailureHandling(JsonObject rendered, State state)
    {
        if (state is not (TaskState or ParallelState or MapState))
            return;
        var retriers = new JsonArray(state.Retry.Select(FailureRules.Retrier));
        if (state is TaskState { RetryServiceErrors: true })
            retriers = new JsonArray(retriers.Prepend(FailureRules.ServiceErrors()));
        if (retriers.Count > 0)
            rendered.Add("Retry", retriers);
        if (state.Catch.Count > 0)
            rendered.Add("Catch", new JsonArray(state.Catch.Select(RenderCatcher)));
    }

    private JsonNode RenderCatcher(CatchRule rule)
    {
        var rendered = new JsonObject { { "ErrorEquals", Texts(rule.Errors) } };
        AddText(rendered, "ResultPath", rule.ResultPath);
        rendered.Add("Output", rule.Output is { } output ? _data.Render(output) : null);
        rendered.Add("Assign", _data.RenderAssign(rule.Assign));
        rendered.Add("Next", rule.Next);
        return rendered;
    }

    private JsonNode RenderRule(ChoiceRule rule)
    {
        // A JSONPath rule is a comparison object; a JSONata rule has one condition.
        var rendered = !IsJsonata && rule.Condition is AslObject comparison
            ? _data.RenderComparison(comparison)
            : new JsonObject { { "Condition", _data.Render(rule.Condition) } };
        rendered.Add("Output", rule.Output is { } output ? _data.Render(output) : null);
        rendered.Add("Assign", _data.RenderAssign(rule.Assign));
        rendered.Add("Next", rule.Next);
        return rendered;
    }

    private static void AddTransition(JsonObject rendered, State state)
    {
        switch (state)
        {
            case ChoiceState choice:
                AddText(rendered, "Default", choice.Default);
                break;
            case SucceedState or FailState:
                break;
            default:
                if (state.Next is { } next)
                    rendered.Add("Next", next);
                else
                    rendered.Add("End", true);
                break;
        }
    }

    /// <summary>The user's own fields win, as everywhere.</summary>
    private static JsonObject Merged(JsonObject rendered, string? raw)
    {
        if (raw is not null && JsonReader.Read(raw, out _, allowComments: true) is JsonObject fields)
            JsonMerge.Into(rendered, fields);
        return rendered;
    }

    private static JsonArray Texts(EquatableArray<string> texts) => new(texts.Select(static text => (JsonNode)new JsonString(text)));

    private static void AddText(JsonObject target, string name, string? text)
    {
        if (text is not null)
            target.Add(name, text == "null" ? new JsonNull() : new JsonString(text));
    }

    private static JsonString? CommentOf(string? comment) => comment is null ? null : new JsonString(DefinitionText.Comment(comment));

    private static string TypeOf(State state) => state switch
    {
        TaskState => "Task",
        PassState => "Pass",
        ChoiceState => "Choice",
        WaitState => "Wait",
        SucceedState => "Succeed",
        FailState => "Fail",
        ParallelState => "Parallel",
        MapState => "Map",
        _ => throw new InvalidOperationException("A kind of state that the renderer does not know."),
    };
}
