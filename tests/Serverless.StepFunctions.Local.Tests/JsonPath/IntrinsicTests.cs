using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Serverless.StepFunctions.Local.JsonPath;

namespace Serverless.StepFunctions.Local.Tests.JsonPath;

/// <summary>The intrinsic functions. What the service gives for these inputs is on record; where it is not, the documentation says it.</summary>
public sealed partial class IntrinsicTests
{
    [Theory]
    [InlineData("States.Format('Formatting argument {}.', $.a)", """{"a":null}""", "\"Formatting argument null.\"")]
    [InlineData("States.Format('Formatting argument {}.', $.a)", """{"a":1.1}""", "\"Formatting argument 1.1.\"")]
    [InlineData("States.Format('Formatting argument {}.', $.a)", """{"a":true}""", "\"Formatting argument true.\"")]
    [InlineData("States.Format('fst={}', $.a)", """{"a":{"Arg1":1,"Arg2":[],"b":["x",null]}}""", "\"fst={Arg1=1, Arg2=[], b=[x, null]}\"")]
    [InlineData("States.Format('it\\'s \\{\\} \\\\ {}', $.a)", """{"a":"{}"}""", "\"it's {} \\\\ {}\"")]
    [InlineData("States.Format($.t, $.a)", """{"t":"<{}>","a":1}""", "\"<1>\"")]
    [InlineData("States.StringToJson($.a)", """{"a":" "}""", "null")]
    [InlineData("States.StringToJson($.a)", """{"a":"[1, 2, \"x\"]"}""", """[1,2,"x"]""")]
    [InlineData("States.JsonToString($.a)", """{"a":{"Arg1":1,"Arg2":[],"b":"é\"<"}}""", "\"{\\\"Arg1\\\":1,\\\"Arg2\\\":[],\\\"b\\\":\\\"é\\\\\\\"<\\\"}\"")]
    [InlineData("States.Array()", "{}", "[]")]
    [InlineData("States.Array($.a, 'b', 1, null)", """{"a":[1]}""", """[[1],"b",1,null]""")]
    [InlineData("States.ArrayPartition($.a, 4)", """{"a":[1,2,3,4,5,6,7,8,9]}""", "[[1,2,3,4],[5,6,7,8],[9]]")]
    [InlineData("States.ArrayPartition($.a, 3)", """{"a":[]}""", "[]")]
    [InlineData("States.ArrayContains($.a, $.b)", """{"a":[[1,2,3],2],"b":[1,2,3]}""", "true")]
    [InlineData("States.ArrayContains($.a, $.b)", """{"a":[{"1":2,"2":[]}],"b":{"2":[],"1":2}}""", "true")]
    [InlineData("States.ArrayContains($.a, $.b)", """{"a":[{"1":2}],"b":[]}""", "false")]
    [InlineData("States.ArrayContains($.a, null)", """{"a":[]}""", "false")]
    [InlineData("States.ArrayRange(0, 10, 3)", "{}", "[0,3,6,9]")]
    [InlineData("States.ArrayRange(1, 9, 9)", "{}", "[1]")]
    [InlineData("States.ArrayRange(3, 1, -1)", "{}", "[3,2,1]")]
    [InlineData("States.ArrayRange(3, 1, 1)", "{}", "[]")]
    [InlineData("States.ArrayGetItem($.a, 5)", """{"a":[1,2,3,4,5,6,7]}""", "6")]
    [InlineData("States.ArrayLength($.a)", """{"a":[1,2,3]}""", "3")]
    [InlineData("States.ArrayUnique($.a)", """{"a":[1,2,3,3,1,"1",[],[],{"a":1,"b":2},{"b":2,"a":1},null,null]}""", """[1,2,3,"1",[],{"a":1,"b":2},null]""")]
    [InlineData("States.Base64Encode('Data to encode é')", "{}", "\"RGF0YSB0byBlbmNvZGUgw6k=\"")]
    [InlineData("States.Base64Decode('RGF0YSB0byBlbmNvZGUgw6k=')", "{}", "\"Data to encode é\"")]
    [InlineData("States.Hash('input data', 'MD5')", "{}", "\"812f45842bc6d66ee14572ce20db8e86\"")]
    [InlineData("States.Hash('input data', 'SHA-1')", "{}", "\"aaff4a450a104cd177d28d18d74485e8cae074b7\"")]
    [InlineData("States.JsonMerge($.a, $.b, false)", """{"a":{"a":{"a1":1,"a2":2},"b":2,"d":3},"b":{"a":{"a3":1},"c":3,"d":4}}""", """{"a":{"a3":1},"b":2,"d":4,"c":3}""")]
    [InlineData("States.MathAdd($.a, -1)", """{"a":111}""", "110")]
    [InlineData("States.MathAdd($.a, $.b)", """{"a":1.49,"b":1.5}""", "3")]
    [InlineData("States.MathAdd($.a, $.b)", """{"a":-1.5,"b":-1.51}""", "-3")]
    [InlineData("States.MathAdd($.a, 0)", """{"a":-0.5}""", "0")]
    [InlineData("States.MathAdd($.a, 0)", """{"a":2.5}""", "3")]
    [InlineData("States.StringSplit($.a, $.b)", """{"a":", , ,","b":","}""", """[" "," "]""")]
    [InlineData("States.StringSplit($.a, $.b)", """{"a":",,,,","b":","}""", "[]")]
    [InlineData("States.StringSplit($.a, $.b)", """{"a":"This.is+a,test=string","b":".+,="}""", """["This","is","a","test","string"]""")]
    [InlineData("States.ArrayGetItem(States.StringSplit($.a, '-'), States.MathAdd(States.ArrayLength(States.StringSplit($.a, '-')), -1))", """{"a":"a-b-c"}""", "\"c\"")]
    public void What_functions_give(string expression, string input, string expected) =>
        Assert.Equal(JsonNode.Parse(expected)?.ToJsonString(), Evaluate(expression, input)?.ToJsonString());

