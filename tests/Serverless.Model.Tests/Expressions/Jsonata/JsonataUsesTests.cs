using Serverless.Model.Expressions.Jsonata;

namespace Serverless.Model.Tests.Expressions.Jsonata;

public sealed class JsonataUsesTests
{
    [Theory]
    [InlineData("$states.input.order.id", "states.input.order.id@0+22")]
    [InlineData("$a + $b.c", "a@0+2 b.c@5+4")]
    [InlineData("$states", "states@0+7")]
    [InlineData("$states.context.Task.Token", "states.context.Task.Token@0+26")]
    [InlineData("$states.result.`a b`.\"c\"", "states.result.a b.c@0+24")]
    [InlineData("$states.input[0].x", "states.input@0+13")]
    [InlineData("$states.*.x", "states@0+7")]
    [InlineData("$states[0].input", "states@0+7")]
    [InlineData("$x.$y.z", "x@0+2 y@3+2")]
    [InlineData("$map($list, function($v){ $v + $n })", "list@5+5 n@31+2")]
    [InlineData("($x := $y; $x)", "y@7+2")]
    [InlineData("($x; $x := 1)", "x@1+2")]
    [InlineData("(($x := 1; $x); $x)", "x@16+2")]
    [InlineData("($f := function(){ $later }; $later := 1; $f())", "")]
    [InlineData("($f := function($n){ $n > 0 ? $f($n - 1) : $m }; $f(3))", "m@43+2")]
    [InlineData("$a.b@$e.c[$e.d = $f]{$e.id: $sum($e.n)}", "a.b@0+4 f@17+2")]
    [InlineData("$a.b#$i[$i > $min]", "a.b@0+4")]
    [InlineData("($a.b#$i).$i", "a.b@1+4 i@10+2")]
    [InlineData("$list^(>$weights)", "list@0+5 weights@8+8")]
    [InlineData("$o ~> |$p|{'x': $q}, $r|", "o@0+2 p@7+2 q@16+2 r@21+2")]
    [InlineData("{'a': $a, $k: [$b..$c]}", "a@6+2 k@10+2 b@15+2 c@19+2")]
    public void Variables_from_outside_with_members_and_places(string text, string expected)
        => Assert.Equal(expected, string.Join(' ', Of(text).Variables.Select(v => $"{string.Join('.', new[] { v.Name }.Concat(v.Members))}@{v.Position}+{v.Length}")));

    [Theory]
    [InlineData("$sum($a) & $nope(1, 2)", "sum/1@0+4 nope/2!@11+5")]
    [InlineData("$map($a, $uppercase)", "map/2@0+4 uppercase/-1@9+10")]
    [InlineData("$a ~> $join(',') ~> $trim", "join/1@6+5 trim/-1@20+5")]
    [InlineData("$eval('1')", "eval/1@0+5")]
    [InlineData("($f := function($x){ $x }; $f($uuid()))", "uuid/0@30+5")]
    [InlineData("($sum := 1; $sum)", "")]
    [InlineData("$partition($l, 3)", "partition/2@0+10")]
    public void Functions_known_and_unknown(string text, string expected)
        => Assert.Equal(expected, string.Join(' ', Of(text).Functions.Select(f => $"{f.Name}/{f.Arguments}{(f.IsKnown ? "" : "!")}@{f.Position}+{f.Length}")));

    [Theory]
    [InlineData("$", "$@0")]
    [InlineData("$$", "$$@0")]
    [InlineData("order.id", "order@0")]
    [InlineData("$a[$ > 1]", "")]
    [InlineData("$a[$$.x]", "$$@3")]
    [InlineData("$a.{'x': b}", "")]
    [InlineData("{'x': b}", "b@6")]
    [InlineData("* & **", "*@0 **@4")]
    [InlineData("$map($l, function($v){ $ })", "$@23")]
    [InlineData("$l.$map(x, function($v){ $ })", "")]
    [InlineData("$a[b = 1].c^(d)", "")]
    [InlineData("[$, x]", "$@1 x@4")]
    [InlineData("$sum(a.b)", "a@5")]
    [InlineData("$a ~> |b|{'c': d}|", "")]
    [InlineData("and = 1", "and@0")]
    public void The_input_at_top_level(string text, string expected)
        => Assert.Equal(expected, string.Join(' ', Of(text).Context.Select(c => $"{c.Text}@{c.Position}")));

    [Fact]
    public void Every_signature_can_be_read()
    {
        Assert.Contains("eval", JsonataFunctions.Names);
        Assert.True(JsonataFunctions.Names.Count() > 60);
        foreach (var name in JsonataFunctions.Names)
            Assert.NotNull(JsonataSignature.Parse(JsonataFunctions.SignatureOf(name)!));
        Assert.Equal(["eval"], JsonataFunctions.Names.Where(JsonataFunctions.IsForbidden));
        Assert.Null(JsonataFunctions.SignatureOf("nope"));
    }

    private static JsonataUses Of(string text)
    {
        var result = JsonataParser.Parse(text);
        Assert.Empty(result.Errors);
        return JsonataUses.Of(result.Expression!);
    }
}
