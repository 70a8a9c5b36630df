using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.Json;

/// <summary>
/// What is not claimed. Each case is plain but for one thing, and the same declaration without it is plain: a case that is refused
/// for another reason fails.
/// </summary>
public sealed class PlainTypesTests
{
    private const string Usings = """
        using Serverless;
        using System.Collections;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Diagnostics.CodeAnalysis;


        """;

    [Theory]
    [InlineData("public class T { public int A { get; set; } public «object» B { get; set; } }", "string")]
    [InlineData("public class T { public int A { get; set; } public «JsonElement» B { get; set; } }", "int")]
    [InlineData("public class T { public «Uri?» B { get; set; } }", "string?")]
    [InlineData("public class T { public «HashSet<int>» B { get; set; } = new(); }", "List<int>")]
    [InlineData("public class T { public «Dictionary<int, string>?» B { get; set; } }", "Dictionary<string, string>?")]
    [InlineData("public class T { public «int[,]?» B { get; set; } }", "int[][]?")]
    [InlineData("public class T { public «(int, int)» B { get; set; } }", "int")]
    [InlineData("public class T { public «Half» B { get; set; } }", "float")]
    [InlineData("public class T { public «KeyValuePair<string, int>» B { get; set; } }", "int")]
    [InlineData("public class T { public «Stack<int>?» B { get; set; } }", "List<int>?")]
    [InlineData("public class T { public «IEnumerable?» B { get; set; } }", "IEnumerable<int>?")]
    [InlineData("public class T { public «Version?» B { get; set; } }", "string?")]
    [InlineData("public class T { public «Action?» B { get; set; } }", "string?")]
    [InlineData("«[JsonConverter(typeof(C))]» public class T { public int A { get; set; } } public class C : JsonConverter<T> { public override T? Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => null; public override void Write(Utf8JsonWriter w, T v, JsonSerializerOptions o) { } }", "")]
    [InlineData("public class T { «[JsonConverter(typeof(JsonStringEnumConverter<S>))]» public S A { get; set; } } public enum S { A }", "")]
    [InlineData("public class T { «[M]» public int A { get; set; } } public class M : JsonConverterAttribute { }", "")]
    [InlineData("public class T { «[JsonNumberHandling(JsonNumberHandling.WriteAsString)]» public int A { get; set; } }", "")]
    [InlineData("«[JsonNumberHandling(JsonNumberHandling.WriteAsString)]» public class T { public int A { get; set; } }", "")]
    [InlineData("public class T { «[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]» public List<int> A { get; set; } = new(); }", "")]
    [InlineData("public class T { public int A { get; set; } «[JsonExtensionData]» public Dictionary<string, JsonElement>? B { get; «»set; } }", "[JsonIgnore]")]
    [InlineData("public class T { «[JsonInclude]» public int A; public int B { get; set; } }", "")]
    [InlineData("public class T { «[JsonInclude]» private int A { get; set; } public int B { get; set; } }", "")]
    [InlineData("«[JsonDerivedType(typeof(D), \"d\")]» public class T { public int A { get; set; } } public class D : T { }", "")]
    [InlineData("«[JsonPolymorphic]» public class T { public int A { get; set; } }", "")]
    [InlineData("public class T : B { public int A { get; set; } } «[JsonDerivedType(typeof(T), \"d\")]» public class B { public int C { get; set; } }", "")]
    [InlineData("public class T«: IJsonOnDeserialized» { public int A { get; set; } public void OnDeserialized() { } }", "")]
    [InlineData("public class T«: List<int>» { public int A { get; set; } }", "")]
    [InlineData("public class T«: Exception» { public int A { get; set; } }", "")]
    [InlineData("public class T«: IEnumerable» { public int A { get; set; } public IEnumerator GetEnumerator() => null!; }", "")]
    [InlineData("public «abstract» class T { public int A { get; set; } }", "")]
    [InlineData("public class T { public «virtual» int A { get; set; } }", "")]
    [InlineData("public class T : B { public «new» int «A» { get; set; } } public class B { public int A { get; set; } }", "", "C")]
    [InlineData("public class T { public int A { get; set; } public int «a» { get; set; } }", "b")]
    [InlineData("public class T { public int A { get; set; } [JsonPropertyName(\"«a»\")] public int B { get; set; } }", "b")]
    [InlineData("public class T { [JsonPropertyName(\"«ü»\")] public int A { get; set; } }", "u")]
    [InlineData("public class T { [JsonPropertyName(\"«$id»\")] public int A { get; set; } }", "id")]
    [InlineData("public class T { public int «Ä» { get; set; } }", "A")]
    [InlineData("public class T { public int A { «private» get; set; } }", "")]
    [InlineData("public class T { public int A { get; set; } «[Obsolete(\"\", true)]» public int B { get; set; } }", "")]
    [InlineData("public class T { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public «int» A { get; set; } }", "string?")]
    [InlineData("public class T { public S A { get; set; } } [JsonConverter(typeof(«JsonConverter<S>»))] public enum S { A }", "JsonStringEnumConverter<S>")]
    [InlineData("public class T { public S A { get; set; } } [JsonConverter(typeof(JsonStringEnumConverter<S>))] public enum S { A = 1, B = «1» }", "2")]
    [InlineData("public class T { public S A { get; set; } } [JsonConverter(typeof(JsonStringEnumConverter<S>))] public enum S { A, «a» }", "b")]
    [InlineData("public class T { public S A { get; set; } } [JsonConverter(typeof(JsonStringEnumConverter<S>))] public enum S { «[JsonStringEnumMemberName(\"x\")]» A }", "")]
    [InlineData("public class T { public B? A { get; set; } } public class B { public «object?» C { get; set; } }", "int")]
    public void Nothing_is_plain_with(string declaration, params string[] replacements)
    {
        var asWritten = declaration.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var plain = declaration;
        foreach (var replacement in replacements.Concat(Enumerable.Repeat("", 3)))
        {
            var start = plain.IndexOf('«', StringComparison.Ordinal);
            if (start >= 0)
                plain = plain[..start] + replacement + plain[(plain.IndexOf('»', StringComparison.Ordinal) + 1)..];
        }

        Assert.Equal((false, false), Uses(asWritten));
        Assert.Equal((true, true), Uses(plain));
    }

