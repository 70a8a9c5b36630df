using System.Text.Json.Nodes;
using Serverless.StepFunctions.Local.JsonPath;

namespace Serverless.StepFunctions.Local;

/// <summary>One visit of a state: its fields evaluated with what it sees.</summary>
internal sealed class Visit
{
    private readonly MachineExecution _execution;
    private readonly IReadOnlyDictionary<string, JsonNode?> _variables;
    private JsonObject? _context;

    public Visit(MachineExecution execution, Frame frame, StateNode node, JsonNode? input, StateVisit record)
    {
        _execution = execution;
        Frame = frame;
        Node = node;
        RawInput = input;
        Record = record;
        _variables = frame.Scope.Snapshot();
    }

    public Frame Frame { get; }

    public StateNode Node { get; }

    /// <summary>What the state was entered with.</summary>
    public JsonNode? RawInput { get; }

    /// <summary>JSONPath: the part of the input the state sees.</summary>
    public JsonNode? Input { get; private set; }

    public StateVisit Record { get; }

    public int RetryCount { get; private set; }

    /// <summary>Token of a task that waits for one.</summary>
    public string? Token { get; private set; }

    /// <summary>JSONPath: applies `InputPath`.</summary>
    public void TakeInput() => Input = Node.IsJsonata ? RawInput : Path("InputPath", RawInput, RawInput);

    /// <summary>Another attempt.</summary>
    public void Retry()
    {
        RetryCount++;
        Token = null;
        _context = null;
    }

    /// <summary>The task has a token from here on.</summary>
    public void SetToken(string token)
    {
        Token = token;
        _context = null;
    }

    /// <summary>The context object. Not changed by anyone.</summary>
    public JsonObject Context => _context ??= _execution.Context(this);

    /// <summary>Input, context and what is given, as JSONata's `$states`.</summary>
    public JsonObject States(string? name = null, JsonNode? value = null, JsonObject? item = null)
    {
        var context = (JsonObject)Context.DeepClone();
        if (item is not null)
            context["Map"] = item.DeepClone();
        var states = new JsonObject { ["input"] = Json.Copy(RawInput), ["context"] = context };
        if (name is not null)
            states[name] = Json.Copy(value);
        return states;
    }

    /// <summary>A field or part of one, its expressions replaced by their values.</summary>
    /// <param name="template">As written.</param>
    /// <param name="states">JSONata's `$states`.</param>
    /// <param name="place">Name of the field, for messages.</param>
    /// <exception cref="StateFailure">`States.QueryEvaluationError`.</exception>
    public JsonNode? Jsonata(JsonNode? template, JsonObject states, string place)
    {
        return Jsonata(template, new Dictionary<string, JsonNode?>(_variables, StringComparer.Ordinal) { ["states"] = states }, place);
    }

    /// <summary>A JSONata field of the state; the default when it is absent.</summary>
    public JsonNode? JsonataField(string field, JsonNode? otherwise = null) => Node.Has(field) ? Jsonata(Node[field], States(), field) : otherwise;

    /// <summary>A payload template: values under keys that end in `.$` are paths and intrinsics.</summary>
    /// <param name="template">As written.</param>
    /// <param name="root">What `$` is.</param>
    /// <param name="item">`Map` of the context object.</param>
    public JsonNode? Template(JsonNode? template, JsonNode? root, JsonObject? item = null) => OfPaths(() => PathEngine.Fill(template, PathData(root, item)));

    /// <summary>The value of a path field; the default when it is absent, an empty object when it is null.</summary>
    public JsonNode? Path(string field, JsonNode? root, JsonNode? otherwise)
    {
        if (!Node.Has(field))
            return otherwise;
        if (Node[field] is not { } path)
            return new JsonObject();
        return Read(path.GetValue<string>(), root);
    }

    /// <summary>What a path leads to.</summary>
    /// <exception cref="StateFailure">`States.Runtime`: nowhere.</exception>
    public JsonNode? Read(string path, JsonNode? root) => OfPaths(() => PathEngine.Read(path, PathData(root, null)));

    /// <summary>True when a rule of a JSONPath Choice holds.</summary>
    public bool Holds(JsonObject rule) => OfPaths(() => ChoiceComparison.Holds(rule, PathData(Input, null)));

    /// <summary>A number that may be written, computed or read from a path; null when absent.</summary>
    /// <exception cref="StateFailure">It is no number of this kind.</exception>
    public double? Number(string field, bool isWhole, JsonObject? owner = null, double least = double.MinValue, double most = double.MaxValue)
    {
        owner ??= Node.Fields;
        JsonNode? value;
        var written = field;
        if (owner.ContainsKey(field))
        {
            value = Node.IsJsonata ? Jsonata(owner[field], States(), field) : owner[field];
        }
        else if (!Node.IsJsonata && owner[field + "Path"] is { } path)
        {
            written = field + "Path";
            value = Read(path.GetValue<string>(), Input);
        }
        else
        {
            return null;
        }

        var error = Node.IsJsonata ? ErrorNames.QueryEvaluationError : ErrorNames.Runtime;
        if (!Json.IsNumber(value) || (isWhole && Json.Number(value!) != Math.Floor(Json.Number(value!))))
            throw new StateFailure(error, $"{At} The {written} field refers to value \"{Json.Text(value)}\" which is not a valid {(isWhole ? "integer" : "float")}.");
        var number = Json.Number(value!);
        return number >= least && number <= most ? number : throw new StateFailure(error, $"{At} The {written} field must be between {least} and {most}, not {number}.");
    }

