using System.Text.Json.Nodes;
using Serverless.StepFunctions.Local.JsonPath;

namespace Serverless.StepFunctions.Local.Tests.JsonPath;

public sealed class PathEngineTests
{
    private static readonly JsonNode Input = JsonNode.Parse("""
        {
          "id": "A-1", "count": 3, "nothing": null, "paid": true, "a b": 1, "it's": 2,
          "ship": { "city": "Bern" },
          "lines": [ { "sku": "x", "price": 1.5 }, { "sku": "y", "price": 20 }, { "sku": "z" } ],
          "numbers": [ 4, 1, 9 ]
        }
        """)!;

    private static readonly JsonNode Context = JsonNode.Parse("""{ "Execution": { "Id": "arn", "Input": { "id": "first" } }, "State": { "Name": "Here" } }""")!;

    private static readonly Dictionary<string, JsonNode?> Variables = new() { ["customer"] = JsonNode.Parse("""{ "name": "Ada" }"""), ["none"] = null };

    private static PathData Data => new(Input, Context, Variables) { Random = new Random(7) };

    [Theory]
    [InlineData("$.id", "\"A-1\"")]
    [InlineData("$.nothing", "null")]
    [InlineData("$['a b']", "1")]
    [InlineData("$['it\\'s']", "2")]
    [InlineData("$.ship.city", "\"Bern\"")]
    [InlineData("$.lines[1].sku", "\"y\"")]
    [InlineData("$.lines[-1].sku", "\"z\"")]
    [InlineData("$.lines[*].sku", """["x","y","z"]""")]
    [InlineData("$.lines[0,2].sku", """["x","z"]""")]
    [InlineData("$.lines[1:].sku", """["y","z"]""")]
    [InlineData("$.lines[:-2].sku", """["x"]""")]
    [InlineData("$..price", "[1.5,20]")]
    [InlineData("$.lines[?(@.price > 2)].sku", """["y"]""")]
    [InlineData("$.lines[?(!@.price)].sku", """["z"]""")]
    [InlineData("$.lines[?(@.sku == 'x' || @.price >= 20)].sku", """["x","y"]""")]
    [InlineData("$.lines[?(@.sku != 'x' && @.price)].sku", """["y"]""")]
    [InlineData("$.missing[*]", "[]")]
    [InlineData("$[*].city", """["Bern"]""")]
    [InlineData("$['id','count']", """{"id":"A-1","count":3}""")]
    [InlineData("$.lines.length()", "3")]
    [InlineData("$.numbers.max()", "9")]
    [InlineData("$$.Execution.Input.id", "\"first\"")]
    [InlineData("$customer.name", "\"Ada\"")]
    [InlineData("$none", "null")]
    public void What_paths_lead_to(string path, string expected)
    {
        Assert.True(PathEngine.TryRead(path, Data, out var value));
        AssertJson(expected, value);
    }

    [Theory]
    [InlineData("$.missing")]
    [InlineData("$.nothing.more")]
    [InlineData("$.id.length")]
    [InlineData("$.lines.sku")]
    [InlineData("$.lines[3]")]
    [InlineData("$.lines[-4]")]
    [InlineData("$.ship[0]")]
    [InlineData("$$.Task.Token")]
    [InlineData("$unknown")]
    public void What_leads_to_nothing(string path)
    {
        Assert.False(PathEngine.TryRead(path, Data, out _));
        Assert.Equal("States.Runtime", Assert.Throws<PathException>(() => PathEngine.Evaluate(path, Data)).Error);
    }

    [Theory]
    [InlineData("$", "7", "7")]
    [InlineData("$.result", "7", """{"a":{"b":1},"list":[1,2],"result":7}""")]
    [InlineData("$.a", "7", """{"a":7,"list":[1,2]}""")]
    [InlineData("$.a.c.d", "7", """{"a":{"b":1,"c":{"d":7}},"list":[1,2]}""")]
    [InlineData("$.list[1]", "7", """{"a":{"b":1},"list":[1,7]}""")]
    [InlineData(null, "7", """{"a":{"b":1},"list":[1,2]}""")]
    public void Where_results_are_written(string? path, string value, string expected)
    {
        var input = JsonNode.Parse("""{ "a": { "b": 1 }, "list": [1, 2] }""");
        AssertJson(expected, PathEngine.Write(path, input, JsonNode.Parse(value)));
        AssertJson("""{"a":{"b":1},"list":[1,2]}""", input);
    }

    [Theory]
    [InlineData("$.a.b.c")]
    [InlineData("$.list[2]")]
    [InlineData("$.list.a")]
    public void What_stands_in_the_way_of_a_result(string path) => Assert.Equal(
        "States.ResultPathMatchFailure",
        Assert.Throws<PathException>(() => PathEngine.Write(path, JsonNode.Parse("""{ "a": { "b": 1 }, "list": [1, 2] }"""), 7)).Error);

    [Fact]
    public void A_payload_template_computes_members_at_any_depth()
    {
        var template = JsonNode.Parse("""
            { "literal": "$.id", "id.$": "$.id", "deep": { "list": [ { "city.$": "$.ship.city" }, "$.id" ] }, "text.$": "States.Format('{}/{}', $$.State.Name, $customer.name)" }
            """);
        AssertJson("""{"literal":"$.id","id":"A-1","deep":{"list":[{"city":"Bern"},"$.id"]},"text":"Here/Ada"}""", PathEngine.Fill(template, Data));
    }

    [Theory]
    [InlineData(false, null, """{"a":1}""")]
    [InlineData(true, null, "{}")]
    [InlineData(true, "$.a", "1")]
    public void Input_and_output_paths(bool isGiven, string? path, string expected) =>
        AssertJson(expected, PathEngine.Select(isGiven, path, new PathData(JsonNode.Parse("""{"a":1}"""), null, PathData.NoVariables)));

    private static void AssertJson(string expected, JsonNode? actual) => Assert.Equal(JsonNode.Parse(expected)?.ToJsonString(), actual?.ToJsonString());
}