    [Theory]
    [InlineData("States.Format($.t, 1)", """{"t":"{} {}"}""")]
    [InlineData("States.Format($.t)", """{"t":3}""")]
    [InlineData("States.StringToJson($.a)", """{"a":"{"}""")]
    [InlineData("States.StringToJson($.a)", """{"a":1}""")]
    [InlineData("States.ArrayLength($.a)", """{"a":"abc"}""")]
    [InlineData("States.ArrayPartition($.a, $.n)", """{"a":[],"n":0}""")]
    [InlineData("States.ArrayRange(1, 1001, 1)", "{}", true)]
    [InlineData("States.ArrayRange(1, 2000, $.n)", """{"n":0}""")]
    [InlineData("States.ArrayGetItem($.a, 2)", """{"a":[1,2]}""")]
    [InlineData("States.ArrayGetItem($.a, -1)", """{"a":[1,2]}""")]
    [InlineData("States.Base64Decode($.a)", """{"a":"?"}""")]
    [InlineData("States.Hash($.a, $.b)", """{"a":"x","b":"SHA"}""")]
    [InlineData("States.JsonMerge($.a, $.a, $.b)", """{"a":{},"b":true}""")]
    [InlineData("States.JsonMerge($.a, $.b, false)", """{"a":{},"b":[]}""")]
    [InlineData("States.MathAdd($.a, 1)", """{"a":"1"}""")]
    [InlineData("States.MathRandom(5, 5)", "{}")]
    public void What_functions_refuse(string expression, string input, bool barely = false)
    {
        Assert.Equal("States.IntrinsicFailure", Assert.Throws<PathException>(() => Evaluate(expression, input)).Error);
        if (barely)
            Assert.Equal(1000, Evaluate(expression.Replace("1001", "1000", StringComparison.Ordinal), input)!.AsArray().Count);
    }

    [Fact]
    public void Texts_are_limited_to_ten_thousand_characters()
    {
        var fits = new JsonObject { ["a"] = new string('x', 10_000) }.ToJsonString();
        var longer = new JsonObject { ["a"] = new string('x', 10_001) }.ToJsonString();
        foreach (var expression in (string[])["States.Base64Encode($.a)", "States.Hash($.a, 'MD5')", "States.Base64Decode($.a)"])
        {
            Assert.NotNull(Evaluate(expression, fits));
            Assert.Throws<PathException>(() => Evaluate(expression, longer));
        }
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_the_states_fault_not_the_functions() =>
        Assert.Equal("States.Runtime", Assert.Throws<PathException>(() => Evaluate("States.Format('{}', $.missing)", "{}")).Error);

    [Fact]
    public void Random_numbers_lie_from_start_to_below_end_and_a_seed_repeats_them()
    {
        var seen = Enumerable.Range(0, 200).Select(_ => Evaluate("States.MathRandom(1, 4)", "{}")!.GetValue<long>()).ToHashSet();
        Assert.Equal([1, 2, 3], seen.Order());
        Assert.Equal(Evaluate("States.MathRandom(0, 100000, 3)", "{}")!.ToJsonString(), Evaluate("States.MathRandom(0, 100000, 3)", "{}")!.ToJsonString());
    }

    [Fact]
    public void Unique_ids_are_version_4()
    {
        var ids = Enumerable.Range(0, 50).Select(_ => Evaluate("States.UUID()", "{}")!.GetValue<string>()).ToArray();
        Assert.Equal(50, ids.Distinct().Count());
        Assert.All(ids, static id => Assert.Matches(Version4(), id));
    }

    private static JsonNode? Evaluate(string expression, string input) => PathEngine.Evaluate(expression, new PathData(JsonNode.Parse(input), null, PathData.NoVariables));

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex Version4();
}
