using Serverless.Model.Expressions.JsonPath;

namespace Serverless.Model.Tests.Expressions.JsonPath;

public sealed class PathRulesTests
{
    [Theory]
    [InlineData("States.Uuid()", 0, 11, "did you mean 'States.UUID'")]
    [InlineData("Format('a')", 0, 6, "did you mean 'States.Format'")]
    [InlineData("States.Nothing()", 0, 14, "no intrinsic function")]
    [InlineData("States.UUID(1)", 0, 11, "no arguments")]
    [InlineData("States.Format()", 0, 13, "at least 1 argument")]
    [InlineData("States.ArrayLength($.a, 1)", 0, 18, "one argument")]
    [InlineData("States.Array(States.MathAdd(1))", 13, 14, "2 arguments, not 1")]
    [InlineData("States.MathRandom(1)", 0, 17, "2 or 3 arguments")]
    [InlineData("States.MathAdd('1', 2)", 15, 3, "argument 1")]
    [InlineData("States.ArrayLength('abc')", 19, 5, "a list")]
    [InlineData("States.ArrayContains(1, 2)", 21, 1, "a list")]
    [InlineData("States.Format(3)", 14, 1, "a text")]
    [InlineData("States.Format('{} {}', $.a)", 14, 7, "2 placeholders '{}', and 1 argument follows")]
    [InlineData("States.Format('a', $.a)", 14, 3, "0 placeholders")]
    [InlineData("States.Format('\\{}', $.a)", 14, 5, "0 placeholders")]
    [InlineData("States.Hash($.a, 'SHA256')", 17, 8, "SHA-256")]
    [InlineData("States.JsonMerge($.a, $.b, true)", 27, 4, "must be false")]
    [InlineData("States.ArrayRange(1, 9, 0)", 24, 1, "must not be 0")]
    [InlineData("States.ArrayPartition($.a, 0)", 27, 1, "at least 1")]
    [InlineData("$states.input", 0, 13, "JSONata's")]
    [InlineData("$$.execution.Id", 0, 15, "no 'execution'")]
    public void Faults_of_what_is_written(string text, int position, int length, string words)
    {
        var error = Assert.Single(PathRules.Check(text, PathUse.Template));
        Assert.Equal((position, length), (error.Position, error.Length));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("States.ArrayRange(1, 9, -2)")]
    [InlineData("States.Format('\\{}{}', $.a)")]
    [InlineData("States.Hash($.a, $.algorithm)")]
    [InlineData("$$")]
    [InlineData("$$['Execution'].Id")]
    public void Near_misses(string text) => Assert.Empty(PathRules.Check(text, PathUse.Template));

    [Fact]
    public void Ten_functions_fit_into_a_field_and_eleven_do_not()
    {
        static string Nested(int count) => count == 1 ? "States.UUID()" : $"States.Array({Nested(count - 1)})";

        Assert.Empty(PathRules.Check(Nested(10), PathUse.Template));
        Assert.Contains("at most 10", Assert.Single(PathRules.Check(Nested(11), PathUse.Template)).Message, StringComparison.Ordinal);
        var wide = "States.Array(" + string.Join(", ", Enumerable.Repeat("States.UUID()", 10)) + ")";
        Assert.Contains("this one has 11", Assert.Single(PathRules.Check(wide, PathUse.Template)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$.a[*].b", nameof(PathUse.Path), true)]
    [InlineData("$v.a", nameof(PathUse.Path), true)]
    [InlineData("$$.Execution.Id", nameof(PathUse.Path), true)]
    [InlineData("States.UUID()", nameof(PathUse.Path), false)]
    [InlineData("$.a.b", nameof(PathUse.ReferencePath), true)]
    [InlineData("$$.State.RetryCount", nameof(PathUse.ReferencePath), true)]
    [InlineData("$.a[*]", nameof(PathUse.ReferencePath), false)]
    [InlineData("$.a[-1]", nameof(PathUse.ReferencePath), false)]
    [InlineData("$", nameof(PathUse.ResultPath), true)]
    [InlineData("$.a['b c']", nameof(PathUse.ResultPath), true)]
    [InlineData("$$.Execution", nameof(PathUse.ResultPath), false)]
    [InlineData("$v.a", nameof(PathUse.ResultPath), false)]
    [InlineData("$.a[0:1]", nameof(PathUse.ResultPath), false)]
    public void What_a_field_allows(string text, string use, bool isAllowed) =>
        Assert.Equal(isAllowed, PathRules.Check(text, Enum.Parse<PathUse>(use)).Count == 0);

    [Fact]
    public void The_variables_that_are_read()
    {
        var expression = PathParser.Parse("States.Array($a.b, States.Format('{}', $c), $.d, $$.State.Name)", out _)!;
        Assert.Equal([("a", 13), ("c", 39)], PathRules.VariablesOf(expression));
    }
}
