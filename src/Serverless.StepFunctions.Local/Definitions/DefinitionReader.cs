using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>Reads a definition, and refuses what Step Functions refuses and what is not known here.</summary>
internal sealed class DefinitionReader
{
    private const int NameLength = 80;

    private static readonly string[] DistributedOnly = ["ItemReader", "ItemBatcher", "ResultWriter", "Label", "ToleratedFailurePercentage", "ToleratedFailureCount", "ToleratedFailurePercentagePath", "ToleratedFailureCountPath"];
    private static readonly string[] TopLevel = ["Comment", "Version", "QueryLanguage", "TimeoutSeconds", "StartAt", "States"];
    private static readonly string[] Nested = ["Comment", "QueryLanguage", "StartAt", "States", "ProcessorConfig"];
    private static readonly string[] RetrierFields = ["Comment", "ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy"];
    private static readonly string[] CatcherFields = ["Comment", "ErrorEquals", "Next", "Assign"];

    private readonly bool _isExpress;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private DefinitionReader(bool isExpress) => _isExpress = isExpress;

    /// <summary>Reads a definition.</summary>
    /// <param name="text">In JSON.</param>
    /// <param name="isExpress">The machine is an Express one.</param>
    /// <exception cref="InvalidDefinitionException">It is not one.</exception>
    public static Definition Read(string text, bool isExpress)
    {
        JsonNode? parsed;
        try
        {
            parsed = JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new InvalidDefinitionException("The definition is not JSON: " + exception.Message, exception);
        }

        if (parsed is not JsonObject root)
            throw new InvalidDefinitionException("", "a definition is a JSON object");
        Known(root, "", TopLevel);
        if (root["Version"] is { } version && Text(version, "Version") != "1.0")
            throw new InvalidDefinitionException("Version", "the only version is 1.0");
        var timeout = root["TimeoutSeconds"] is { } seconds ? (int?)Whole(seconds, "TimeoutSeconds", 1, 99_999_999) : null;
        var graph = new DefinitionReader(isExpress).ReadGraph(root, "", IsJsonata(root, "", inherited: false));
        return new Definition(graph, timeout, isExpress);
    }

    private Graph ReadGraph(JsonObject owner, string place, bool isJsonata)
    {
        if (owner["States"] is not JsonObject { Count: > 0 } states)
            throw new InvalidDefinitionException(place, "'States' is missing or empty");
        var start = Text(owner["StartAt"], Join(place, "StartAt"));
        var read = new Dictionary<string, StateNode>(StringComparer.Ordinal);
        foreach (var (name, node) in states)
        {
            var at = Join(place, "States." + name);
            if (name.Length is 0 or > NameLength)
                throw new InvalidDefinitionException(at, $"the name of a state has 1 to {NameLength} characters");
            if (!_names.Add(name))
                throw new InvalidDefinitionException(at, "the name is used twice; names are unique in the whole machine");
            if (node is not JsonObject fields)
                throw new InvalidDefinitionException(at, "a state is an object");
            read[name] = ReadState(name, fields, at, isJsonata);
        }

        Exists(read, start, Join(place, "StartAt"));
        foreach (var state in read.Values)
        {
            var at = Join(place, "States." + state.Name);
            foreach (var target in Targets(state))
                Exists(read, target, at);
        }

        return new Graph(start, read);
    }

