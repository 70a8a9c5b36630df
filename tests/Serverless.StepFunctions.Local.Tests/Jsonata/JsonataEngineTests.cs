using System.Diagnostics;
using System.Text.Json.Nodes;
using Serverless.StepFunctions.Local.Jsonata;

namespace Serverless.StepFunctions.Local.Tests.Jsonata;

public sealed class JsonataEngineTests
{
    private readonly JsonataEngine _engine = new();

    [Theory]
    [InlineData("$partition([1..5], 2)", "[[1,2],[3,4],[5]]")]
    [InlineData("$partition([], 2)", "[]")]
    [InlineData("$range(1, 10, 3)", "[1,4,7,10]")]
    [InlineData("$range(5, 1, -2)", "[5,3,1]")]
    [InlineData("$range(1, 0, 1)", "[]")]
    [InlineData("$hash('abc', 'MD5')", "\"900150983cd24fb0d6963f7d28e17f72\"")]
    [InlineData("$hash('abc', 'SHA-1')", "\"a9993e364706816aba3e25717850c26c9cd0d89d\"")]
    [InlineData("$hash('abc', 'SHA-256')", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"")]
    [InlineData("$length($hash('abc', 'SHA-384'))", "96")]
    [InlineData("$length($hash('abc', 'SHA-512'))", "128")]
    [InlineData("$parse('{\"a\": [1, null, true]}')", "{\"a\":[1,null,true]}")]
    [InlineData("$parse('5') + 1", "6")]
    [InlineData("$random(7) = $random(7)", "true")]
    [InlineData("$random(7) != $random(8)", "true")]
    [InlineData("$match($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/).index", "0")]
    public void The_functions_of_the_service(string expression, string expected)
        => Assert.Equal(expected, _engine.Evaluate(expression)!.ToJsonString());

    [Theory]
    [InlineData("$partition([1], 0)", "T0410")]
    [InlineData("$range(1, 2, 0)", "T0410")]
    [InlineData("$range(0, 1e9, 1)", "D2014")]
    [InlineData("$hash('abc', 'CRC')", "T0410")]
    [InlineData("$parse('{')", "T0410")]
    [InlineData("$eval('1')", "T1006")]
    [InlineData("1 +", "S0207")]
    public void What_they_refuse(string expression, string code)
        => Assert.Equal(code, Assert.Throws<JsonataException>(() => _engine.Evaluate(expression)).Code);

    [Fact]
    public void Nothing_is_not_null()
    {
        Assert.False(_engine.TryEvaluate("$states.input.a", Variables("""{"states": {"input": {}}}"""), null, out var value));
        Assert.Null(value);
        Assert.True(_engine.TryEvaluate("$states.input.a", Variables("""{"states": {"input": {"a": null}}}"""), null, out value));
        Assert.Null(value);
        Assert.False(_engine.TryEvaluate("$sum", null, null, out _));
    }

    [Fact]
    public void Clock_and_chance_come_from_the_context()
    {
        var reads = 0;
        var context = new JsonataContext
        {
            Now = () => DateTimeOffset.FromUnixTimeMilliseconds(1_600_000_000_000 + reads++),
            NewGuid = () => new Guid("00000000-0000-4000-8000-000000000001"),
            NextRandom = () => 0.25,
        };
        Assert.True(_engine.TryEvaluate("[$now(), $millis(), $now('[Y]'), $uuid(), $random(), $shuffle([1..4])]", null, context, out var value));
        Assert.Equal("""["2020-09-13T12:26:40.000Z",1600000000000,"2020","00000000-0000-4000-8000-000000000001",0.25,4,3,1,2]""", value!.ToJsonString());
        Assert.Equal(1, reads);
    }

    [Fact]
    public void Results_are_trees_of_their_own()
    {
        var variables = Variables("""{"states": {"input": {"a": {"b": [1]}}}}""");
        var value = _engine.Evaluate("$states.input.a", variables)!;
        value["b"]!.AsArray().Add(2);
        Assert.Equal("""{"b":[1]}""", variables["states"]!["input"]!["a"]!.ToJsonString());
        _engine.Evaluate("$states.input ~> |a|{'b': 5}|", variables);
        Assert.Equal("""{"b":[1]}""", variables["states"]!["input"]!["a"]!.ToJsonString());
    }

    [Fact]
    public void Numbers_of_any_making_are_read()
    {
        var variables = new Dictionary<string, JsonNode?> { ["i"] = 5, ["l"] = 5_000_000_000, ["d"] = 1.5, ["m"] = 2.5m, ["f"] = 0.5f, ["j"] = JsonNode.Parse("1e2") };
        Assert.Equal(5_000_000_109.5, _engine.Evaluate("$i + $l + $d + $m + $f + $j", variables)!.GetValue<double>());
    }

    [Theory]
    [InlineData("($f := function(){ $f() }; $f())")]
    [InlineData("($f := function($n){ 1 + $f($n + 1) }; $f(0))")]
    [InlineData("($f := function($s){ $f($s & $s) }; $f('x'))")]
    [InlineData("$map([1..10000], function($a){ $map([1..10000], function($b){ $a * $b }) })")]
    [InlineData("$match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /^(a+)+$/)")]
    [InlineData("($o := {'a': {}} ~> |a|{'b': $$}|; $f := function($x){ $f($append($x, $x)) }; $f([1]))")]
    public void What_does_not_end_fails(string expression)
    {
        var watch = Stopwatch.StartNew();
        var context = new JsonataContext { MaxSteps = 200_000 };
        Assert.Equal("U1001", Assert.Throws<JsonataException>(() => _engine.TryEvaluate(expression, null, context, out _)).Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
    }

    [Fact]
    public void A_deep_recursion_that_ends_has_its_value()
        => Assert.Equal("1000", _engine.Evaluate("($f := function($n){ $n = 0 ? 0 : 1 + $f($n - 1) }; $f(1000))")!.ToJsonString());

    [Theory]
    [InlineData("$states.input + 1", 0)]
    [InlineData("5 + $states.input", 4)]
    [InlineData("'a' & $sum('x')", 6)]
    [InlineData("1 + [1..1.5][0]", 8)]
    public void Errors_know_their_place(string expression, int position)
    {
        var fault = Assert.Throws<JsonataException>(() => _engine.Evaluate(expression, Variables("""{"states": {"input": "x"}}""")));
        Assert.Equal(position, fault.Position);
        Assert.NotEmpty(fault.Message);
    }

    [Fact]
    public void One_engine_serves_several_threads()
    {
        var variables = Variables("""{"states": {"input": {"list": [1, 2, 3]}}}""");
        Parallel.For(0, 500, i => Assert.Equal((6 + (i % 7)).ToString(System.Globalization.CultureInfo.InvariantCulture), _engine.Evaluate($"$sum($states.input.list) + {i % 7}", new Dictionary<string, JsonNode?> { ["states"] = variables["states"]!.DeepClone() })!.ToJsonString()));
    }

    private static Dictionary<string, JsonNode?> Variables(string json) => JsonNode.Parse(json)!.AsObject().ToDictionary(v => v.Key, v => v.Value);
}
