using System.Globalization;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Tests.CrossChecks;

/// <summary>
/// A random machine of every kind of state, whose tasks answer by rule. What two engines may order differently decides nothing: inside a
/// Parallel or Map every failure has one name.
/// </summary>
internal sealed class RandomMachine
{
    public static readonly string[] Errors = ["FormatException", "TimeoutException", "InvalidDataException"];

    private readonly Random _random;
    private readonly bool _isJsonata;
    private readonly int _seed;
    private readonly Dictionary<string, string?> _groups = new(StringComparer.Ordinal);
    private int _names;

    public RandomMachine(int seed, bool isJsonata)
    {
        _seed = seed;
        _random = new Random(seed);
        _isJsonata = isJsonata;
        Definition = Graph(3, null);
        Definition["QueryLanguage"] = isJsonata ? "JSONata" : "JSONPath";
        Input = new JsonObject { ["n"] = _random.Next(10), ["list"] = new JsonArray(1, _random.Next(5)), ["from"] = "input" };
    }

    public JsonObject Definition { get; }

    public JsonNode Input { get; }

    /// <summary>True for states outside every Parallel and Map.</summary>
    public bool IsTopLevel(string state) => _groups[state] is null;

    /// <summary>True when a state inside a Parallel or Map fails, so that others may or may not have been reached.</summary>
    public bool MayStopSiblings => _groups.Any(g => g.Value is not null && (Fails(g.Key, 0) || Definition.ToJsonString().Contains($"\"{g.Key}\":{{\"Type\":\"Fail\"", StringComparison.Ordinal)));

    /// <summary>What a task answers: a result, or an exception whose type is the error.</summary>
    /// <param name="state">The state.</param>
    /// <param name="call">How many calls it had before.</param>
    public JsonNode? Answer(string state, int call)
    {
        if (_groups[state] is { } error)
            return Fails(state, 0) ? throw Exception(error) : Result(state, 0);
        return Fails(state, call) ? throw Exception(Errors[Hash(state, call, 7) % Errors.Length]) : Result(state, call);
    }

    private static Exception Exception(string name) => name switch
    {
        "FormatException" => new FormatException("task"),
        "TimeoutException" => new TimeoutException("task"),
        _ => new InvalidDataException("task"),
    };

    private bool Fails(string state, int call) => Hash(state, call, 3) % 10 < (_groups[state] is null ? 4 : 2);

    private JsonObject Result(string state, int call) => new() { ["n"] = Hash(state, call, 5) % 20, ["list"] = new JsonArray(Hash(state, call, 11) % 5, 2), ["from"] = state };

    private int Hash(string state, int call, int salt)
    {
        var hash = (_seed * 31) + salt;
        foreach (var c in state)
            hash = unchecked((hash * 31) + c);
        return (int)(((uint)unchecked((hash * 31) + call) * 2_654_435_761u) >> 8);
    }

    private JsonObject Graph(int depth, string? group)
    {
        var names = Enumerable.Range(0, 2 + _random.Next(4)).Select(_ => "S" + (_names++).ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var name in names)
            _groups[name] = group;
        var states = new JsonObject();
        for (var i = 0; i < names.Count; i++)
            states[names[i]] = State(names[i], names.Skip(i + 1).ToList(), depth, group);
        return new JsonObject { ["StartAt"] = names[0], ["States"] = states };
    }

