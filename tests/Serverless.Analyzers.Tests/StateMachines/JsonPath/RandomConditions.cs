namespace Serverless.Analyzers.Tests.StateMachines.JsonPath;

/// <summary>Conditions that a Choice can decide, alone and joined at random.</summary>
internal static class RandomConditions
{
    private static readonly string[] Bodies =
    [
        "o.Id == \"TEST-1\"", "\"TEST-1\" != o.Id", "o.Note == \"\"", "o.Note != \"a  b \"", "o.Note == null", "null != o.Note", "o.Note == o.Memo", "o.Id == o.Other", "o.Note != o.Memo", "o.Id == o.Note",
        "o.Quantity == 3", "o.Quantity != 3", "o.Quantity > 2", "o.Quantity <= -2", "3 < o.Quantity", "o.Total >= 10.5m", "o.Total > 100", "o.Weight < 1.5", "o.Weight == 2", "o.Many > 1_000_000", "o.Quantity < o.Many", "o.Total >= o.Quantity",
        "o.Priority > 3", "o.Priority <= 0", "o.Priority == 5", "o.Priority != 5", "o.Priority == o.Rank", "o.Priority < o.Rank", "o.Priority >= o.Quantity", "o.Priority == null", "o.Priority.HasValue", "o.Priority != null && o.Priority.Value > 1",
        "o.Paid", "!o.Paid", "o.Paid == false", "o.Checked == true", "o.Checked != true", "o.Checked == false", "o.Checked ?? false", "o.Checked ?? true", "o.Checked.GetValueOrDefault()", "o.Checked == null", "o.Paid == o.Checked",
        "o.Id.StartsWith(\"TEST-\")", "o.Id.EndsWith(\"1\")", "o.Id.Contains(\"-\")", "o.Bill.City.StartsWith(\"Ä\")", "o.Id.Contains(\"\")", "o.Note?.StartsWith(\"a\") == true", "o.Note?.Contains(\"b\") ?? false",
        "string.IsNullOrEmpty(o.Note)", "string.IsNullOrEmpty(o.Id)", "!string.IsNullOrEmpty(o.Memo)", "string.Equals(o.Id, \"\")", "o.Id.Equals(o.Other)",
        "string.CompareOrdinal(o.Id, \"a\") < 0", "string.CompareOrdinal(o.Id, o.Other) >= 0", "string.Compare(o.Id, o.Other, StringComparison.Ordinal) > 0", "string.CompareOrdinal(o.Id, o.Other) == 0",
        "o.Bill.City == \"Bern\"", "o.Ship?.City == \"Bern\"", "o.Ship?.City != \"Bern\"", "o.Ship?.Floor > 1", "o.Ship?.Floor == null", "o.Ship?.Main == true", "o.Ship?.Main == false", "o.Ship?.Street == o.Note", "o.Ship == null", "o.Bill.Floor >= 4",
        "o.Placed > DateTimeOffset.Parse(\"2026-01-02T00:00:00Z\")", "o.Placed <= DateTimeOffset.Parse(\"2026-01-02T04:04:05.25+01:00\")", "o.Due == o.Placed", "o.Due > o.Placed", "o.Due == null", "o.Due < DateTimeOffset.Parse(\"2026-12-31T00:00:00Z\")",
        "o.Size == Size.Large", "o.Size > Size.Small", "o.Color == Color.Red", "o.Color != Color.Green", "o.Grade == 'a'", "o.Grade < 'm'", "'b' <= o.Grade",
        "o.Skus.Length > 1", "o.Skus.Length == 1", "o.Lines.Count >= 2", "o.Lines.Count != 3", "o.Numbers.Length < 2", "o.Skus.Any()", "!o.Lines.Any()", "o.Numbers.Count() == 4",
        "o is { Paid: true, Quantity: > 2 }", "o.Note is null", "o.Note is not null", "o.Priority is > 0 and < 6", "o.Priority is null or 0", "o.Ship is { City: \"Bern\" }", "o.Ship is { Floor: not null }", "o.Ship is { }", "o is { Bill: { City: \"Bern\" or \"C\" } }",
        "o.Color is Color.Red", "o.Checked is true", "o.Id is \"\" or \"TEST-1\"", "o.Quantity is not 3",
    ];

    public static IEnumerable<string> Atoms => Bodies.Select(static body => "(Order o) => " + body);

    public static List<string> Of(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => "(Order o) => " + Joined(random, 3))];
    }

    private static string Joined(Random random, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
            return "(" + Bodies[random.Next(Bodies.Length)] + ")";
        return random.Next(4) switch
        {
            0 => "!(" + Joined(random, depth - 1) + ")",
            1 => "(" + Joined(random, depth - 1) + " ? " + Joined(random, depth - 1) + " : " + Joined(random, depth - 1) + ")",
            2 => "(" + Joined(random, depth - 1) + " && " + Joined(random, depth - 1) + ")",
            _ => "(" + Joined(random, depth - 1) + " || " + Joined(random, depth - 1) + ")",
        };
    }
}
