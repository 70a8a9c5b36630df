using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Serverless.StepFunctions.Local.JsonPath;
using Serverless.Testing.StateMachines;

namespace Serverless.StepFunctions.Local.Tests.JsonPath;

/// <summary>
/// Random templates, choices and writes, here and on aws-local-stepfunctions. Left out is what that engine does otherwise than the
/// service is on record to do: `Is…: false`, comparisons of unlike kinds, empty parts of StringSplit, backslashes, parentheses in
/// constants, elements that are not there, an empty result of a path to many places, and a `ResultPath` of `$`.
/// </summary>
public sealed class PathEngineDifferentialTests : IDisposable
{
    private static readonly string[] Texts = ["", "a", "b", "ab", "log-1.txt", "A-1", "é", "x,y", "2026-01-02T03:04:05Z", "2026-01-02T04:04:05.5+01:00"];

    private readonly PathMachineEngine _engine = new();
    private Random _random = new(0);

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Templates_paths_and_functions_agree(int seed)
    {
        _random = new Random(seed);
        var compared = 0;
        for (var i = 0; i < 300; i++)
        {
            var input = Input();
            var template = new JsonObject();
            for (var m = 0; m < 4; m++)
                template["m" + m.ToString(CultureInfo.InvariantCulture) + ".$"] = Function(2);
            template["n"] = new JsonObject { ["list"] = new JsonArray(new JsonObject { ["p.$"] = Place() }, "$.text") };
            var state = new JsonObject { ["Type"] = "Pass", ["Parameters"] = template, ["End"] = true };
            if (_random.Next(2) == 0)
                state["ResultPath"] = Pick("$.result", "$.object.result.deep", "$.list[0]");
            compared += await Compare(state, input, () =>
            {
                var result = PathEngine.Fill(template, new PathData(input, Context(input), PathData.NoVariables));
                return PathEngine.Write((string?)state["ResultPath"] ?? "$", input, result);
            });
        }

        Assert.True(compared > 120, $"only {compared} of 300 templates gave a value on both");
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Choices_agree(int seed)
    {
        _random = new Random(seed);
        var (taken, left) = (0, 0);
        for (var i = 0; i < 500; i++)
        {
            var input = Input();
            var rule = Rule(2);
            var withNext = (JsonObject)rule.DeepClone();
            withNext["Next"] = "Yes";
            var definition = JsonNode.Parse("""{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [], "Default": "No" }, "Yes": { "Type": "Pass", "Result": "yes", "End": true }, "No": { "Type": "Pass", "Result": "no", "End": true } } }""")!;
            definition["States"]!["C"]!["Choices"]!.AsArray().Add(withNext);
            var theirs = await _engine.RunAsync(definition, input);
            var ours = ChoiceComparison.Holds(rule, new PathData(input, Context(input), PathData.NoVariables));
            Assert.True(theirs.Error is null, $"{withNext.ToJsonString()} on {input.ToJsonString()}: {theirs.Error} {theirs.Cause}");
            Assert.True((string?)theirs.Output == (ours ? "yes" : "no"), $"{withNext.ToJsonString()} on {input.ToJsonString()}: here {ours}, there {theirs.Output}");
            _ = ours ? taken++ : left++;
        }

        Assert.True(taken > 50 && left > 50, $"{taken} rules held, {left} did not");
    }

    private async Task<int> Compare(JsonObject state, JsonObject input, Func<JsonNode?> evaluate)
    {
        var theirs = await _engine.RunAsync(new JsonObject { ["StartAt"] = "S", ["States"] = new JsonObject { ["S"] = state.DeepClone() } }, input);
        JsonNode? ours;
        try
        {
            ours = evaluate();
        }
        catch (PathException exception)
        {
            Assert.True(theirs.Error is not null, $"{state.ToJsonString()} on {input.ToJsonString()}: here {exception.Error} {exception.Message}, there {theirs.Output?.ToJsonString()}");
            return 0;
        }

        Assert.True(theirs.Error is null, $"{state.ToJsonString()} on {input.ToJsonString()}: here {ours?.ToJsonString()}, there {theirs.Error} {theirs.Cause}");
        Assert.True(JsonEquality.AreEqual(ours, theirs.Output), $"{state.ToJsonString()} on {input.ToJsonString()}:\n  here  {ours?.ToJsonString()}\n  there {theirs.Output?.ToJsonString()}");
        return 1;
    }

    private static JsonObject Context(JsonObject input) => new() { ["Execution"] = new JsonObject { ["Input"] = input.DeepClone() } };

    private JsonObject Input() => new()
    {
        ["text"] = Pick(Texts),
        ["other"] = Pick(Texts),
        ["number"] = _random.Next(-5, 30),
        ["fraction"] = _random.Next(-500, 500) / 8.0,
        ["flag"] = _random.Next(2) == 0,
        ["nothing"] = null,
        ["moment"] = Pick(Texts[^2..]),
        ["list"] = new JsonArray([.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => (JsonNode?)JsonValue.Create(_random.Next(4)))]),
        ["texts"] = new JsonArray([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => (JsonNode?)JsonValue.Create(Pick(Texts)))]),
        ["object"] = new JsonObject { ["a"] = _random.Next(9), ["b c"] = Pick(Texts) },
        ["rows"] = new JsonArray([.. Enumerable.Range(0, _random.Next(1, 4)).Select(i => (JsonNode?)new JsonObject { ["k"] = i, ["v"] = Pick(Texts) })]),
    };

    private string Place() => Pick("$", "$.text", "$.number", "$.fraction", "$.flag", "$.nothing", "$.list", "$.list[0]", "$.object", "$.object.a", "$['object']['b c']",
        "$.rows[0].v", "$.rows[*].k", "$.rows[?(@.k == 0)].v", "$.rows[?(@.k == 0 || @.v == 'b')]", "$..k", "$.rows[0:1]", "$.list[-1:]", "$$.Execution.Input.text", "$.missing", "$.rows[9]", "$.text.more");

    private string TextOf(int depth) => Pick("$.text", "$.other", "'a'", "'x y'", "$.object['b c']", depth > 0 ? $"States.Format('{{}}-{{}}', {Value(depth - 1)}, {TextOf(depth - 1)})" : "$.text");

    private string NumberOf(int depth) => Pick("$.number", "3", "-2", "$.list[0]", depth > 0 ? $"States.MathAdd({NumberOf(depth - 1)}, {NumberOf(depth - 1)})" : "$.object.a",
        depth > 0 ? $"States.ArrayLength({ListOf(depth - 1)})" : "1");

    private string ListOf(int depth) => Pick("$.list", "$.texts", "$.rows", "$.rows[*].v",
        depth > 0 ? $"States.Array({Value(depth - 1)}, {TextOf(depth - 1)})" : "$.list",
        depth > 0 ? $"States.ArrayUnique({ListOf(depth - 1)})" : "$.texts",
        depth > 0 ? $"States.ArrayPartition({ListOf(depth - 1)}, {Pick("1", "2")})" : "$.list",
        "States.ArrayRange(0, $.number, 2)", "States.StringSplit('a-b-c', '-')");

    private string Value(int depth) => _random.Next(6) switch
    {
        0 => TextOf(depth),
        1 => NumberOf(depth),
        2 => "true",
        3 => "$.nothing",
        4 => "$.flag",
        _ => "$.number",
    };

    private string Function(int depth) => _random.Next(14) switch
    {
        0 => TextOf(depth),
        1 => NumberOf(depth),
        2 => ListOf(depth),
        3 => $"States.ArrayContains({ListOf(depth)}, {Value(depth)})",
        4 => $"States.ArrayGetItem(States.Array({Value(depth)}, {ListOf(depth)}), {Pick("0", "1")})",
        5 => $"States.Base64Encode({Pick("$.number", "'plain text'", "States.Format('{}', $.number)")})",
        6 => "States.Base64Decode(States.Base64Encode('round trip'))",
        7 => $"States.Hash({TextOf(depth)}, '{Pick("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512")}')",
        // That engine's merge changes its first argument, so that is always a new object.
        8 => "States.JsonMerge(States.JsonMerge(States.StringToJson('{}'), $.object, false), $.rows[0], false)",
        9 => $"States.StringToJson({Pick("'[1, 2]'", "'7'", "'no json'")})",
        10 => $"States.JsonToString({Pick("$.number", "$.list", "$.flag", "$.nothing")})",
        11 => $"States.ArrayRange({NumberOf(0)}, {NumberOf(0)}, {Pick("1", "3")})",
        _ => Place(),
    };

    private JsonObject Rule(int depth)
    {
        if (depth > 0 && _random.Next(3) == 0)
        {
            return _random.Next(3) switch
            {
                0 => new JsonObject { ["And"] = new JsonArray(Rule(depth - 1), Rule(depth - 1)) },
                1 => new JsonObject { ["Or"] = new JsonArray(Rule(depth - 1), Rule(depth - 1)) },
                _ => new JsonObject { ["Not"] = Rule(depth - 1) },
            };
        }

        var order = Pick("Equals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals");
        return _random.Next(9) switch
        {
            0 => Comparison(Pick("$.text", "$.object['b c']"), "String" + order, Pick(Texts)),
            1 => Comparison("$.text", "String" + order + "Path", "$.other"),
            2 => Comparison(Pick("$.number", "$.fraction", "$.list[0]"), "Numeric" + order, _random.Next(-10, 30)),
            3 => Comparison("$.number", "Numeric" + order + "Path", Pick("$.fraction", "$.list[0]", "$$.Execution.Input.number")),
            4 => Comparison("$.flag", "BooleanEquals", _random.Next(2) == 0),
            5 => Comparison("$.moment", "Timestamp" + order, Pick(Texts[^2..])),
            6 => Comparison("$.text", "StringMatches", Pick("a*", "*b", "*", "log-*.txt", "A-1", "*-*", "")),
            7 => Comparison(Pick("$.text", "$.nothing", "$.missing", "$.list[2]", "$.object.a", "$.text.more"), "IsPresent", true),
            _ => Comparison(Pick("$.text", "$.nothing", "$.number", "$.flag", "$.moment", "$.list", "$.object"), Pick("IsNull", "IsString", "IsNumeric", "IsBoolean", "IsTimestamp"), true),
        };
    }

    private static JsonObject Comparison(string variable, string name, JsonNode operand) => new() { ["Variable"] = variable, [name] = operand };

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
