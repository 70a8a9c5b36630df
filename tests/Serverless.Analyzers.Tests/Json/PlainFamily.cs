namespace Serverless.Analyzers.Tests.Json;

/// <summary>Types of every form that is claimed, each the argument and the result of a function, and the settings they are tried under.</summary>
internal static class PlainFamily
{
    /// <summary>Types that every project of the family reads and writes.</summary>
    public static readonly string[] Roots =
    [
        "Everything", "EverythingNullable", "Settable", "Defaults", "Order", "Settings", "Initialised", "Demanding", "Tree", "Mixed", "Shifted", "Ordered",
        "Ignoring", "Named", "Closed", "Positive", "Counting", "Point", "ReadOnlyPoint", "MadePoint", "PointClass", "Derived", "Shelf", "Page<Order>", "Page<int?>", "Outer.Inner",
        "Marked", "Empty", "Sizes", "int", "string", "bool", "double?", "Guid", "DateTime[]", "Size?", "List<Order?>", "Order[]", "Dictionary<string, Point?>",
        "IReadOnlyList<decimal>", "IEnumerable<Tree>", "IReadOnlyDictionary<string, List<int[]>>", "byte[]",
    ];

    /// <summary>A name for each setting, and the context that has it; null = no context.</summary>
    public static readonly (string Name, string? Options)[] Settings =
    [
        ("web, by reflection", null),
        ("defaults", ""),
        ("web, enums by name, null left out", "JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull"),
        ("snake case, lenient, defaults left out", "PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals"),
        ("kebab case, closed, shallow, any case", "PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseUpper, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, MaxDepth = 5, PropertyNameCaseInsensitive = true"),
    ];

    public static string Source(string? options)
    {
        var serializable = string.Concat(Roots.Select(static r => $"[JsonSerializable(typeof({(r.EndsWith("string", StringComparison.Ordinal) ? r : r.Replace("Order?", "Order", StringComparison.Ordinal))}))]\n"));
        var context = options is null ? "" : $"[JsonSourceGenerationOptions({options})]\n{serializable}internal sealed partial class FamilyJson : JsonSerializerContext;";
        var functions = string.Concat(Roots.Select(static (r, i) => $"[ServerlessFunction] public static {r} F{i}({r} value) => value;\n"));
        return Types + context + "\npublic static class Functions\n{\n" + functions + "}\n";
    }

