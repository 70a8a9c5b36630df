using System.Text.Json.Nodes;
using Serverless.StepFunctions.Local.JsonPath;

namespace Serverless.StepFunctions.Local.Tests.JsonPath;

public sealed class ChoiceComparisonTests
{
    private static readonly string[] Kinds = ["null", "0", "1.1", "\"\"", "\"HelloWorld\"", "\"2012-10-09T19:00:55Z\"", "[]", "[\"\"]", "{}", "{\"A\":0}", "true", "false"];

    [Theory]
    [InlineData("IsNull", "null")]
    [InlineData("IsNumeric", "0", "1.1")]
    [InlineData("IsString", "\"\"", "\"HelloWorld\"", "\"2012-10-09T19:00:55Z\"")]
    [InlineData("IsBoolean", "true", "false")]
    [InlineData("IsTimestamp", "\"2012-10-09T19:00:55Z\"")]
    public void Tests_of_kind(string name, params string[] holding)
    {
        foreach (var kind in Kinds)
        {
            var isHolding = holding.Contains(kind);
            Assert.Equal(isHolding, Holds($$"""{ "Variable": "$.v", "{{name}}": true }""", $$"""{ "v": {{kind}} }"""));
            Assert.Equal(!isHolding, Holds($$"""{ "Variable": "$.v", "{{name}}": false }""", $$"""{ "v": {{kind}} }"""));
        }
    }

    [Theory]
    [InlineData("IsPresent", "true", """{ "v": null }""", true)]
    [InlineData("IsPresent", "true", "{}", false)]
    [InlineData("IsPresent", "false", "{}", true)]
    [InlineData("StringEquals", "\"a\"", """{ "v": "a" }""", true)]
    [InlineData("StringEquals", "\"a\"", """{ "v": 1 }""", false)]
    [InlineData("StringEquals", "\"a\"", """{ "v": null }""", false)]
    [InlineData("StringLessThan", "\"AB\"", """{ "v": "A" }""", true)]
    [InlineData("StringGreaterThan", "\"Z\"", """{ "v": "a" }""", true)]
    [InlineData("StringGreaterThan", "\"\\ufffd\"", """{ "v": "\ud83d\ude00" }""", false)]
    [InlineData("StringLessThanEquals", "\"\"", """{ "v": "" }""", true)]
    [InlineData("StringMatches", "\"log-*.txt\"", """{ "v": "log-1.txt" }""", true)]
    [InlineData("StringMatches", "\"log-*.txt\"", """{ "v": "log-1.txt2" }""", false)]
    [InlineData("StringMatches", "\"*a*b\"", """{ "v": "aab-b" }""", true)]
    [InlineData("StringMatches", "\"\\\\*a?\"", """{ "v": "*a?" }""", true)]
    [InlineData("StringMatches", "\"\\\\*a\"", """{ "v": "xa" }""", false)]
    [InlineData("StringMatches", "\"a\\\\\\\\*\"", """{ "v": "a\\b" }""", true)]
    [InlineData("StringMatches", "\"*\"", """{ "v": 3 }""", false)]
    [InlineData("NumericEquals", "1", """{ "v": 1.0 }""", true)]
    [InlineData("NumericEquals", "0", """{ "v": null }""", false)]
    [InlineData("NumericEquals", "0", """{ "v": "0" }""", false)]
    [InlineData("NumericLessThan", "1", """{ "v": null }""", false)]
    [InlineData("NumericGreaterThanEquals", "2e1", """{ "v": 20 }""", true)]
    [InlineData("BooleanEquals", "false", """{ "v": false }""", true)]
    [InlineData("BooleanEquals", "false", """{ "v": null }""", false)]
    [InlineData("BooleanEquals", "true", """{ "v": "true" }""", false)]
    [InlineData("TimestampEquals", "\"2016-03-14T01:59:00Z\"", """{ "v": "2016-03-14T02:59:00.000+01:00" }""", true)]
    [InlineData("TimestampEquals", "\"2016-03-14T01:59:00Z\"", """{ "v": "2016-03-14 01:59:00Z" }""", false)]
    [InlineData("TimestampLessThan", "\"2016-03-14T01:59:00.5Z\"", """{ "v": "2016-03-14T01:59:00.4999999999Z" }""", true)]
    [InlineData("TimestampGreaterThan", "\"2016-03-14T01:59:00Z\"", """{ "v": "later" }""", false)]
    [InlineData("StringEqualsPath", "\"$.w\"", """{ "v": "a", "w": "a" }""", true)]
    [InlineData("NumericLessThanPath", "\"$.w\"", """{ "v": 1, "w": 2 }""", true)]
    [InlineData("NumericEqualsPath", "\"$.w\"", """{ "v": 1, "w": "1" }""", false)]
    [InlineData("BooleanEqualsPath", "\"$.w\"", """{ "v": true, "w": true }""", true)]
    [InlineData("TimestampLessThanEqualsPath", "\"$.w\"", """{ "v": "2016-03-14T01:59:00Z", "w": "2016-03-14T01:59:00Z" }""", true)]
    public void Operators(string name, string operand, string input, bool expected) =>
        Assert.Equal(expected, Holds($$"""{ "Variable": "$.v", "{{name}}": {{operand}}, "Next": "X" }""", input));

    [Fact]
    public void And_Or_and_Not_stop_where_they_are_decided()
    {
        const string Present = """{ "Variable": "$.v", "IsPresent": true }""";
        const string Three = """{ "Variable": "$.v", "NumericEquals": 3 }""";
        Assert.False(Holds($$"""{ "And": [ {{Present}}, {{Three}} ] }""", "{}"));
        Assert.True(Holds($$"""{ "And": [ {{Present}}, {{Three}} ] }""", """{ "v": 3 }"""));
        Assert.True(Holds($$"""{ "Or": [ { "Not": {{Present}} }, {{Three}} ] }""", "{}"));
        Assert.False(Holds($$"""{ "Or": [ { "Not": {{Present}} }, {{Three}} ] }""", """{ "v": 4 }"""));
    }

    [Fact]
    public void A_variable_that_is_not_there_fails_the_state()
    {
        Assert.Equal("States.Runtime", Assert.Throws<PathException>(() => Holds("""{ "Variable": "$.v", "IsNull": true }""", "{}")).Error);
        Assert.Equal("States.Runtime", Assert.Throws<PathException>(() => Holds("""{ "Variable": "$.v", "StringEqualsPath": "$.w" }""", """{ "v": "a" }""")).Error);
        Assert.Equal("States.Runtime", Assert.Throws<PathException>(() => Holds("""{ "Variable": "$.v", "StringBegins": "a" }""", """{ "v": "a" }""")).Error);
    }

    private static bool Holds(string rule, string input) => ChoiceComparison.Holds((JsonObject)JsonNode.Parse(rule)!, new PathData(JsonNode.Parse(input), null, PathData.NoVariables));
}