    /// <summary>
    /// The output and the variables after a state, a matched rule or a catcher. Output first: it does not see the new values.
    /// </summary>
    /// <param name="rule">Fields of the state, the rule or the catcher.</param>
    /// <param name="name">Name in `$states`: `result`, `errorOutput` or null.</param>
    /// <param name="value">Result or error; the input where there is none.</param>
    public JsonNode? Finish(JsonObject rule, string? name, JsonNode? value)
    {
        var isState = ReferenceEquals(rule, Node.Fields);
        JsonNode? output;
        JsonNode? assigned = null;
        if (Node.IsJsonata)
        {
            var states = States(name, value);
            output = rule.ContainsKey("Output") ? Jsonata(rule["Output"], states, "Output") : value;
            if (rule["Assign"] is { } assign)
                assigned = Jsonata(assign, states, "Assign");
        }
        else
        {
            if (rule["Assign"] is { } assign)
                assigned = Template(assign, value);
            output = isState || name == "errorOutput" ? PathOutput(rule, isState, name, value) : Path("OutputPath", value, value);
        }

        output = Json.Read(output);
        if (Json.Length(output) > MachineExecution.PayloadLimit)
            throw TooLarge(Node.Name);
        if (assigned is JsonObject values)
        {
            Frame.Scope.Assign(values);
            Record.Assigned = (JsonObject)Json.Read(values)!;
        }

        return output;
    }

    /// <summary>Data above the limit.</summary>
    public static StateFailure TooLarge(string what) =>
        new(ErrorNames.DataLimitExceeded, $"The state/task '{what}' returned a result with a size exceeding the maximum number of bytes service limit.");

    /// <summary>How the service begins its causes.</summary>
    public string At => $"An error occurred while executing the state '{Node.Name}' (entered at the event id #{Record.EnteredEventId}).";

    private JsonNode? PathOutput(JsonObject rule, bool isState, string? name, JsonNode? value)
    {
        if (isState && name == "result" && rule["ResultSelector"] is { } selector)
            value = Template(selector, value);
        var hasResult = name is not null || Node.Type == StateType.Pass;
        var whole = hasResult ? Place(rule, value) : value;
        return isState ? Path("OutputPath", whole, whole) : whole;
    }

    private JsonNode? Place(JsonObject rule, JsonNode? value)
    {
        if (!rule.ContainsKey("ResultPath"))
            return value;
        return OfPaths(() => PathEngine.Write(rule["ResultPath"]?.GetValue<string>(), RawInput, value));
    }

    private PathData PathData(JsonNode? root, JsonObject? item)
    {
        var context = Context;
        if (item is not null)
        {
            context = (JsonObject)context.DeepClone();
            context["Map"] = item.DeepClone();
        }

        return new PathData(root, context, _variables) { Random = _execution.Runner.Random };
    }

    private T OfPaths<T>(Func<T> evaluate)
    {
        try
        {
            return evaluate();
        }
        catch (PathException exception)
        {
            throw new StateFailure(exception.Error, $"{At} {exception.Message}");
        }
    }

    private JsonNode? Jsonata(JsonNode? template, IReadOnlyDictionary<string, JsonNode?> variables, string place)
    {
        switch (template)
        {
            case JsonObject obj:
                var members = new JsonObject();
                foreach (var (name, value) in obj)
                    members[name] = Owned(Jsonata(value, variables, $"{place}/{name}"));
                return members;
            case JsonArray list:
                var items = new JsonArray();
                for (var i = 0; i < list.Count; i++)
                    items.Add(Owned(Jsonata(list[i], variables, $"{place}[{i}]")));
                return items;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal):
                var expression = text[2..^2].Trim();
                try
                {
                    return _execution.Expressions.TryEvaluate(expression, variables, _execution.Now, out var result)
                        ? result
                        : throw new StateFailure(ErrorNames.QueryEvaluationError, $"{At} The JSONata expression '{expression}' specified for the field '{place}' returned nothing (undefined).");
                }
                catch (ExpressionException exception)
                {
                    throw new StateFailure(ErrorNames.QueryEvaluationError, $"{At} The JSONata expression '{expression}' specified for the field '{place}' threw an error during evaluation. {exception.Message}");
                }

            default:
                return Json.Copy(template);
        }
    }

    private static JsonNode? Owned(JsonNode? node) => node?.Parent is null ? node : node.DeepClone();
}