    private const string Types = """
        using Serverless;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        namespace Family;

        public enum Size { Small = 1, Large = 2, Huge = -7 }
        public enum Tiny : byte { A, B = 200 }
        public enum Wide : ulong { None, Most = ulong.MaxValue }
        public enum Signed : short { Low = short.MinValue, Zero = 0 }
        [JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public enum Colour { Red, Green, Blue }
        [Flags, JsonConverter(typeof(JsonStringEnumConverter<Parts>))] public enum Parts { None = 0, Left = 1, Right = 2 }
        [JsonConverter(typeof(JsonNumberEnumConverter<Plain>))] public enum Plain { First, Second }

        public sealed record Everything(bool Flag, byte Octet, sbyte Small, short Short, ushort UShort, int Number, uint UNumber, long Long, ulong ULong, float Single, double Double, decimal Money,
            char Letter, string Text, Guid Id, DateTime At, DateTimeOffset AtOffset, DateOnly Day, TimeOnly Time, TimeSpan Span, byte[] Bytes, Size Size, Colour Colour);
        public sealed record EverythingNullable(bool? Flag, byte? Octet, sbyte? Small, short? Short, ushort? UShort, int? Number, uint? UNumber, long? Long, ulong? ULong, float? Single, double? Double, decimal? Money,
            char? Letter, string? Text, Guid? Id, DateTime? At, DateTimeOffset? AtOffset, DateOnly? Day, TimeOnly? Time, TimeSpan? Span, byte[]? Bytes, Size? Size, Colour? Colour);
        public sealed class Settable { public int Number { get; set; } public string? Text { get; set; } = "none"; public List<int> Items { get; set; } = [1, 2]; public Guid? Id { get; set; } public double Ratio { get; set; } = 0.5; }
        public sealed record Defaults(int Number = 5, string? Text = "x", Size Size = Size.Large, decimal Money = 1.5m, double? Ratio = null, Guid Id = default, DateTime At = default, char Letter = 'c', long? Count = 7, bool Flag = true, float Single = 1e10f, string[]? Names = null);
        public sealed record Line(string Sku, int Quantity);
        public sealed record Order(Line[] Lines, string Email, string? Note = null, Dictionary<string, Line>? More = null);
        public sealed record Settings { public int Limit { get; init; } public string Name { get; init; } = "none"; public Size? Size { get; init; } }
        public sealed class Initialised { public int A { get; init; } public string? B { get; init; } public string? C { get; set; } = "c"; public Point D { get; init; } }
        public sealed class Demanding { public required int A { get; init; } public required string? B { get; set; } [JsonRequired] public int C { get; set; } public int D { get; set; } = 4; }
        public sealed class Tree { public string? Name { get; set; } public Tree? Next { get; set; } public List<Tree?>? Children { get; set; } public Dictionary<string, Tree>? Named { get; set; } }
        public sealed class Mixed(int a, string? b = "b") { public int A { get; } = a; public string? B { get; } = b; public string? C { get; set; } = "c"; public int[]? D { get; init; } public int Twice => A * 2; private int Hidden { get; set; } public int Field; public static int Static { get; set; } }
        public sealed record Shifted(int A) { public string? B { get; init; } public int C { get; set; } = 3; public bool HasB => B is not null; }
        public sealed record Ordered { [JsonPropertyOrder(2)] public int A { get; set; } public int B { get; set; } [JsonPropertyOrder(-1)] public int C { get; set; } public int D { get; set; } }
        public sealed class Ignoring
        {
            [JsonIgnore] public string? Never { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Null { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Zero { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public DateTime At { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public Point Point { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Maybe { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Always { get; set; }
            public List<int>? Items { get; set; }
        }
        public sealed class Named { [JsonPropertyName("a b")] public int A { get; set; } [JsonPropertyName("<&'\"+>\\/\t")] public string? B { get; set; } [JsonPropertyName("")] public int C { get; set; } public int URLValue2Go { get; set; } public int IOStream { get; set; } public int x_y { get; set; } public int @class { get; set; } }
        [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public sealed record Closed(int A, string? B);
        public sealed record Positive { public Positive(int value) => Value = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); public int Value { get; } }
        public sealed class Counting { private int _a; public int A { get => _a; set { _a = value; Calls += "A"; } } private int _b; public int B { get => _b; set { _b = value < 0 ? throw new FormatException() : value; Calls += "B"; } } public string Calls { get; private set; } = ""; }
        public record struct Point(int X, int Y);
        public readonly record struct ReadOnlyPoint(int X, int Y) { public int Z { get; init; } }
        public readonly struct MadePoint { [JsonConstructor] public MadePoint(int x, int y = 3) { X = x; Y = y; } public int X { get; } public int Y { get; } }
        public struct PointClass { public int X { get; set; } public ReadOnlyPoint? Y { get; set; } }
        public record Base { public int A { get; set; } [JsonPropertyOrder(1)] public string? Last { get; set; } }
        public sealed record Derived : Base { public int B { get; set; } public Point? C { get; set; } }
        public sealed class Shelf { public IList<int>? A { get; set; } public ICollection<string?>? B { get; set; } public IEnumerable<Size>? C { get; set; } public IReadOnlyList<Line>? D { get; set; } public IReadOnlyCollection<int?>? E { get; set; } public IDictionary<string, int>? F { get; set; } public IReadOnlyDictionary<string, string?>? G { get; set; } public int[][]? H { get; set; } public Dictionary<string, List<Point>>? I { get; set; } public byte[][]? J { get; set; } public ReadOnlyPoint[]? K { get; set; } }
        public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
        public static class Outer { public sealed record Inner(int A, Inner? B = null); }
        public sealed class Marked { public Marked() { } [JsonConstructor] public Marked(int a, Size size) { A = a; Size = size; } public int A { get; } public Size Size { get; } }
        public sealed class Empty { }
        public sealed record Sizes(Tiny Tiny, Wide Wide, Signed Signed, Parts Parts, Plain Plain, DayOfWeek Day, Colour[] Colours);


        """;
}
