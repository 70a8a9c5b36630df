using Serverless.Model.Expressions.JsonPath;

namespace Serverless.Model.Tests.Expressions.JsonPath;

public sealed class PathParserTests
{
    [Theory]
    [InlineData("$")]
    [InlineData("$$")]
    [InlineData("$order")]
    [InlineData("$order.lines[0].sku")]
    [InlineData("$.a")]
    [InlineData("$.a.b[0].c")]
    [InlineData("$.a-b_c.d1")]
    [InlineData("$['a b'].c")]
    [InlineData("$[\"a\"]['it\\'s']")]
    [InlineData("$.a[*]")]
    [InlineData("$.*")]
    [InlineData("$..price")]
    [InlineData("$..*")]
    [InlineData("$..['a','b']")]
    [InlineData("$.a[-1]")]
    [InlineData("$.a[0,2]")]
    [InlineData("$.a[1:3]")]
    [InlineData("$.a[:2]")]
    [InlineData("$.a[-2:]")]
    [InlineData("$.a[(@.length-1)]")]
    [InlineData("$.a[?(@.year == 1997)]")]
    [InlineData("$.[?(@.year <= 1999)].name")]
    [InlineData("$.a[?(@.price < 10 && (@.kind == 'book' || !@.sold))]")]
    [InlineData("$.a[?(@.b)]")]
    [InlineData("$.a.length()")]
    [InlineData("$.store\\.book")]
    [InlineData("$$.Execution.Input.id")]
    [InlineData("$$.Map.Item.Value")]
    [InlineData("States.UUID()")]
    [InlineData("States.UUID( )")]
    [InlineData("States.Array()")]
    [InlineData("States.Array(1, -2.5e3, 'a', true, false, null, $.b, $$.State.Name, $v)")]
    [InlineData("States.Format('{} of {}', $.a, States.ArrayLength($.b))")]
    [InlineData("States.Format($.template, $.name)")]
    [InlineData("States.Format('it\\'s \\{\\} {}', $.a)")]
    [InlineData("States.StringToJson('{\"a\": 1}')")]
    [InlineData("States.StringSplit('a\nb', '\n')")]
    [InlineData("States.MathAdd($.a, -1)")]
    [InlineData("States.MathRandom(1, 9)")]
    [InlineData("States.MathRandom(1, 9, $.seed)")]
    [InlineData("States.JsonMerge($.a, States.StringToJson($.b), false)")]
    [InlineData("States.ArrayGetItem(States.StringSplit(States.ArrayGetItem(States.StringSplit($.Arn, '/'), 2), '.'), 0)")]
    [InlineData("States.Format('{}.{}', States.ArrayGetItem(States.StringSplit(States.ArrayGetItem(States.StringSplit($.A, '/'), 2), '.'), 0), States.ArrayGetItem(States.StringSplit(States.ArrayGetItem(States.StringSplit($.A, '/'), 2), '.'), 1))")]
    public void Texts_that_a_payload_template_takes(string text) => Assert.Empty(PathRules.Check(text, PathUse.Template));

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("a.b", 0, 3)]
    [InlineData("$.", 2, 0)]
    [InlineData("$.a..", 5, 0)]
    [InlineData("$.a b", 4, 1)]
    [InlineData("$.a]", 3, 1)]
    [InlineData("$.a[", 4, 0)]
    [InlineData("$.a[0", 3, 1)]
    [InlineData("$.a[b]", 4, 1)]
    [InlineData("$.a['b]", 4, 1)]
    [InlineData("$.a[$.i]", 4, 1)]
    [InlineData("$.a[99999999999]", 4, 11)]
    [InlineData("$.a[?@.b]", 5, 1)]
    [InlineData("$.a[?(@.b =~ /x/)]", 10, 1)]
    [InlineData("$.a[?(@.b in ['x'])]", 10, 1)]
    [InlineData("$.a[?(3)]", 6, 1)]
    [InlineData("$.a[?(@.b == )]", 13, 1)]
    [InlineData("$.a.nothing()", 4, 7)]
    [InlineData("$.a.length().b", 12, 1)]
    [InlineData("$.a.length(1)", 11, 1)]
    [InlineData("$1a", 1, 2)]
    [InlineData("States.UUID", 0, 11)]
    [InlineData("States.UUID(", 12, 0)]
    [InlineData("States.Array(1,)", 15, 1)]
    [InlineData("States.Array(1 2)", 15, 1)]
    [InlineData("States.Array(\"a\")", 13, 1)]
    [InlineData("States.Array('a)", 13, 1)]
    [InlineData("States.Array(01)", 13, 2)]
    [InlineData("States.Array(1.)", 13, 2)]
    [InlineData("States.UUID() x", 14, 1)]
    public void Texts_that_are_neither_path_nor_function(string text, int position, int length)
    {
        Assert.Null(PathParser.Parse(text, out var error));
        Assert.Equal((position, length), (error.Position, error.Length));
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void Deep_texts_are_refused_and_do_not_exhaust_the_stack()
    {
        Assert.Null(PathParser.Parse(string.Concat(Enumerable.Repeat("States.Array(", 10_000)), out var calls));
        Assert.Contains("too deep", calls.Message, StringComparison.Ordinal);
        Assert.Null(PathParser.Parse("$.a[?(" + new string('!', 10_000) + "@.b)]", out var filter));
        Assert.Contains("too deep", filter.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_keeps_its_parts()
    {
        var path = Assert.IsType<DataPath>(PathParser.Parse("$order.lines[0]['a\\'b']", out _));
        Assert.Equal((PathRoot.Variable, "order", 0, 23), (path.Root, path.Variable, path.Position, path.Length));
        Assert.Equal(["lines"], Assert.IsType<MemberSegment>(path.Segments[0]).Names);
        Assert.Equal([0], Assert.IsType<IndexSegment>(path.Segments[1]).Indices);
        Assert.Equal(["a'b"], Assert.IsType<MemberSegment>(path.Segments[2]).Names);
        Assert.True(path.IsReference);
    }

    [Theory]
    [InlineData("$.a.b[0]", true, true)]
    [InlineData("$.a[-1]", true, false)]
    [InlineData("$.a.length()", true, false)]
    [InlineData("$.a[0,1]", false, false)]
    [InlineData("$.a[1:]", false, false)]
    [InlineData("$.a[*]", false, false)]
    [InlineData("$..a", false, false)]
    [InlineData("$.a[?(@.b)]", false, false)]
    public void What_leads_to_one_place(string text, bool isDefinite, bool isReference)
    {
        var path = Assert.IsType<DataPath>(PathParser.Parse(text, out _));
        Assert.Equal((isDefinite, isReference), (path.IsDefinite, path.IsReference));
    }

    [Fact]
    public void Random_texts_are_read_or_refused_with_a_place_inside_them()
    {
        var random = new Random(20261128);
        string[] pieces = ["$", "$$", ".", "..", "[", "]", "*", "?", "(", ")", "@", "'", "\"", "\\", ",", ":", "-", "0", "12", "a", "States.", "Format", "UUID", "length", " ", "==", "&&", "||", "!", "<", "é", "\ud83d", "\0"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (PathParser.Parse(text, out var error) is null)
                Assert.InRange(error.Position + error.Length, 0, text.Length);
            foreach (var fault in PathRules.Check(text, PathUse.ResultPath))
                Assert.InRange(fault.Position + fault.Length, 0, text.Length);
        }
    }
}
