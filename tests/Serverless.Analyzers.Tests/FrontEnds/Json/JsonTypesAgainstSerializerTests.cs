using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Analyzers.Tests.Handlers;
using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.FrontEnds.Json;

/// <summary>
/// What is read from C# is what System.Text.Json itself says of the loaded types: names and their order, kinds, enums, nullability, what must be
/// there. Its exporter of schemas is the oracle, under the settings that the context gives.
/// </summary>
public sealed class JsonTypesAgainstSerializerTests
{
    private const string Types = """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Serverless;
        namespace Shop;

        public enum Number { Zero, Two = 2 }
        [JsonConverter(typeof(JsonStringEnumConverter<Word>))] public enum Word { One, [JsonStringEnumMemberName("second")] Two }

        public class Plain
        {
            public int WholeNumber { get; set; }
            public string Text { get; set; } = "";
            public string? Maybe { get; set; }
            public bool? Flag { get; set; }
            public Guid Id { get; set; }
            public DateTimeOffset At { get; set; }
            public DateOnly Day { get; set; }
            public TimeOnly Time { get; set; }
            public TimeSpan Span { get; set; }
            public Uri? Address { get; set; }
            public decimal Money { get; set; }
            public double URLValue { get; set; }
            public byte[] Bytes { get; set; } = [];
            public char Letter { get; set; }
            public Number Number { get; set; }
            public Word Word { get; set; }
            public Number? MaybeNumber { get; set; }
            public ulong Large { get; set; }
            public Version? Version { get; set; }
            public JsonElement Any { get; set; }
            public object? Thing { get; set; }
            internal int Hidden { get; set; }
            public static int Shared { get; set; }
            public int this[int index] => index;
        }

        public class Access
        {
            public int ReadOnly { get; } = 1;
            public int Computed => 2;
            public int PrivateSet { get; private set; }
            public int InitOnly { get; init; }
            public int WriteOnly { set { } }
            [JsonInclude] public int Included { get; internal set; }
            [JsonIgnore] public int Ignored { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int Kept { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? LeftOut { get; set; }
            public int Field;
            [JsonInclude] public int IncludedField;
        }

        public class Named
        {
            [JsonPropertyName("n-1")] public int First { get; set; }
            [JsonPropertyOrder(-1)] public int Earlier { get; set; }
            [JsonPropertyOrder(5)] public int Later { get; set; }
            public int HTTPStatusCode { get; set; }
            public int X { get; set; }
            public int already { get; set; }
            public int With_Underscore { get; set; }
        }

        public class Base { public int OfBase { get; set; } public virtual int Both { get; set; } }
        public class Derived : Base { public int OfDerived { get; set; } public override int Both { get; set; } }
        public class Hiding : Base { public new string OfBase { get; set; } = ""; }

        public record Positional(int A, string B, string? C, int D = 5);
        public record struct Point(double X, double Y);
        public class Needs { public required string Must { get; set; } [JsonRequired] public int Also { get; set; } public int May { get; set; } }

        public class Collections
        {
            public int[] Array { get; set; } = [];
            public List<string?> List { get; set; } = [];
            public IEnumerable<Point> Sequence { get; set; } = [];
            public Dictionary<string, int> Map { get; set; } = [];
            public IReadOnlyDictionary<Guid, string[]>? ByGuid { get; set; }
            public HashSet<Number>? Set { get; set; }
            public List<List<int>> Nested { get; set; } = [];
        }

        public class Generic<T> { public T? Value { get; set; } public List<T> Values { get; set; } = []; }
        public class Closed : Generic<Positional>;
        [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public class Strict { public int A { get; set; } }
        public class Own { [JsonConverter(typeof(JsonStringEnumConverter<Number>))] public Number Text { get; set; } }
        public class Pair { public KeyValuePair<string, int> Both { get; set; } }

        """;

    /// <summary>The exporter lists what `IgnoreReadOnlyProperties` leaves out: tested below.</summary>
    private static readonly AsyncLocal<string[]?> LeftOut = new();