    [Theory]
    [InlineData("public class T { public T(int a) { A = a; } «public T(string b) { A = 1; }» public int A { get; } }")]
    [InlineData("public class T { «private T() { }» public int A { get; set; } }")]
    [InlineData("public class T { public T(int «x»a) { A = 1; } public int A { get; } }")]
    [InlineData("public class T { public T(«in» int a) { A = a; } public int A { get; } }")]
    [InlineData("public class T { public T() { } «[JsonConstructor] private T(int a) { A = a; }» public int A { get; set; } }")]
    [InlineData("public class T { «[SetsRequiredMembers]» public T() { } public required int A { get; set; } }")]
    [InlineData("public class T { public T(int a) { A = a; } public «required» int A { get; set; } }")]
    [InlineData("public class T { «[Obsolete(\"\", true)]» public T() { } public int A { get; set; } }")]
    [InlineData("public class T { public T(int a) { A = a; } public int A { get; } private int _b; public int B { get; set«{ _b = value; }»; } }", true)]
    [InlineData("public record T(int A) { public partial class X { } public int B { get; init«{ }»; } }", true)]
    public void A_type_is_only_written_with(string declaration, bool hasSemicolon = false)
    {
        var start = declaration.IndexOf('«', StringComparison.Ordinal);
        var end = declaration.IndexOf('»', StringComparison.Ordinal);
        Assert.Equal((false, true), Uses(declaration[..start] + declaration[(start + 1)..end] + declaration[(end + (hasSemicolon ? 2 : 1))..]));
        Assert.Equal((true, true), Uses(declaration[..start] + declaration[(end + 1)..]));
    }

