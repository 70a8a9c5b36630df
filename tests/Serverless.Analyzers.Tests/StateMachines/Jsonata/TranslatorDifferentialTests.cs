using System.Globalization;
using Xunit.Abstractions;

namespace Serverless.Analyzers.Tests.StateMachines.Jsonata;

/// <summary>C# and its translation give the same on the same data.</summary>
public sealed class TranslatorDifferentialTests(ITestOutputHelper output)
{
    private const int Expressions = 700;

    private static readonly string[] Lambdas =
    [
        // Members, constants, quoting
        "(Order o) => o.Id", "(Order o) => o.Ship", "(Order o) => o.Odd", "(Order o) => o.Keyword + 1", "(Order o) => o.Lines[0].Sku", "(Order o) => \"it's \\\"so\\\" \\\\ \\n\\t\\u0001\"",
        "(Order o) => 10_000m", "(Order o) => -1.5", "(Order o) => true", "(Order o) => 1e20", "(Order o) => 'x'", "(Order o) => (string?)null",
        // Comparison
        "(Order o) => o.Total > 10_000m", "(Order o) => o.Quantity == 3", "(Order o) => o.Quantity != 3", "(Order o) => o.Weight <= 1.5 && o.Paid", "(Order o) => !o.Paid || o.Quantity >= 7",
        "(Order o) => o.Priority > 3", "(Order o) => o.Priority == 5", "(Order o) => o.Priority != 5", "(Order o) => o.Priority == null", "(Order o) => o.Priority != null", "(Order o) => null == o.Note",
        "(Order o) => o.Note is null", "(Order o) => o.Note is not null", "(Order o) => o.Note == \"\"", "(Order o) => o.Note != \"\"", "(Order o) => o.Priority < o.Quantity", "(Order o) => o.Ship!.Floor == o.Priority",
        "(Order o) => o.Checked == true", "(Order o) => o.Checked ?? false", "(Order o) => o.Priority.HasValue", "(Order o) => o.Priority!.Value", "(Order o) => o.Priority.GetValueOrDefault(9)",
        "(Order o) => (o.Paid ? 1 : 2) == 1", "(Order o) => o.Paid == (o.Quantity > 5)", "(Order o) => o.Grade == 'a'", "(Order o) => o.Grade >= 'b'", "(Order o) => o.Id.Length > 0 && o.Id[0] == 'T'",
        // Arithmetic and precedence
        "(Order o) => o.Quantity + o.Numbers.Length * 2 - 1", "(Order o) => (o.Quantity + 1) * 2", "(Order o) => o.Quantity - (o.Quantity - 1)", "(Order o) => o.Quantity - -o.Quantity", "(Order o) => -(o.Quantity + 1)",
        "(Order o) => o.Quantity % 4", "(Order o) => -o.Quantity % 4", "(Order o) => o.Weight / 4", "(Order o) => o.Total / 3m", "(Order o) => (double)o.Quantity / 2", "(Order o) => o.Weight * (2 / 0.5)",
        "(Order o) => o.Total * o.Quantity > 100 ? \"big\" : o.Paid ? \"paid\" : \"open\"", "(Order o) => (o.Paid ? o.Quantity : 0) + 1", "(Order o) => o.Paid && (o.Quantity > 5 || o.Weight < 1)", "(Order o) => o.Paid && o.Quantity > 5 || o.Weight < 1",
        "(Order o) => (o.Note ?? \"none\") + \"!\"", "(Order o) => o.Priority ?? -1", "(Order o) => (o.Priority ?? 1) * 2", "(Order o) => o.Note ?? o.Ship!.Street ?? \"-\"",
        // Conditional access
        "(Order o) => o.Ship?.City", "(Order o) => o.Ship?.Street?.Length", "(Order o) => o.Ship?.City.ToUpperInvariant()", "(Order o) => o.Ship?.City ?? \"nowhere\"", "(Order o) => o.Ship?.Floor > 2", "(Order o) => o.Note?.Contains(\"a\") == true",
        // Text
        "(Order o) => o.Id + o.Quantity", "(Order o) => o.Quantity + \": \" + o.Note + \".\"", "(Order o) => $\"{o.Id}: {o.Quantity} {o.Note}|\"", "(Order o) => $\"{o.Quantity}\"", "(Order o) => $\"{o.Id}\"", "(Order o) => $\"\"",
        "(Order o) => \"sum \" + (o.Quantity + 1)", "(Order o) => $\"{o.Paid} {o.Color} {o.Key} {o.Grade}\"", "(Order o) => $\"{(o.Paid ? \"y\" : \"n\")}-{o.Priority}\"", "(Order o) => \"\" + o.Priority",
        "(Order o) => o.Quantity.ToString()", "(Order o) => o.Quantity.ToString(System.Globalization.CultureInfo.InvariantCulture)", "(Order o) => o.Id.ToString()", "(Order o) => o.Id.Length", "(Order o) => o.Id.Contains(\"TEST\")", "(Order o) => o.Id.Contains('-')",
        "(Order o) => o.Id.StartsWith(\"TEST-\")", "(Order o) => o.Id.StartsWith(\"\")", "(Order o) => o.Id.StartsWith(\"TEST\", StringComparison.Ordinal)", "(Order o) => o.Id.StartsWith(o.Note ?? \"x\")", "(Order o) => o.Id.EndsWith(\"1\")", "(Order o) => o.Id.EndsWith(o.Note ?? \"1\")", "(Order o) => o.Id.EndsWith(\"longer than it is at all\")",
        "(Order o) => (\"  a \\t b\\n\").Trim() + o.Id", "(Order o) => o.Note!.Trim()", "(Order o) => o.Note!.TrimStart() + \"|\"", "(Order o) => o.Note!.TrimEnd() + \"|\"", "(Order o) => o.Id.ToUpperInvariant()", "(Order o) => o.Id.ToLowerInvariant()",
        "(Order o) => o.Id.Replace(\"T\", \"$1\")", "(Order o) => o.Id.Replace('-', '_')", "(Order o) => o.Id.Substring(2)", "(Order o) => o.Id.Substring(1, 3)", "(Order o) => o.Id.Split('-')", "(Order o) => o.Id.Split(\"-\")", "(Order o) => o.Id.Split('-')[0]",
        "(Order o) => string.Join(\", \", o.Skus)", "(Order o) => string.IsNullOrEmpty(o.Note)", "(Order o) => string.IsNullOrWhiteSpace(o.Note)", "(Order o) => string.Concat(o.Id, o.Note)", "(Order o) => o.Id.Equals(\"TEST-1\")", "(Order o) => string.Equals(o.Id, o.Note)", "(Order o) => int.Parse(o.Quantity.ToString())",
        // Lists
        "(Order o) => o.Skus", "(Order o) => o.Skus.Length", "(Order o) => o.Lines.Count", "(Order o) => o.Skus.Count()", "(Order o) => o.Lines.Count(l => l.Quantity > 1)", "(Order o) => o.Skus.Any()", "(Order o) => o.Skus.Any(s => s.StartsWith(\"TEST\"))", "(Order o) => o.Numbers.All(n => n > 0)",
        "(Order o) => o.Skus.Where(s => s != \"b\")", "(Order o) => o.Lines.Where(l => l.Quantity > 1).ToArray()", "(Order o) => o.Lines.Where(l => l.Quantity > 100)", "(Order o) => o.Lines.Select(l => l.Sku)", "(Order o) => o.Lines.Select(l => l.Remark)", "(Order o) => o.Lines.Select(l => new { sku = l.Sku, total = l.Price * l.Quantity })",
        "(Order o) => o.Lines.Select((l, i) => i + l.Quantity)", "(Order o) => o.Lines.Where(l => l.Remark == null).Select(l => l.Sku).ToList()", "(Order o) => o.Numbers.Sum()", "(Order o) => o.Lines.Sum(l => l.Price * l.Quantity)", "(Order o) => o.Numbers.Min()", "(Order o) => o.Numbers.Max()", "(Order o) => o.Lines.Max(l => l.Quantity)", "(Order o) => o.Numbers.Average()",
        "(Order o) => o.Skus.First()", "(Order o) => o.Lines.First(l => l.Quantity > 0).Sku", "(Order o) => o.Lines.Select(l => new { n = l.Sku }).Last().n", "(Order o) => o.Lines.OrderBy(l => l.Quantity).First().Sku", "(Order o) => new[] { o.Id, \"x\" }[1]", "(Order o) => o.Skus.FirstOrDefault()", "(Order o) => o.Skus.FirstOrDefault(s => s == \"a\")", "(Order o) => o.Skus.LastOrDefault()", "(Order o) => o.Numbers.Last()", "(Order o) => o.Lines.First().Sizes", "(Order o) => o.Lines.First().Sizes[0]", "(Order o) => o.Lines[0].Sizes.Length",
        "(Order o) => o.Skus.Contains(\"a\")", "(Order o) => o.Numbers.Contains(o.Quantity)", "(Order o) => !o.Skus.Contains(o.Id)", "(Order o) => o.Skus.Distinct()", "(Order o) => o.Numbers.Distinct().Count()", "(Order o) => o.Lines.OrderBy(l => l.Price).Select(l => l.Sku)", "(Order o) => o.Lines.OrderByDescending(l => l.Price).ToList()",
        "(Order o) => o.Skus.OrderBy(s => s, StringComparer.Ordinal)", "(Order o) => o.Numbers.OrderBy(n => n).First()", "(Order o) => o.Numbers[0]", "(Order o) => o.Numbers[o.Numbers.Length - 1]", "(Order o) => o.Numbers[^1]", "(Order o) => o.Numbers.ElementAt(0)", "(Order o) => o.Numbers.Reverse().ToArray()", "(Order o) => o.Skus.Concat(new[] { \"end\" })",
        "(Order o) => o.Lines.Where(count => count.Quantity > 0).Count()", "(Order o) => o.Lines.Where(a => o.Skus.Any(b => b == a.Sku || a.Quantity > 1)).Select(a => a.Sku)", "(Order o) => new[] { o.Quantity, 2 }", "(Order o) => new[] { o.Id }.Length", "(Order o) => new[] { o.Numbers, new[] { 1 } }", "(Order o) => new[] { o.Lines.Select(l => l.Sku).ToArray(), o.Skus }",
        "(Order o) => o.Lines.Any(l => l.Sizes.Contains(9))", "(Order o) => o.Lines.Select(l => l.Sizes.Length)", "(Order o) => o.Lines.Sum(l => l.Sizes.Sum())",
        "(Order o) => (string[])[o.Id, \"x\"]", "(Order o) => o.Skus.Concat([\"end\", o.Id]).Count()", "(Order o) => (int[])[]", "(Order o) => (int[][])[o.Numbers, [1, 2]]",
        // Objects
        "(Order o) => new { id = o.Id, count = o.Lines.Count, nested = new { paid = o.Paid } }", "(Order o) => new Summary(o.Id, o.Lines.Count)", "(Order o) => new Summary(o.Id, 1) { Note = o.Note }", "(Order o) => new Summary(Count: 1, Id: o.Id)", "(Order o) => new Summary(o.Id, 1) with { Count = 2 }", "(Order o) => (o.Ship ?? new Address(\"x\", null, 1)).City",
        "(Order o) => new Summary(o.Id, 4).Count + 1", "(Order o) => o.Tags[\"a\"]", "(Order o) => o.Tags.ContainsKey(\"b\")", "(Order o) => o.Tags.Count > 5 ? 1 : 0",
        // Patterns
        "(Order o) => o.Quantity is > 0 and < 5", "(Order o) => o.Quantity is 3 or 7", "(Order o) => o.Priority is > 3", "(Order o) => o.Priority is not 5", "(Order o) => o.Id is \"TEST-1\" or \"\"", "(Order o) => o is { Paid: true, Quantity: > 0 }", "(Order o) => o.Ship is { City: \"Bern\" }", "(Order o) => o.Ship is { Street: not null }", "(Order o) => o.Ship is null",
        "(Order o) => o.Quantity switch { < 0 => \"less\", 3 => \"three\", > 5 and < 8 => \"some\", _ => \"other\" }", "(Order o) => o.Priority switch { null => 0, 5 when o.Paid => 1, _ => 2 }", "(Order o) => o.Skus is { Length: 0 }", "(Order o) => o.Color switch { Color.Red => 1, _ => 2 }",
        // Enums, dates, numbers
        "(Order o) => o.Size == Size.Large", "(Order o) => o.Color == Color.Red", "(Order o) => o.Size", "(Order o) => o.Color", "(Order o) => Size.Large", "(Order o) => Color.Green", "(Order o) => (int)o.Size", "(Order o) => o.Placed > DateTimeOffset.UtcNow", "(Order o) => o.Placed == o.Placed", "(Order o) => o.Key == Guid.Empty",
        "(Order o) => Math.Min(o.Quantity, 4)", "(Order o) => Math.Max(o.Weight, 1.25)", "(Order o) => Math.Abs(o.Quantity)", "(Order o) => Math.Floor(o.Weight)", "(Order o) => Math.Ceiling(o.Total)", "(Order o) => Math.Round(o.Weight)", "(Order o) => Math.Round(2.5 * o.Quantity)", "(Order o) => Math.Round(o.Total / 3m, 2)",
    ];