    private StateNode ReadState(string name, JsonObject fields, string at, bool isJsonata)
    {
        if (!Enum.TryParse<StateType>(Text(fields["Type"], at + ".Type"), out var type) || char.IsDigit(fields["Type"]!.GetValue<string>()[0]))
            throw new InvalidDefinitionException(at, $"there is no state of type '{fields["Type"]}'");
        isJsonata = IsJsonata(fields, at, isJsonata);
        foreach (var (field, _) in fields)
        {
            if (StateFields.Problem(type, isJsonata, field) is { } problem)
                throw new InvalidDefinitionException(at, problem);
        }

        Exclusive(fields, at, "TimeoutSeconds", "TimeoutSecondsPath");
        Exclusive(fields, at, "HeartbeatSeconds", "HeartbeatSecondsPath");
        Exclusive(fields, at, "MaxConcurrency", "MaxConcurrencyPath");
        Exclusive(fields, at, "ToleratedFailurePercentage", "ToleratedFailurePercentagePath");
        Exclusive(fields, at, "ToleratedFailureCount", "ToleratedFailureCountPath");
        Exclusive(fields, at, "Error", "ErrorPath");
        Exclusive(fields, at, "Cause", "CausePath");
        Exclusive(fields, at, "ItemSelector", "Parameters", type == StateType.Map);
        if (isJsonata)
            ExpressionsAreWhole(fields, at);
        var node = new StateNode(name, type, fields, isJsonata)
        {
            Next = ReadNext(type, fields, at),
            Retriers = ReadRetriers(fields, at),
            Catchers = ReadCatchers(fields, at, isJsonata),
        };
        return type switch
        {
            StateType.Task => Task(node, at),
            StateType.Choice => Choice(node, at),
            StateType.Wait => Wait(node, at),
            StateType.Parallel => Parallel(node, at),
            StateType.Map => Map(node, at),
            _ => node,
        };
    }

    private StateNode Task(StateNode node, string at)
    {
        var resource = Text(node["Resource"], at + ".Resource");
        if (_isExpress && (resource.EndsWith(".sync", StringComparison.Ordinal) || resource.EndsWith(".sync:2", StringComparison.Ordinal) || resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal) || resource.Contains(":activity:", StringComparison.Ordinal)))
            throw new InvalidDefinitionException(at + ".Resource", $"an Express machine has no '{resource}'");
        if (node["TimeoutSeconds"] is { } timeout && !IsExpression(timeout))
            Whole(timeout, at + ".TimeoutSeconds", 1, 99_999_999);
        if (node["HeartbeatSeconds"] is { } heartbeat && !IsExpression(heartbeat))
        {
            var seconds = Whole(heartbeat, at + ".HeartbeatSeconds", 1, 99_999_999);
            if (node["TimeoutSeconds"] is { } limit && !IsExpression(limit) && seconds >= limit.GetValue<double>())
                throw new InvalidDefinitionException(at + ".HeartbeatSeconds", "a heartbeat is shorter than the timeout");
        }

