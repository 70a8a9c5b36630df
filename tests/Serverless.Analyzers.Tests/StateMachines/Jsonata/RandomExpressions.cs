using System.Globalization;

namespace Serverless.Analyzers.Tests.StateMachines.Jsonata;

/// <summary>Grows C# expressions over `Order o` from what the translator supports, by type, from a fixed seed: precedence and nesting nobody thought of.</summary>
internal sealed class RandomExpressions(int seed)
{
    private readonly Random _random = new(seed);

    public string Next(int depth) => "(Order o) => " + _random.Next(4) switch
    {
        0 => Number(depth),
        1 => Text(depth),
        2 => Truth(depth),
        _ => List(depth),
    };

    private string Number(int depth) => depth == 0
        ? Pick("o.Quantity", "o.Numbers.Length", "o.Lines.Count", "2", "-3", "o.Numbers.Sum()", "(o.Priority ?? 4)", "o.Id.Length")
        : _random.Next(9) switch
        {
            0 => $"{Number(depth - 1)} + {Number(depth - 1)}",
            1 => $"{Number(depth - 1)} - ({Number(depth - 1)})",
            2 => $"({Number(depth - 1)}) * {Number(depth - 1)}",
            3 => $"({Number(depth - 1)}) % 7",
            4 => $"({Truth(depth - 1)} ? {Number(depth - 1)} : {Number(depth - 1)})",
            5 => $"Math.{Pick("Min", "Max")}({Number(depth - 1)}, {Number(depth - 1)})",
            6 => $"-({Number(depth - 1)})",
            7 => $"o.Lines.Sum(l => l.Quantity * ({Number(depth - 1)}))",
            _ => $"({List(depth - 1)}).Count()",
        };

    private string Text(int depth) => depth == 0
        ? Pick("o.Id", "\"x'y\"", "(o.Note ?? \"?\")", "o.Color.ToString()", "\"\"", "(o.Ship?.City ?? \"home\")")
        : _random.Next(7) switch
        {
            0 => $"{Text(depth - 1)} + {Text(depth - 1)}",
            1 => $"({Text(depth - 1)}).{Pick("ToUpperInvariant", "ToLowerInvariant", "Trim", "ToString")}()",
            2 => $"({Truth(depth - 1)} ? {Text(depth - 1)} : {Text(depth - 1)})",
            3 => $"({Text(depth - 1)} + ({Number(depth - 1)}))",
            4 => $"string.Join(\"-\", {List(depth - 1)})",
            5 => $"(\"[\" + {Text(depth - 1)} + \"]\").Replace(\"E\", {Text(depth - 1)})",
            _ => $"({Text(depth - 1)} + \"abc\").Substring({_random.Next(4).ToString(CultureInfo.InvariantCulture)})",
        };

    private string Truth(int depth) => depth == 0
        ? Pick("o.Paid", "(o.Note == null)", "(o.Priority > 2)", "(o.Priority != 5)", "o.Skus.Any()", "(o.Checked ?? true)", "(o.Color == Color.Red)")
        : _random.Next(9) switch
        {
            0 => $"({Truth(depth - 1)} && {Truth(depth - 1)})",
            1 => $"({Truth(depth - 1)} || {Truth(depth - 1)} && {Truth(depth - 1)})",
            2 => $"!({Truth(depth - 1)})",
            3 => $"({Number(depth - 1)} {Pick("<", "<=", ">", ">=", "==", "!=")} {Number(depth - 1)})",
            4 => $"({Text(depth - 1)} {Pick("==", "!=")} {Text(depth - 1)})",
            5 => $"({Text(depth - 1)}).{Pick("StartsWith", "EndsWith", "Contains")}({Pick("\"T\"", "\"1\"", "\"x'\"", "o.Id")})",
            6 => $"o.Skus.{Pick("Any", "All")}(s => {Truth(depth - 1)} || s == {Text(depth - 1)})",
            7 => $"(({Number(depth - 1)}) is > 1 and < 9 or 0)",
            _ => $"({List(depth - 1)}).Contains({Text(depth - 1)})",
        };

    private string List(int depth) => depth == 0
        ? Pick("o.Skus", "o.Lines.Select(l => l.Sku)", "new[] { o.Id, \"z\" }")
        : _random.Next(5) switch
        {
            0 => $"({List(depth - 1)}).Where(e{depth} => {Truth(depth - 1)} || e{depth} != {Text(depth - 1)})",
            1 => $"({List(depth - 1)}).Select(e{depth} => e{depth} + {Text(depth - 1)})",
            2 => $"({List(depth - 1)}).Distinct()",
            3 => $"({List(depth - 1)}).OrderBy(e{depth} => e{depth}.Length)",
            _ => $"({List(depth - 1)}).Concat({List(depth - 1)})",
        };

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