    [Fact]
    public async Task Every_supported_expression_gives_the_same_in_both_languages()
    {
        var differences = await DifferentialRun.Compare(Lambdas);

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    /// <summary>More of them: SERVERLESS_JSONATA_SOAK=rounds, each with its own seed (700 expressions, tens of thousands of pairs).</summary>
    [Fact]
    public async Task Random_expressions_give_the_same_in_both_languages_or_are_refused()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("SERVERLESS_JSONATA_SOAK") ?? "1", CultureInfo.InvariantCulture);
        var first = int.Parse(Environment.GetEnvironmentVariable("SERVERLESS_JSONATA_SEED") ?? "20261128", CultureInfo.InvariantCulture);
        var (pairs, exceptions, overflows, refused) = (0, 0, 0, 0);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var differences = new List<string>();
        for (var seed = first; seed < first + rounds; seed++)
        {
            var expressions = new RandomExpressions(seed);
            string[] lambdas = [.. Enumerable.Range(0, Expressions).Select(i => expressions.Next(i % 4)), .. expressions.Rest()];
            var run = await DifferentialRun.Of(lambdas, [.. Enumerable.Range(0, 6).Select(i => (seed * 100) + i)], $"seed {seed.ToString(CultureInfo.InvariantCulture)}: ");
            used.UnionWith(expressions.Used);
            differences.AddRange(run.Differences);
            (pairs, exceptions, overflows, refused) = (pairs + run.Pairs, exceptions + run.Exceptions, overflows + run.Overflows, refused + run.Refused.Count);
            foreach (var reason in run.Refused.Take(rounds == 1 ? 20 : 2))
                output.WriteLine("refused: " + reason);
            Assert.True(run.Refused.Count < Expressions / 10, string.Join("\n", run.Refused.Take(40)));
        }

        output.WriteLine($"{pairs} pairs, {exceptions} of them exceptions; {overflows} overflows left out; {refused} expressions refused");
        Assert.True(differences.Count == 0, $"{differences.Count} differences\n" + string.Join("\n", differences.GroupBy(static d => d.Split('\n')[0]).Select(static g => g.First()).OrderBy(static d => d.Length).Take(25)));
        Assert.True(pairs >= 3000 * rounds, $"{pairs} pairs");
        Assert.True(exceptions > 100 * rounds, $"{exceptions} exceptions");
        Assert.True(overflows < pairs / 20, $"{overflows} overflows");
        Assert.Empty(RandomExpressions.All.Except(used));
    }
}