    private static readonly string[] Names =
        ["Plain", "Access", "Named", "Derived", "Hiding", "Positional", "Point", "Needs", "Collections", "Closed", "Strict", "Own", "Pair"];

    /// <summary>Settings as the attribute writes them, and as the options hold them.</summary>
    public static TheoryData<string> Settings =>
    [
        "",
        "PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase",
        "PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IncludeFields = true",
        "PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseUpper, UseStringEnumConverter = true",
        "IgnoreReadOnlyProperties = true, IgnoreReadOnlyFields = true, IncludeFields = true",
        "UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow",
        "NumberHandling = JsonNumberHandling.WriteAsString",
        "RespectRequiredConstructorParameters = true",
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_model_says_what_the_serializer_says(string settings)
    {
        var handlers = string.Join("\n", Names.Select(static name => $"[HttpRoute(\"POST /{name}\")] public {name} Put{name}({name} body) => body;"));
        var serializable = string.Join("\n", Names.Select(static name => $"[JsonSerializable(typeof({name}))]"));
        var types = $"{Types}[JsonSourceGenerationOptions({settings})]\n{serializable}\ninternal partial class ShopJson : JsonSerializerContext;\n";
        var application = GeneratorRun.ReadModel(TestProject.Of(types + $"public class Handlers {{ {handlers} }}"));
        var assembly = Load(types);
        var context = (System.Text.Json.Serialization.JsonSerializerContext)assembly.GetType("Shop.ShopJson")!.GetProperty("Default")!.GetValue(null)!;
        LeftOut.Value = settings.Contains("IgnoreReadOnlyProperties", StringComparison.Ordinal) ? ["Access.ReadOnly", "Access.Computed"] : null;
        var differences = new List<string>();
        foreach (var name in Names)
        {
            var oracle = context.Options.GetJsonSchemaAsNode(assembly.GetType("Shop." + name)!, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
            Compare(name, application, new JsonTypeRef("global::Shop." + name, IsNullable: true), oracle, oracle, differences, 0);
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Fact]
    public void Where_the_exporter_says_more_than_the_serializer_does_the_model_follows_the_serializer()
    {
        const string Source = Types + """
            [JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
            [JsonSerializable(typeof(Access)), JsonSerializable(typeof(Positional))]
            internal partial class ShopJson : JsonSerializerContext;
            """;
        var assembly = Load(Source);
        var context = (System.Text.Json.Serialization.JsonSerializerContext)assembly.GetType("Shop.ShopJson")!.GetProperty("Default")!.GetValue(null)!;
        var access = assembly.GetType("Shop.Access")!;
        var written = JsonNode.Parse(JsonSerializer.Serialize(Activator.CreateInstance(access), access, context))!.AsObject();
        Assert.Equal(["PrivateSet", "InitOnly", "Included", "Kept", "IncludedField"], written.Select(static p => p.Key));
        Assert.NotNull(JsonSerializer.Deserialize("""{ "A": 1, "B": "b" }""", assembly.GetType("Shop.Positional")!, context));
    }

    private static Assembly Load(string source)
    {
        var project = TestProject.Of(source);
        CSharpGeneratorDriver.Create(CompiledHandlers.JsonGenerator()).WithUpdatedParseOptions(project.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(project.Compile(), out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        using var image = new MemoryStream();
        var emitted = output.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private static void Compare(string path, Application application, JsonTypeRef use, JsonNode? oracle, JsonNode root, List<string> differences, int depth)
    {
        if (depth > 8)
            return;
        var type = application.JsonTypes.Single(t => t.Type == use.Type);
        if (oracle is not JsonObject schema)
        {
            // `true`: anything.
            if (type.Kind != JsonTypeKind.Any)
                differences.Add($"{path}: {type.Kind}, the serializer takes anything");
            return;
        }

        if (schema["$ref"] is { } reference)
            schema = Resolve(root, (string)reference!);
        var words = Words(schema);
        var isNullable = words.Contains("null") || (schema["enum"] is JsonArray values && values.Any(static v => v is null));

        // The exporter does not see annotations of type arguments, and takes every argument of a framework type for nullable.
        var isArgument = path.EndsWith(']') || path.EndsWith('}') || path.StartsWith("Pair.", StringComparison.Ordinal);
        if (type.Kind != JsonTypeKind.Any && depth > 0 && !(isArgument && !type.IsValueType) && isNullable != use.IsNullable)
            differences.Add($"{path}: null is {(use.IsNullable ? "" : "not ")}valid, the serializer says otherwise: {schema.ToJsonString()}");
        var expected = type.Kind switch
        {
            JsonTypeKind.Array => "array",
            JsonTypeKind.Object or JsonTypeKind.Dictionary => "object",
            JsonTypeKind.Boolean => "boolean",
            JsonTypeKind.Integer => "integer",
            JsonTypeKind.Number => "number",
            JsonTypeKind.String => "string",
            JsonTypeKind.Enum => type.EnumAsText ? "string" : "integer",
            _ => null,
        };
        if (expected is not null && words.Count > 0 && !words.Contains(expected))
            differences.Add($"{path}: {expected}, the serializer says {string.Join(", ", words)}");
        if (type is { Kind: JsonTypeKind.Enum, EnumAsText: true } && schema["enum"] is JsonArray members)
            CompareLists(path + " enum", type.EnumMembers.Select(static m => m.JsonName), members.Where(static m => m is not null).Select(static m => (string)m!), differences);
        switch (type.Kind)
        {
            case JsonTypeKind.Array when schema["items"] is { } items:
                Compare(path + "[]", application, type.Item!, items, root, differences, depth + 1);
                break;
            case JsonTypeKind.Dictionary when schema["additionalProperties"] is { } value:
                Compare(path + "{}", application, type.Item!, value, root, differences, depth + 1);
                break;
            case JsonTypeKind.Object:
                CompareObject(path, application, type, schema, root, differences, depth);
                break;
        }
    }

    private static void CompareObject(string path, Application application, JsonType type, JsonObject schema, JsonNode root, List<string> differences, int depth)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        CompareLists(path, type.Members.Select(static m => m.JsonName), properties.Select(static p => p.Key).Where(name => LeftOut.Value?.Contains(path + "." + name) != true), differences);
        var isClosed = schema["additionalProperties"] is JsonValue closed && !(bool)closed;
        if (isClosed != type.IsClosed)
            differences.Add($"{path}: {(type.IsClosed ? "closed" : "open")}, the serializer says otherwise");

        // The serializer's own demands are part of ours, which also look for what a constructor cannot do without. The exporter requires parameters
        // that may be null, which the serializer does not: tested below.
        foreach (var required in (schema["required"] as JsonArray ?? []).Select(static r => (string)r!))
        {
            if (type.Members.FirstOrDefault(m => m.JsonName == required) is { IsRequired: false, Type.IsNullable: false })
                differences.Add($"{path}.{required}: may be missing, the serializer requires it");
        }

        foreach (var member in type.Members)
        {
            if (properties.TryGetPropertyValue(member.JsonName, out var property))
                Compare($"{path}.{member.JsonName}", application, member.Type, property, root, differences, depth + 1);
        }
    }

    private static void CompareLists(string path, IEnumerable<string> ours, IEnumerable<string> theirs, List<string> differences)
    {
        var (left, right) = (string.Join(", ", ours), string.Join(", ", theirs));
        if (left != right)
            differences.Add($"{path}: {left}; the serializer says {right}");
    }

    private static HashSet<string> Words(JsonObject schema) => schema["type"] switch
    {
        JsonArray many => [.. many.Select(static w => (string)w!)],
        JsonValue one => [(string)one!],
        _ => schema["enum"] is JsonArray { Count: > 0 } values && values[0]?.GetValueKind() == JsonValueKind.String ? ["string"] : [],
    };

    private static JsonObject Resolve(JsonNode root, string pointer)
    {
        var node = root;
        foreach (var part in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = node is JsonArray array ? array[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]!;
        return (JsonObject)node;
    }
}
