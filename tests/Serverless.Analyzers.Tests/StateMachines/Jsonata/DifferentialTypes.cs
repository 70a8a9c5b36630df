namespace Serverless.Analyzers.Tests.StateMachines.Jsonata;

/// <summary>The data that expressions are compared on: written inputs for the corners, random ones for the rest.</summary>
internal static class DifferentialTypes
{
    /// <summary>C# of the types and of `Inputs`.</summary>
    public const string Source = """
        #nullable enable
        using System.Text.Json.Serialization;
        namespace Shop;
        public enum Size { None, Small = 1, Large = 7 }
        [JsonConverter(typeof(JsonStringEnumConverter))] public enum Color { Red, Green }
        public sealed record Address(string City, string? Street, int? Floor) { public Line[] Shelves { get; init; } = []; }
        public sealed record Line(string Sku, int Quantity, decimal Price, string? Remark, int[] Sizes);
        public sealed record Summary(string Id, int Count) { public string? Note { get; init; } }
        public sealed record Order(
            string Id, decimal Total, int Quantity, string? Note, int? Priority, string[] Skus, System.Collections.Generic.List<Line> Lines, bool Paid, Address? Ship,
            DateTimeOffset Placed, double Weight, Size Size, Color Color, System.Collections.Generic.Dictionary<string, string> Tags, int[] Numbers, Guid Key, char Grade, bool? Checked)
        {
            [JsonPropertyName("x-y")] public string Odd { get; init; } = "odd";
            [JsonPropertyName("and")] public int Keyword { get; init; } = 3;
            [JsonPropertyName("a`b")] public int Tick { get; init; } = 4;
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Sparse { get; init; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool Rare { get; init; }
            public long Big { get; init; }
            public uint Unsigned { get; init; }
            public byte Small { get; init; }
            public double? Ratio { get; init; }
            public string[]? Maybe { get; init; }
            public string?[] Remarks { get; init; } = [];
            public int[][] Rows { get; init; } = [];
            public DateOnly Day { get; init; } = new(2026, 1, 2);
            public DateTimeOffset? Due { get; init; }
            public System.Collections.Generic.Dictionary<string, int> Counts { get; init; } = new();
            public Address[] Stops { get; init; } = [];
        }
        public static class Inputs
        {
            public static Order[] All => new Order[]
            {
                new("TEST-1", 10.5m, 3, null, null, new string[0], new(), true, null, DateTimeOffset.Parse("2026-01-02T03:04:05Z"), 0.25, Size.Small, Color.Red,
                    new() { ["a"] = "1" }, new int[0], Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"), 'a', null),
                new("o'clock \"2\" \\ 3", 20000m, 7, "a  b ", 5, new[] { "TEST-9" }, new() { new("s1", 2, 1.5m, null, new[] { 1 }) }, false, new("Bern", null, null),
                    DateTimeOffset.Parse("2025-12-31T23:30:00-05:00"), 1.5, Size.Large, Color.Green, new() { ["a"] = "x", ["b"] = "y" }, new[] { 4 }, Guid.Parse("00000000-0000-0000-0000-000000000001"), 'b', true)
                    { Sparse = 2, Rare = true, Big = 9007199254740991, Unsigned = 4294967295, Small = 255, Ratio = 0.5, Maybe = new[] { "one" }, Remarks = new string?[] { null }, Rows = new[] { new[] { 5 } },
                      Day = new(2025, 12, 31), Due = DateTimeOffset.Parse("2025-12-31T23:30:00.123-05:00"), Counts = new() { ["x"] = 1 }, Stops = new[] { new Address("Rom", null, null) { Shelves = new[] { new Line("z", 1, 2m, null, new int[0]) } } } },
                new("", -4m, -2, "", 0, new[] { "b", "a", "b" }, new() { new("s2", 1, 3m, "first", new[] { 2, 3 }), new("s3", 0, 2.25m, "", new int[0]), new("s1", 5, 3m, null, new[] { 9 }) }, true,
                    new("Ärger\u00e9", "Strada 1", 4), DateTimeOffset.Parse("2026-01-02T04:04:05.25+01:00"), 2, Size.Large, Color.Red, new(), new[] { 3, -1, 3, 12 }, Guid.Empty, 'z', false)
                    { Big = -1234567890123456, Maybe = new string[0], Remarks = new[] { "x", null, "" }, Rows = new[] { new[] { 1, 2 }, new int[0], new[] { 3 } }, Due = DateTimeOffset.Parse("2026-01-02T04:04:05+01:00"),
                      Counts = new() { ["x"] = 0, ["y"] = 2 }, Stops = new[] { new Address("A", "s", 1), new Address("B", null, 2) } },
                new("12", 0m, 0, "007", int.MaxValue, new[] { "1", "true", "null" }, new() { new("1e3", int.MaxValue, 0.1m, "\u0085 \u00a0x\ufeff", new[] { 0 }) }, false, new("", "", 0),
                    DateTimeOffset.Parse("1969-12-31T23:59:59.999Z"), -0.0, Size.None, Color.Green, new() { [""] = "empty", ["a b"] = "\u2028" }, new[] { int.MinValue, 0 }, Guid.Empty, '"', true)
                    { Odd = "", Keyword = 0, Big = 0, Remarks = new string?[] { null, null }, Rows = new[] { new int[0] }, Counts = new() { ["a"] = -1 } },
            };

            /// Texts hold characters outside of the basic plane from this one on.
            public static Order Random(int seed, bool pairs)
            {
                var r = new Random(seed);
                string Text() => string.Concat(System.Linq.Enumerable.Range(0, r.Next(6)).Select(_ => Pick(
                    "a", "B", "T", "x", "1", "0", "-", " ", "'", "\"", "\\", "$", "é", "Ж", "中", "\t", "/", "`", "TEST", ".5", pairs ? "😀" : "e", pairs ? "𝒳" : "E")));
                T Pick<T>(params T[] choices) => choices[r.Next(choices.Length)];
                T[] Some<T>(int most, Func<T> make) => System.Linq.Enumerable.Range(0, r.Next(3) == 0 ? r.Next(2) : r.Next(most + 1)).Select(_ => make()).ToArray();
                int Int() => Pick(0, 1, -1, 2, 3, 7, 12, -5, 100, r.Next(-1000, 1000));
                decimal Money() => Int() / 4m;
                Line Line() => new(Pick("s1", "s2", Text()), Int(), Money(), Pick(null, "", Text()), Some(3, Int));
                Address Address() => new(Text(), Pick(null, Text()), Pick<int?>(null, Int())) { Shelves = Some(2, Line) };
                return new(Pick("TEST-" + Text(), Text(), "12", "-7", "true"), Money(), Int(), Pick(null, "", Text(), "12"), Pick<int?>(null, Int()), Some(4, Text), new(Some(4, Line)), Pick(true, false), Pick(null, Address()),
                    DateTimeOffset.FromUnixTimeMilliseconds(r.NextInt64(-100_000_000_000, 4_000_000_000_000)).ToOffset(TimeSpan.FromMinutes(Pick(0, 60, -300, 330))), Int() / 4.0, Pick(Size.None, Size.Small, Size.Large), Pick(Color.Red, Color.Green),
                    new(System.Linq.Enumerable.DistinctBy(Some(3, () => new System.Collections.Generic.KeyValuePair<string, string>(Pick("a", "b", "x y"), Text())), p => p.Key)), Some(4, Int), new Guid(r.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), Pick('a', 'Z', '0', ' ', 'é'), Pick<bool?>(null, true, false))
                {
                    Odd = Text(), Keyword = Int(), Sparse = Pick(0, Int()), Rare = Pick(true, false), Big = Pick(0L, Int(), 1234567890123456, -9007199254740991), Unsigned = (uint)r.Next(), Small = (byte)r.Next(256), Ratio = Pick<double?>(null, Int() / 8.0),
                    Maybe = Pick(null, Some(3, Text)), Remarks = Some(3, () => Pick<string?>(null, Text())), Rows = Some(3, () => Some(3, Int)), Day = new DateOnly(2000 + r.Next(50), 1 + r.Next(12), 1 + r.Next(28)),
                    Due = Pick<DateTimeOffset?>(null, DateTimeOffset.FromUnixTimeMilliseconds(r.NextInt64(0, 2_000_000_000_000))), Counts = new(System.Linq.Enumerable.DistinctBy(Some(3, () => new System.Collections.Generic.KeyValuePair<string, int>(Pick("x", "y", "z"), Int())), p => p.Key)),
                    Stops = Some(3, Address),
                };
            }
        }
        """;
}
