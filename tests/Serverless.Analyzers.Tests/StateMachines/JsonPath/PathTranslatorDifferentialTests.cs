using Serverless.Testing.StateMachines;

namespace Serverless.Analyzers.Tests.StateMachines.JsonPath;

/// <summary>What C# means is what the machine does: every form that is translated, and hundreds of random combinations of them.</summary>
public sealed class PathTranslatorDifferentialTests : IDisposable
{
    private readonly PathMachineEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    private static void AssertNone(List<string> differences) => Assert.True(differences.Count == 0, $"{differences.Count} differences\n" + string.Join("\n", differences.Take(5)));

    [Fact]
    public async Task Data_means_the_same_on_an_independent_engine() => AssertNone(await PathDifferentialRun.CompareData(
        [
            "(Order o) => o",
            "(Order o) => o.Bill",
            "(Order o) => o.Bill.City",
            "(Order o) => o.Odd",
            "(Order o) => o.Total",
            "(Order o) => o.Paid",
            "(Order o) => o.Skus",
            "(Order o) => o.Skus[0]",
            "(Order o) => o.Lines[0].Sku",
            "(Order o) => o.Size",
            "(Order o) => new { id = o.Id, city = o.Bill.City, nested = new { line = o.Lines[0], constant = \"$.id\", number = 3, yes = true, none = (string?)null, size = Size.Large, color = Color.Green, grade = 'x' } }",
            "(Order o) => new Line(o.Id, o.Quantity, 1.5m, null)",
            "(Order o) => new { note = o.Note, priority = o.Priority }",
            "(Order o) => new { list = new object[] { new { id = o.Id }, new { deep = new[] { new { quantity = o.Quantity } } } } }",
            "(Order o) => new { list = new[] { o.Id, \"b\", o.Other } }",
            "(Order o) => new { list = new[] { 1, 2, 3 }, texts = new[] { \"a\" } }",
            "(Order o) => new[] { o.Quantity, 1 }",
            "(Order o) => $\"{o.Id}-{o.Quantity}\"",
            "(Order o) => o.Id + \"/\" + o.Quantity + \"/\" + o.Color + o.Grade",
            "(Order o) => string.Concat(o.Id, \"x\", o.Other)",
            "(Order o) => o.Quantity.ToString()",
            "(Order o) => new { text = $\"{o.Id}\", sum = $\"{o.Quantity + 1} of {o.Many}\" }",
            "(Order o) => o.Quantity + 1",
            "(Order o) => o.Quantity + o.Many + 5",
            "(Order o) => o.Quantity - 1",
            "(Order o) => o.Skus.Length",
            "(Order o) => o.Lines.Count",
            "(Order o) => o.Numbers.Length + 1",
            "(Order o) => o.Skus[o.Numbers.Length - 1]",
            "(Order o) => o.Skus[^1]",
            "(Order o) => o.Skus.Last()",
            "(Order o) => o.Lines.First().Sku",
            "(Order o) => o.Skus.ElementAt(0)",
            "(Order o) => o.Skus.Contains(\"a\")",
            "(Order o) => o.Skus.Contains(o.Other)",
            "(Order o) => o.Numbers.Contains(3)",
            "(Order o) => o.Skus.Distinct().ToArray()",
            "(Order o) => o.Numbers.Distinct()",
            "(Order o) => o.Lines.Select(l => l.Sku)",
            "(Order o) => o.Lines.Select(l => l.Quantity).Count()",
            "(Order o) => o.Lines.Select(l => l.Sku).Contains(\"s1\")",
            "(Order o) => o.Lines.Select(l => l.Sku).First()",
            "(Order o) => o.Skus.Take(1)",
            "(Order o) => Convert.ToBase64String(Encoding.UTF8.GetBytes(\"plain\"))",
            "(Order o) => Encoding.UTF8.GetString(Convert.FromBase64String(\"cGxhaW4=\"))",
            "() => \"a constant\"",
            "() => 7",
            "() => new { a = 1 }",
            "(Order o) => new { city = o.Bill.City }",
        ],
        _engine));

    /// <summary>Backslashes, parentheses in constants, empty parts and empty lists: the engine is known to treat them otherwise.</summary>
    [Fact]
    public async Task Data_means_the_same_where_only_the_evaluator_is_exact() => AssertNone(await PathDifferentialRun.CompareData(
        [
            "(Order o) => o.Id.Split('-', StringSplitOptions.RemoveEmptyEntries)",
            "(Order o) => o.Other.Split(new[] { '-', 'T' }, StringSplitOptions.RemoveEmptyEntries)",
            "(Order o) => o.Id.Split(\"-\", StringSplitOptions.RemoveEmptyEntries).Length",
            "(Order o) => $\"it's {{{o.Id}}} \\\\ (x, y) \\n {o.Quantity}\"",
            "(Order o) => \"{}\" + o.Id + \"}{\"",
            "(Order o) => new { text = \"${!keep} {}\", path = \"$.id\" }",
            "(Order o) => o.Skus.Skip(1)",
            "(Order o) => o.Lines.Select(l => l.Sku).Distinct()",
            "(Order o) => 0",
            "(Order o) => false",
            "(Order o) => \"\"",
        ],
        null));

    [Fact]
    public async Task Conditions_mean_the_same_on_an_independent_engine() => AssertNone(await PathDifferentialRun.CompareConditions(
        [
            .. RandomConditions.Atoms,
            "(Order o) => true",
            "(Order o) => !(o.Quantity > 2)",
            "(Order o) => o.Paid ? o.Quantity > 0 : o.Note == null",
            "(Order o) => o.Ship != null && o.Ship.City == \"Bern\"",
            "(Order o) => o.Ship == null || o.Ship.Street == null",
            "(Order o) => !(o.Ship is { City: \"Bern\", Floor: null })",
        ],
        _engine));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_conditions_mean_the_same(int seed) => AssertNone(await PathDifferentialRun.CompareConditions(RandomConditions.Of(seed, 120), _engine));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Random_data_means_the_same(int seed) => AssertNone(await PathDifferentialRun.CompareData(RandomPathData.Of(seed, 80), _engine));
}
