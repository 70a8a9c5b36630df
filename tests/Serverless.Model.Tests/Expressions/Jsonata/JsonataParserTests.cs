using System.Diagnostics;
using Serverless.Model.Expressions.Jsonata;

namespace Serverless.Model.Tests.Expressions.Jsonata;

public sealed class JsonataParserTests
{
    [Theory]
    [InlineData("", "S0207", 0, 0)]
    [InlineData("  ", "S0207", 2, 0)]
    [InlineData("1 +", "S0207", 3, 0)]
    [InlineData("1 2", "S0201", 2, 1)]
    [InlineData("a:b", "S0201", 1, 1)]
    [InlineData("1..2", "S0201", 1, 2)]
    [InlineData("01", "S0201", 1, 1)]
    [InlineData("(1 2)", "S0202", 3, 1)]
    [InlineData("(1;2", "S0203", 4, 0)]
    [InlineData("[1, 2", "S0203", 5, 0)]
    [InlineData("'abc", "S0101", 0, 4)]
    [InlineData("1e999", "S0102", 0, 5)]
    [InlineData("x & 'a\\'b'", "S0103", 6, 2)]
    [InlineData("'\\u12g4'", "S0104", 1, 6)]
    [InlineData("a.`bc", "S0105", 2, 3)]
    [InlineData("1 /* 2", "S0106", 2, 4)]
    [InlineData("a ! b", "S0204", 2, 1)]
    [InlineData("~a", "S0204", 0, 1)]
    [InlineData("function(x){1}", "S0208", 9, 1)]
    [InlineData("a{'x': 1}{'y': 2}", "S0210", 0, 17)]
    [InlineData("* / ]", "S0211", 4, 1)]
    [InlineData("[1,]", "S0211", 3, 1)]
    [InlineData("a ?: b", "S0211", 3, 1)]
    [InlineData("a ?? b", "S0211", 3, 1)]
    [InlineData("1 := 2", "S0212", 0, 1)]
    [InlineData("$a.b := 1", "S0212", 0, 4)]
    [InlineData("a.1", "S0213", 2, 1)]
    [InlineData("null.a", "S0213", 0, 4)]
    [InlineData("a@b", "S0214", 2, 1)]
    [InlineData("a#1", "S0214", 2, 1)]
    [InlineData("a[0]@$b", "S0215", 0, 7)]
    [InlineData("a^(b)@$c", "S0216", 0, 8)]
    [InlineData("%", "S0217", 0, 1)]
    [InlineData("a.%.%", "S0217", 0, 5)]
    [InlineData("$match(a, //)", "S0301", 10, 2)]
    [InlineData("$match(a, /b)", "S0302", 10, 3)]
    [InlineData("function($a)<s<n>>{$a}", "S0401", 12, 6)]
    [InlineData("function($a)<(a<n>s)>{$a}", "S0402", 12, 9)]
    public void A_fault_has_its_code_and_place(string text, string code, int position, int length)
    {
        var result = JsonataParser.Parse(text);
        Assert.Null(result.Expression);
        var error = Assert.Single(result.Errors);
        Assert.Equal((code, position, length), (error.Code, error.Position, error.Length));
        Assert.NotEmpty(error.Message);
        Assert.DoesNotContain("{", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$states.input.orders[status = 'open' and total > 10].{'id': id, \"total\": -total % 3}")]
    [InlineData("Account.Order@$o#$i.Product[$o.x = %.OrderID]^(>Price, <`Product Name`){ProductID: $sum(Price)}")]
    [InlineData("/* a */ ($f := function($a, $b)<s-n?:s>{ $a & $string($b) }; 'x' ~> $f(?, 1) ~> $uppercase)")]
    [InlineData("$ ~> |orders[0]|{'done': true}, ['a', 'b']|")]
    [InlineData("[1..3, 5] ~> $map(λ($v, $i){ $v in [1, 2] ? $v : $i })")]
    [InlineData("$replace(a, /(\\d+)[/]x/im, function($m){ $m.match })")]
    [InlineData("and.or.in[and and or or in in in]")]
    [InlineData("**.x[].*[-1][]")]
    [InlineData("a.'b'.\"c\\u00e9\\n\".`d e`")]
    public void The_language_is_read(string text)
    {
        var result = JsonataParser.Parse(text);
        Assert.Empty(result.Errors);
        Assert.True(result.Expression!.Position + result.Expression.Length <= text.Length);
    }

    [Fact]
    public void Nodes_know_where_they_are()
    {
        var binary = Assert.IsType<JsonataBinary>(JsonataParser.Parse("  $a.b  &  'x'").Expression);
        Assert.Equal((2, 12), (binary.Position, binary.Length));
        Assert.Equal((2, 4), (binary.Left.Position, binary.Left.Length));
        Assert.Equal((11, 3), (binary.Right.Position, binary.Right.Length));
        var path = Assert.IsType<JsonataPath>(binary.Left);
        Assert.Equal([(2, 2), (5, 1)], path.Steps.Select(s => (s.Position, s.Length)));
    }

    [Theory]
    [InlineData("(", "")]
    [InlineData("-", "1")]
    [InlineData("[", "1")]
    [InlineData("1+", "1")]
    [InlineData("a.", "a")]
    [InlineData("$f(", "1")]
    [InlineData("a?b:", "c")]
    [InlineData("$x:=", "1")]
    [InlineData("{'a':", "1")]
    [InlineData("function(){", "1")]
    public void Nesting_without_end_is_a_fault_and_not_a_crash(string repeated, string last)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 100_000)) + last;
        var error = Assert.Single(JsonataParser.Parse(text).Errors);
        Assert.Equal("U1001", error.Code);
    }

    [Fact]
    public void Time_grows_with_the_text_and_not_faster()
    {
        // A quadratic parser takes minutes for this text.
        var text = "[" + string.Join(", ", Enumerable.Range(0, 200_000).Select(i => $"'item {i}' & a.b[{i}]")) + "]";
        var watch = Stopwatch.StartNew();
        Assert.Empty(JsonataParser.Parse(text).Errors);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public void No_text_makes_the_parser_throw()
    {
        string[] words = ["a", "$a", "$", "$$", "1", "'s'", "(", ")", "[", "]", "{", "}", ".", ",", ";", ":", "?", "+", "-", "*", "**", "/", "/x/", "%", "|", "=", "<", ">", "^", "@", "#", "&", "!", "~>", ":=", "..", "and", "function", "null", "`q`", "\\", "\"", "<s>"];
        var random = new Random(17);
        for (var i = 0; i < 50_000; i++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 12)).Select(_ => words[random.Next(words.Length)]));
            var result = JsonataParser.Parse(text);
            Assert.True(result.Expression is null == (result.Errors.Count == 1), text);
            foreach (var error in result.Errors)
                Assert.True(error.Position >= 0 && error.Length >= 0 && error.Position + error.Length <= text.Length, $"{text}: {error}");
            if (result.Expression is not null)
                JsonataUses.Of(result.Expression);
        }
    }
}