        return node;
    }

    private static StateNode Choice(StateNode node, string at)
    {
        if (node["Choices"] is not JsonArray { Count: > 0 } rules)
            throw new InvalidDefinitionException(at, "'Choices' is missing or empty");
        for (var i = 0; i < rules.Count; i++)
        {
            var place = $"{at}.Choices[{i}]";
            if (rules[i] is not JsonObject rule)
                throw new InvalidDefinitionException(place, "a rule is an object");
            Text(rule["Next"], place + ".Next");
            if (node.IsJsonata)
            {
                Known(rule, place, "Condition", "Next", "Assign", "Output", "Comment");
                if (!rule.ContainsKey("Condition"))
                    throw new InvalidDefinitionException(place, "'Condition' is missing");
            }
            else
            {
                ChoiceOperators.Check(rule, place, isTop: true);
            }
        }

        return node;
    }

    private static StateNode Wait(StateNode node, string at)
    {
        string[] all = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];
        if (all.Count(node.Has) != 1)
            throw new InvalidDefinitionException(at, "exactly one of Seconds, SecondsPath, Timestamp and TimestampPath");
        if (node["Seconds"] is { } seconds && !IsExpression(seconds))
            Whole(seconds, at + ".Seconds", 0, 99_999_999);
        return node;
    }

    private StateNode Parallel(StateNode node, string at)
    {
        if (node["Branches"] is not JsonArray { Count: > 0 } branches)
            throw new InvalidDefinitionException(at, "'Branches' is missing or empty");
        var graphs = new List<Graph>();
        for (var i = 0; i < branches.Count; i++)
            graphs.Add(ReadNested(branches[i], $"{at}.Branches[{i}]", node.IsJsonata));
        return node with { Graphs = graphs };
    }

    private StateNode Map(StateNode node, string at)
    {
        if (node.Has("ItemProcessor") == node.Has("Iterator"))
            throw new InvalidDefinitionException(at, "exactly one of ItemProcessor and Iterator");
        var field = node.Has("ItemProcessor") ? "ItemProcessor" : "Iterator";
        var graph = ReadNested(node[field], Join(at, field), node.IsJsonata);
        var config = node[field]!["ProcessorConfig"] as JsonObject;
        if (config is not null)
            Known(config, $"{at}.{field}.ProcessorConfig", "Mode", "ExecutionType");
        var mode = config?["Mode"] is { } written ? Text(written, at + ".Mode") : "INLINE";
        var execution = config?["ExecutionType"] is { } kind ? Text(kind, at + ".ExecutionType") : null;
        if (mode is not ("INLINE" or "DISTRIBUTED"))
            throw new InvalidDefinitionException(at, $"a Map has no mode '{mode}'");
        if (mode == "DISTRIBUTED")
        {
            if (_isExpress)
                throw new InvalidDefinitionException(at, "an Express machine has no distributed Map");
            if (execution is not ("STANDARD" or "EXPRESS"))
                throw new InvalidDefinitionException(at, "ExecutionType is STANDARD or EXPRESS");
            if (node.Text("Label") is { Length: > 40 })
                throw new InvalidDefinitionException(at + ".Label", "a label has up to 40 characters");
        }
        else if (DistributedOnly.FirstOrDefault(node.Has) is { } only)
        {
            throw new InvalidDefinitionException(at, $"'{only}' is for distributed Maps");
        }

        return node with { Graphs = [graph], IsDistributed = mode == "DISTRIBUTED", HasExpressChildren = execution == "EXPRESS" };
    }

    private Graph ReadNested(JsonNode? node, string at, bool isJsonata)
    {
        if (node is not JsonObject graph)
            throw new InvalidDefinitionException(at, "an object with StartAt and States");
        Known(graph, at, Nested);
        return ReadGraph(graph, at, IsJsonata(graph, at, isJsonata));
    }

    private static List<Retrier> ReadRetriers(JsonObject fields, string at)
    {
        var retriers = new List<Retrier>();
        var rules = Rules(fields, "Retry", at);
        for (var i = 0; i < rules.Count; i++)
        {
            var place = $"{at}.Retry[{i}]";
            var rule = rules[i];
            Known(rule, place, RetrierFields);
            var jitter = rule["JitterStrategy"] is { } strategy ? Text(strategy, place) : "NONE";
            if (jitter is not ("NONE" or "FULL"))
                throw new InvalidDefinitionException(place, "JitterStrategy is NONE or FULL");
            var rate = rule["BackoffRate"] is { } backoff ? Number(backoff, place + ".BackoffRate") : 2;
            if (rate < 1)
                throw new InvalidDefinitionException(place + ".BackoffRate", "at least 1");
            retriers.Add(new Retrier(
                Errors(rule, place, isLast: i == rules.Count - 1),
                rule["IntervalSeconds"] is { } interval ? Whole(interval, place + ".IntervalSeconds", 1, 99_999_999) : 1,
                rule["MaxAttempts"] is { } attempts ? Whole(attempts, place + ".MaxAttempts", 0, 99_999_999) : 3,
                rate,
                rule["MaxDelaySeconds"] is { } delay ? Whole(delay, place + ".MaxDelaySeconds", 1, 31_622_400) : null,
                jitter == "FULL"));
        }

        return retriers;
    }

    private static List<Catcher> ReadCatchers(JsonObject fields, string at, bool isJsonata)
    {
        var catchers = new List<Catcher>();
        var rules = Rules(fields, "Catch", at);
        for (var i = 0; i < rules.Count; i++)
        {
            var place = $"{at}.Catch[{i}]";
            Known(rules[i], place, [.. CatcherFields, isJsonata ? "Output" : "ResultPath"]);
            catchers.Add(new Catcher(Errors(rules[i], place, isLast: i == rules.Count - 1), Text(rules[i]["Next"], place + ".Next"), rules[i]));
        }

        return catchers;
    }

    private static List<JsonObject> Rules(JsonObject fields, string field, string at)
    {
        if (!fields.TryGetPropertyValue(field, out var node))
            return [];
        return node is JsonArray rules && rules.All(static r => r is JsonObject)
            ? [.. rules.Select(static r => (JsonObject)r!)]
            : throw new InvalidDefinitionException($"{at}.{field}", "a list of objects");
    }

    private static List<string> Errors(JsonObject rule, string place, bool isLast)
    {
        if (rule["ErrorEquals"] is not JsonArray { Count: > 0 } names)
            throw new InvalidDefinitionException(place, "'ErrorEquals' is missing or empty");
        var errors = names.Select(n => Text(n, place + ".ErrorEquals")).ToList();
        if (errors.Contains(ErrorNames.All) && (errors.Count > 1 || !isLast))
            throw new InvalidDefinitionException(place, "States.ALL stands alone, and in the last rule");
        return errors;
    }

    private static string? ReadNext(StateType type, JsonObject fields, string at)
    {
        if (type is StateType.Choice or StateType.Succeed or StateType.Fail)
            return null;
        var next = fields["Next"] is { } target ? Text(target, at + ".Next") : null;
        var ends = fields["End"] is { } end && end.GetValueKind() == JsonValueKind.True;
        return (next is not null) != ends ? next : throw new InvalidDefinitionException(at, "exactly one of Next and End: true");
    }

    private static IEnumerable<string> Targets(StateNode state)
    {
        if (state.Next is { } next)
            yield return next;
        if (state.Text("Default") is { } otherwise)
            yield return otherwise;
        foreach (var catcher in state.Catchers)
            yield return catcher.Next;
        if (state.Type == StateType.Choice)
        {
            foreach (var rule in state["Choices"]!.AsArray())
                yield return rule!["Next"]!.GetValue<string>();
        }
    }

    private static void Exists(Dictionary<string, StateNode> states, string name, string at)
    {
        if (!states.ContainsKey(name))
            throw new InvalidDefinitionException(at, $"there is no state '{name}' here");
    }

    private static bool IsJsonata(JsonObject owner, string at, bool inherited)
    {
        if (owner["QueryLanguage"] is not { } node)
            return inherited;
        var language = Text(node, Join(at, "QueryLanguage"));
        if (language is not ("JSONata" or "JSONPath"))
            throw new InvalidDefinitionException(Join(at, "QueryLanguage"), $"there is no query language '{language}'");
        if (inherited && language == "JSONPath")
            throw new InvalidDefinitionException(Join(at, "QueryLanguage"), "a JSONata machine has no JSONPath states");
        return language == "JSONata";
    }

    /// <summary>`{%` without `%}` is a fault of the definition, not of a run.</summary>
    private static void ExpressionsAreWhole(JsonNode? node, string at)
    {
        switch (node)
        {
            case JsonObject obj:
                foreach (var (name, value) in obj)
                {
                    if (name is not ("Branches" or "ItemProcessor" or "Iterator"))
                        ExpressionsAreWhole(value, at + "." + name);
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                    ExpressionsAreWhole(list[i], $"{at}[{i}]");
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("{%", StringComparison.Ordinal) != text.EndsWith("%}", StringComparison.Ordinal):
                throw new InvalidDefinitionException(at, "an expression begins with {% and ends with %}");
        }
    }

    private static bool IsExpression(JsonNode node) => node.GetValueKind() == JsonValueKind.String && node.GetValue<string>().StartsWith("{%", StringComparison.Ordinal);

    private static void Exclusive(JsonObject fields, string at, string one, string other, bool applies = true)
    {
        if (applies && fields.ContainsKey(one) && fields.ContainsKey(other))
            throw new InvalidDefinitionException(at, $"{one} and {other} exclude each other");
    }

    private static void Known(JsonObject fields, string place, params string[] known)
    {
        foreach (var (name, _) in fields)
        {
            if (Array.IndexOf(known, name) < 0)
                throw new InvalidDefinitionException(place, $"there is no field '{name}'");
        }
    }

    private static string Text(JsonNode? node, string place) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new InvalidDefinitionException(place, "a text is needed");

    private static double Number(JsonNode node, string place) =>
        node.GetValueKind() == JsonValueKind.Number ? node.GetValue<double>() : throw new InvalidDefinitionException(place, "a number is needed");

    private static int Whole(JsonNode node, string place, int least, int most)
    {
        var number = Number(node, place);
        return number == Math.Floor(number) && number >= least && number <= most
            ? (int)number
            : throw new InvalidDefinitionException(place, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most} is needed, not {number}"));
    }

    private static string Join(string place, string name) => place.Length == 0 ? name : place + "." + name;
}