    private JsonObject State(string name, List<string> later, int depth, string? group)
    {
        var state = _random.Next(depth > 0 ? 10 : 7) switch
        {
            0 or 1 => Pass(name, group),
            2 when later.Count > 1 => Choice(later, group),
            3 => Wait(),
            4 when later.Count == 0 && _random.Next(2) == 0 => new JsonObject { ["Type"] = "Succeed" },
            4 when later.Count == 0 && _random.Next(3) == 0 => new JsonObject { ["Type"] = "Fail", ["Error"] = group ?? "Ended", ["Cause"] = "task" },
            7 => Parallel(name, depth, group),
            8 or 9 => Map(name, depth, group),
            _ => Task(),
        };
        var type = state["Type"]!.GetValue<string>();
        if (type is "Task" or "Parallel" or "Map")
            Handle(state, later);
        if (type is not ("Choice" or "Succeed" or "Fail"))
        {
            if (later.Count > 0 && _random.Next(8) > 0)
                state["Next"] = later[_random.Next(Math.Min(2, later.Count))];
            else
                state["End"] = true;
        }

        if (_isJsonata && type is not ("Succeed" or "Fail") && _random.Next(3) == 0)
            state["Assign"] = new JsonObject { [group is null ? "v" + _random.Next(3).ToString(CultureInfo.InvariantCulture) : "inner" + name] = "{% $states.input.n * 2 %}" };
        return state;
    }

    private JsonObject Pass(string name, string? group)
    {
        var pass = new JsonObject { ["Type"] = "Pass" };
        if (_isJsonata)
        {
            pass["Output"] = new JsonObject
            {
                ["n"] = group is null && _random.Next(4) == 0 ? $"{{% $v{_random.Next(3)} + 1 %}}" : group is null && _random.Next(8) == 0 ? "{% $states.input.missing %}" : "{% $states.input.n + 1 %}",
                ["list"] = "{% $append($states.input.list, $states.input.n) %}",
                ["from"] = "{% $states.context.State.Name & '<' & $states.input.from %}",
            };
            return pass;
        }

        switch (_random.Next(3))
        {
            case 0:
                pass["Parameters"] = new JsonObject { ["n.$"] = "States.MathAdd($.n, 1)", ["list.$"] = "$.list", ["from.$"] = $"States.Format('{name} {{}}', $.from)" };
                break;
            case 1:
                pass["Result"] = new JsonObject { ["deep"] = name };
                pass["ResultPath"] = "$.extra.here";
                break;
            default:
                pass["InputPath"] = group is null && _random.Next(6) == 0 ? "$.missing" : "$";
                break;
        }

        return pass;
    }

    private JsonObject Choice(List<string> later, string? group)
    {
        var limit = _random.Next(12);
        var rule = _isJsonata
            ? new JsonObject { ["Condition"] = $"{{% $states.input.n > {limit} %}}" }
            : _random.Next(3) switch
            {
                0 => new JsonObject { ["Variable"] = "$.n", ["NumericGreaterThan"] = limit },
                1 => new JsonObject { ["Not"] = new JsonObject { ["Variable"] = "$.extra", ["IsPresent"] = true } },
                _ => new JsonObject { ["And"] = new JsonArray(new JsonObject { ["Variable"] = "$.from", ["StringMatches"] = "S*" }, new JsonObject { ["Variable"] = "$.n", ["NumericLessThanEquals"] = limit }) },
            };
        rule["Next"] = later[_random.Next(later.Count)];
        var choice = new JsonObject { ["Type"] = "Choice", ["Choices"] = new JsonArray(rule) };
        if (group is not null || _random.Next(6) > 0)
            choice["Default"] = later[0];
        if (_isJsonata && _random.Next(2) == 0)
            choice["Output"] = new JsonObject { ["n"] = "{% $states.input.n + 5 %}", ["list"] = "{% [$states.input.list] %}", ["from"] = "default" };
        return choice;
    }

    private JsonObject Wait() => _isJsonata && _random.Next(2) == 0
        ? new JsonObject { ["Type"] = "Wait", ["Seconds"] = "{% $floor($abs($states.input.n)) %}" }
        : new JsonObject { ["Type"] = "Wait", ["Seconds"] = 5 };

