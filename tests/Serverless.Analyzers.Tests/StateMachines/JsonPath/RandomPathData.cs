namespace Serverless.Analyzers.Tests.StateMachines.JsonPath;

/// <summary>Values that paths and intrinsic functions give, put together at random.</summary>
internal static class RandomPathData
{
    public static List<string> Of(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => "(Order o) => " + (random.Next(3) == 0 ? Scalar(random, 2) : $"new {{ a = {Value(random, 2)}, b = {Value(random, 2)}, c = new {{ d = {Value(random, 1)} }} }}"))];
    }

    private static string Value(Random random, int depth) => random.Next(5) switch
    {
        0 => Texts(random, depth),
        1 => Pick(random, "o.Numbers", "o.Numbers.Distinct()", "o.Lines.Select(l => l.Quantity)", $"new[] {{ {Number(random, depth)}, {Number(random, depth)} }}"),
        2 => Pick(random, "o.Bill", "o.Lines[0]", "o.Note", "o.Priority", "o.Paid", "o.Weight", "o.Size", "o.Placed", "o.Skus.Contains(" + Text(random, depth) + ")"),
        _ => Scalar(random, depth),
    };

    private static string Scalar(Random random, int depth) => random.Next(2) == 0 ? Text(random, depth) : Number(random, depth);

    private static string Text(Random random, int depth) => depth == 0
        ? Pick(random, "o.Id", "o.Other", "\"x\"", "o.Bill.City", "o.Skus[0]", "o.Odd")
        : Pick(random,
            $"$\"{{{Number(random, depth - 1).Replace("\"", "'", StringComparison.Ordinal)}}}-{{{Pick(random, "o.Id", "o.Other")}}}\"",
            $"({Text(random, depth - 1)} + \":\" + {Text(random, depth - 1)})", $"{Texts(random, depth - 1)}.First()", "o.Lines[0].Sku", "o.Quantity.ToString()", "o.Skus[^1]");

    private static string Texts(Random random, int depth) => depth == 0
        ? Pick(random, "o.Skus", "o.Lines.Select(l => l.Sku)")
        : Pick(random, "o.Skus.Distinct()", $"new[] {{ {Text(random, depth - 1)}, {Text(random, depth - 1)} }}", "o.Lines.Select(l => l.Sku)");

    private static string Number(Random random, int depth) => depth == 0
        ? Pick(random, "o.Quantity", "4", "o.Numbers[0]", "o.Lines[0].Quantity")
        : Pick(random, $"({Number(random, depth - 1)} + {Number(random, depth - 1)})", $"({Number(random, depth - 1)} - 2)", $"{Texts(random, depth - 1)}.Count()", "o.Lines.Count", "o.Skus.Length");

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