    [Theory]
    [InlineData("WriteIndented = true")]
    [InlineData("IncludeFields = true")]
    [InlineData("IgnoreReadOnlyProperties = true")]
    [InlineData("DictionaryKeyPolicy = JsonKnownNamingPolicy.CamelCase")]
    [InlineData("NumberHandling = JsonNumberHandling.WriteAsString")]
    [InlineData("RespectNullableAnnotations = true")]
    [InlineData("RespectRequiredConstructorParameters = true")]
    [InlineData("PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate")]
    [InlineData("AllowDuplicateProperties = false")]
    [InlineData("GenerationMode = JsonSourceGenerationMode.Metadata")]
    [InlineData("Converters = new[] { typeof(C) }")]
    [InlineData("DefaultIgnoreCondition = JsonIgnoreCondition.WhenWriting")]
    [InlineData("ReferenceHandler = JsonKnownReferenceHandler.Preserve")]
    [InlineData("AllowOutOfOrderMetadataProperties = true")]
    [InlineData("JsonSerializerDefaults.Strict")]
    [InlineData("JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.Unspecified")]
    public void Nothing_is_plain_under(string setting)
    {
        const string Type = "public class T { public int A { get; set; } } public class C : JsonConverter<T> { public override T? Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => null; public override void Write(Utf8JsonWriter w, T v, JsonSerializerOptions o) { } }";
        const string Context = "[JsonSerializable(typeof(T))] public partial class Ctx : JsonSerializerContext";
        Assert.Equal((false, false), Uses($"{Type} [JsonSourceGenerationOptions({setting})] {Context};"));
        Assert.Equal((true, true), Uses($"{Type} [JsonSourceGenerationOptions] {Context};"));
    }

    [Fact]
    public void Nothing_is_plain_that_the_context_does_not_list_or_lists_for_one_use_or_that_a_context_of_the_users_own_knows()
    {
        const string Type = "public class T { public int A { get; set; } } ";
        Assert.Equal((true, true), Uses(Type + "[JsonSerializable(typeof(T))] public partial class Ctx : JsonSerializerContext;"));
        Assert.Equal((false, false), Uses(Type + "[JsonSerializable(typeof(int))] public partial class Ctx : JsonSerializerContext;"));
        Assert.Equal((false, false), Uses(Type + "[JsonSerializable(typeof(T), GenerationMode = JsonSourceGenerationMode.Serialization)] public partial class Ctx : JsonSerializerContext;"));
        Assert.Equal((false, false), Uses(Type + "[JsonSerializable(typeof(T))] public partial class Ctx : JsonSerializerContext { public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null; }"));
    }

    [Fact]
    public void A_type_of_another_assembly_is_not_plain()
    {
        Assert.Equal((false, false), Uses("public class T { public int A { get; set; } }", "Serverless.S3ObjectEvent"));
        Assert.Equal((true, true), Uses("public class T { public int A { get; set; } }", "DayOfWeek"));
    }

    [Fact]
    public void The_switch_turns_it_off()
    {
        var project = Project("public class T { public int A { get; set; } }", "T");
        Assert.NotEmpty(GeneratorRun.ReadModel(project).PlainJson.Types);
        Assert.NotEmpty(GeneratorRun.ReadModel(project.WithProperty("ServerlessDirectJson", "")).PlainJson.Types);
        Assert.Equal(PlainJson.None, GeneratorRun.ReadModel(project.WithProperty("ServerlessDirectJson", "False")).PlainJson);
        Assert.DoesNotContain("ServerlessJson.g.cs", GeneratorRun.Of(project.WithProperty("ServerlessDirectJson", "false")).Files.Keys);
        Assert.Contains("ServerlessJson.g.cs", GeneratorRun.Of(project).Files.Keys);
    }

    [Fact]
    public void A_plain_handler_touches_no_metadata_of_the_serialiser_at_start()
    {
        var handlers = GeneratorRun.Of(Project("public record T(int A);", "T")).Files.Single(static f => f.Key == "H_Handlers.g.cs").Value;
        Assert.Contains("ServerlessJson.Root", handlers, StringComparison.Ordinal);
        Assert.DoesNotContain("JsonTypeInfo", handlers, StringComparison.Ordinal);
    }

    /// <summary>Whether the type is read, and whether it is written, by generated code.</summary>
    private static (bool IsRead, bool IsWritten) Uses(string declaration, string type = "T")
    {
        var root = GeneratorRun.ReadModel(Project(declaration, type)).PlainJson.Roots.SingleOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal));
        return root is null ? (false, false) : (root.IsRead, root.IsWritten);
    }

    private static TestProject Project(string declaration, string type) =>
        TestProject.Of($"{Usings}{declaration}\npublic static class H {{ [ServerlessFunction] public static {type} F({type} value) => value; }}");
}