    private JsonObject Task()
    {
        var task = new JsonObject { ["Type"] = "Task", ["Resource"] = "arn:aws:states:::sqs:sendMessage" };
        if (_isJsonata)
        {
            task["Arguments"] = new JsonObject { ["in"] = "{% $states.input.n %}" };
            if (_random.Next(2) == 0)
                task["Output"] = new JsonObject { ["n"] = "{% $states.result.n + $states.input.n %}", ["list"] = "{% $states.result.list %}", ["from"] = "{% $states.result.from %}" };
            return task;
        }

        task["Parameters"] = new JsonObject { ["in.$"] = "$.n" };
        if (_random.Next(2) == 0)
            task["ResultSelector"] = new JsonObject { ["n.$"] = "$.n", ["list.$"] = "$.list", ["from"] = "selected" };
        if (_random.Next(3) == 0)
            task["ResultPath"] = "$.result";
        return task;
    }

    private JsonObject Parallel(string name, int depth, string? group)
    {
        var inner = group ?? Errors[_random.Next(Errors.Length)];
        var parallel = new JsonObject { ["Type"] = "Parallel", ["Branches"] = new JsonArray([.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => (JsonNode?)Graph(depth - 1, inner))]) };
        Collect(parallel, name);
        return parallel;
    }

    private JsonObject Map(string name, int depth, string? group)
    {
        var processor = Graph(depth - 1, group ?? Errors[_random.Next(Errors.Length)]);
        processor["ProcessorConfig"] = new JsonObject { ["Mode"] = "INLINE" };
        var map = new JsonObject { ["Type"] = "Map", ["ItemProcessor"] = processor, ["MaxConcurrency"] = _random.Next(3) };
        if (_isJsonata)
        {
            map["Items"] = "{% [$states.input.list] %}";
            map["ItemSelector"] = new JsonObject { ["n"] = "{% $states.context.Map.Item.Value + $states.context.Map.Item.Index %}", ["list"] = new JsonArray(1), ["from"] = "{% $states.input.from %}" };
        }
        else
        {
            map["ItemsPath"] = "$.list";
            map["ItemSelector"] = new JsonObject { ["n.$"] = "$$.Map.Item.Value", ["list"] = new JsonArray(1), ["from.$"] = "$.from" };
        }

        Collect(map, name);
        return map;
    }

    /// <summary>Results become one object again.</summary>
    private void Collect(JsonObject state, string name)
    {
        if (_isJsonata)
            state["Output"] = new JsonObject { ["n"] = "{% $count([$states.result]) %}", ["list"] = "{% [$states.result.n] %}", ["from"] = name, ["all"] = "{% [$states.result.from] %}" };
        else
            state["ResultSelector"] = new JsonObject { ["n.$"] = "States.ArrayLength($)", ["list.$"] = "$[*].n", ["from"] = name, ["all.$"] = "$[*].from" };
    }

    private void Handle(JsonObject state, List<string> later)
    {
        if (_random.Next(2) == 0)
        {
            var retry = new JsonArray();
            if (_random.Next(2) == 0)
                retry.Add(new JsonObject { ["ErrorEquals"] = new JsonArray(Errors[_random.Next(Errors.Length)]), ["MaxAttempts"] = _random.Next(3), ["IntervalSeconds"] = 1 + _random.Next(3) });
            retry.Add(new JsonObject { ["ErrorEquals"] = new JsonArray(_random.Next(2) == 0 ? "States.ALL" : "States.TaskFailed"), ["MaxAttempts"] = _random.Next(3), ["BackoffRate"] = 1.5 });
            state["Retry"] = retry;
        }

        if (later.Count == 0 || _random.Next(2) == 0)
            return;
        var catcher = new JsonObject { ["ErrorEquals"] = new JsonArray(_random.Next(3) == 0 ? "States.ALL" : Errors[_random.Next(Errors.Length)]), ["Next"] = later[^1] };
        if (_isJsonata)
            catcher["Output"] = new JsonObject { ["n"] = -1, ["list"] = new JsonArray(0), ["from"] = "{% 'caught ' & $states.errorOutput.Error & ' from ' & $states.input.from %}" };
        else
            catcher["ResultPath"] = "$.error";
        state["Catch"] = new JsonArray(catcher);
    }
}
