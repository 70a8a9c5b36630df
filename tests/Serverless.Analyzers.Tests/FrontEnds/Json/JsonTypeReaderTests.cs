using Serverless.Analyzers.Shape;
using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.FrontEnds.Json;

/// <summary>Types that travel as JSON, as the model has them.</summary>
public sealed class JsonTypeReaderTests
{
    private const string Usings = """
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Serverless;
        using Serverless.Http;
        namespace Shop;

        """;

    private static Application Read(string source) => GeneratorRun.ReadModel(TestProject.Of(Usings + source));

    /// <summary>The types that are named in a document, one line each.</summary>
    private static string[] Named(Application application) => [.. application.JsonTypes.Where(static t => t.Name.Length > 0).Select(static t => $"{t.Name}: {t.Type}")];

    private static JsonType Type(Application application, string name) => application.JsonTypes.Single(t => t.Name == name);

    private static JsonTypeMember Member(Application application, string type, string name) => Type(application, type).Members.Single(m => m.JsonName == name);

    [Fact]
    public void Bodies_results_and_what_is_inside_them_are_described_once()
    {
        var application = Read("""
            public record Line(string Sku, int Quantity);
            public record NewOrder(Line[] Lines, Dictionary<string, Line> Named);
            public record Order(Guid Id, IReadOnlyList<Line> Lines, Order? Previous);
            public class Orders
            {
                [HttpRoute("POST /orders")] public Task<HttpReply<Order>> Place(NewOrder order) => throw new InvalidOperationException();
                [HttpRoute("GET /orders")] public Task<Order[]> All() => throw new InvalidOperationException();
                [HttpRoute("GET /health")] public string Health() => "";
            }
            """);
        Assert.Equal(["Line: global::Shop.Line", "NewOrder: global::Shop.NewOrder", "Order: global::Shop.Order"], Named(application));
        Assert.Equal(
            ["global::Shop.Line", "global::Shop.Line[]", "global::Shop.NewOrder", "global::Shop.Order", "global::Shop.Order[]", "global::System.Collections.Generic.Dictionary<string, global::Shop.Line>", "global::System.Collections.Generic.IReadOnlyList<global::Shop.Line>", "global::System.Guid", "int", "string"],
            application.JsonTypes.Select(static t => t.Type));
        var place = application.Functions.Single(static f => f.LogicalId == "OrdersPlace").Entry!;
        Assert.Equal(new JsonTypeRef("global::Shop.NewOrder", false), place.Parameters[0].Schema);
        Assert.Equal(new JsonTypeRef("global::Shop.Order", false), place.Result.Schema);
        Assert.True(Member(application, "Order", "previous").Type.IsNullable);
        Assert.Equal(JsonTypeKind.Dictionary, application.JsonTypes.Single(static t => t.Type.Contains("Dictionary")).Kind);
    }

    [Fact]
    public void Types_are_found_by_what_a_handler_names()
    {
        var application = Read("""
            public record Item(string? Name);
            public class Items
            {
                [HttpRoute("POST /items")] public Task<List<Item?>> Put(Item?[]? items) => throw new InvalidOperationException();
            }
            """);
        var entry = application.Functions[0].Entry!;
        Assert.Contains(application.JsonTypes, t => t.Type == entry.Result.JsonType);
        Assert.Contains(application.JsonTypes, t => t.Type == entry.Parameters[0].ValueType);
        Assert.True(application.JsonTypes.Single(t => t.Type == entry.Result.JsonType).Item!.IsNullable);
    }

    [Fact]
    public void A_name_is_unique_and_made_of_letters_and_digits()
    {
        var application = Read("""
            public record Page<T>(T[] Items, string? Next);
            public record Order(int Id);
            public record Problem(string Text);
            public record Größe(int Zentimeter);
            public static class Billing { public record Order(int Id); }
            public class Orders
            {
                [HttpRoute("GET /a")] public Page<Order> A() => throw new InvalidOperationException();
                [HttpRoute("GET /b")] public Billing.Order B() => throw new InvalidOperationException();
                [HttpRoute("GET /c")] public Page<string> C() => throw new InvalidOperationException();
                [HttpRoute("GET /d")] public Page<string?> D() => throw new InvalidOperationException();
                [HttpRoute("GET /e")] public Problem E() => throw new InvalidOperationException();
                [HttpRoute("GET /f")] public Größe F() => throw new InvalidOperationException();
                [HttpRoute("GET /g")] public Page<Order[]> G() => throw new InvalidOperationException();
            }
            """);
        Assert.Equal(
            ["ShopBillingOrder", "Gr00F600DFe", "ShopOrder", "PageOfOrder", "PageOfListOfOrder", "PageOfString", "PageOfNullableString", "ShopProblem"],
            application.JsonTypes.Where(static t => t.Name.Length > 0).Select(static t => t.Name));
    }

    [Fact]
    public void Comments_say_what_types_and_members_are()
    {
        var application = Read("""
            /// <summary>A thing that
            /// is sold.</summary>
            /// <param name="Sku">Number in the <c>catalogue</c>.</param>
            /// <example>{ "sku": "A-1", "price": 2.5 }</example>
            public record Item(string Sku, decimal Price)
            {
                /// <summary>How many, or <see langword="null"/>.</summary>
                /// <example>7</example>
                public int? Stock { get; init; }

                /// <example>7</example>
                public string Shelf { get; init; } = "A";

                /// <example>seven</example>
                public int Wrong { get; init; } = 3;
            }

            public class Items
            {
                /// <summary>One item.</summary>
                /// <remarks>Prices are of today.</remarks>
                /// <param name="sku">Which one.</param>
                /// <returns>The item.</returns>
                /// <response code="409">It is being counted.</response>
                [HttpRoute("GET /items/{sku}")] public Item? Get(string sku) => null;
            }
            """);
        var item = Type(application, "Item");
        Assert.Equal("A thing that is sold.", item.Description);
        Assert.Equal("""{"sku":"A-1","price":2.5}""", item.Example);
        Assert.Equal("Number in the catalogue.", Member(application, "Item", "sku").Description);
        Assert.Equal("How many, or null.", Member(application, "Item", "stock").Description);
        Assert.Equal("7", Member(application, "Item", "stock").Example);
        Assert.Equal("\"7\"", Member(application, "Item", "shelf").Example);
        Assert.Null(Member(application, "Item", "wrong").Example);
        Assert.Equal("\"A\"", Member(application, "Item", "shelf").Constraints.Default);
        Assert.Equal("3", Member(application, "Item", "wrong").Constraints.Default);
        var entry = application.Functions[0].Entry!;
        Assert.Equal(("One item.", "Prices are of today.", "The item."), (entry.Documentation.Summary, entry.Documentation.Remarks, entry.Documentation.Returns));
        Assert.Equal(new ResponseDescription(409, "It is being counted."), entry.Documentation.Responses.Single());
        Assert.Equal("Which one.", entry.Parameters[0].Description);
    }

    [Fact]
    public void Validation_attributes_become_limits()
    {
        var application = Read("""
            public record Order(
                [property: StringLength(40, MinimumLength = 2)] string Sku,
                [Range(1, 100)] int Quantity,
                [property: Range(0.5, double.PositiveInfinity, MinimumIsExclusive = true)] double Weight,
                [property: Range(typeof(decimal), "0.01", "99.5")] decimal Price,
                [property: RegularExpression("a|b")] string Kind,
                [property: RegularExpression(@"^\p{Lu}+$")] string Foreign,
                [property: EmailAddress] string Email,
                [property: MinLength(1), MaxLength(5)] string[] Tags,
                [property: AllowedValues("x", "y")] string Choice,
                [property: Required] string? Name,
                [property: MaxLength(10)] byte[] Bytes,
                string Free = "f");
            public class Orders { [HttpRoute("POST /orders")] public void Place(Order order, [Range(1, 50)] int take = 20) { } }
            """);
        SchemaConstraints Of(string name) => Member(application, "Order", name).Constraints;
        Assert.Equal(new SchemaConstraints { MinLength = 2, MaxLength = 40 }, Of("sku"));
        Assert.Equal(new SchemaConstraints { Minimum = "1", Maximum = "100" }, Of("quantity"));
        Assert.Equal(new SchemaConstraints { Minimum = "0.5", ExclusiveMinimum = true }, Of("weight"));
        Assert.Equal(new SchemaConstraints { Minimum = "0.01", Maximum = "99.5" }, Of("price"));
        Assert.Equal("^(?:a|b)$", Of("kind").Pattern);
        Assert.Null(Of("foreign").Pattern);
        Assert.Equal("email", Of("email").Format);
        Assert.Equal(new SchemaConstraints { MinItems = 1, MaxItems = 5 }, Of("tags"));
        Assert.Equal(["\"x\"", "\"y\""], Of("choice").AllowedValues);
        Assert.Equal(SchemaConstraints.None, Of("bytes"));
        Assert.Equal("\"f\"", Of("free").Default);
        var name = Member(application, "Order", "name");
        Assert.True(name is { IsRequired: true, Type.IsNullable: false, Constraints.MinLength: 1 });
        Assert.False(Member(application, "Order", "free").IsRequired);
        var take = application.Functions[0].Entry!.Parameters[1];
        Assert.Equal(new SchemaConstraints { Minimum = "1", Maximum = "50", Default = "20" }, take.Constraints);
        Assert.False(take.IsRequired);
    }

    [Fact]
    public void Enums_travel_by_number_or_by_name()
    {
        var application = Read("""
            public enum Size { Small, Large = 5 }
            [JsonConverter(typeof(JsonStringEnumConverter))] public enum Colour { Red, [JsonStringEnumMemberName("dark-blue")] Blue }
            [Flags] public enum Days { None = 0, Monday = 1, Tuesday = 2 }
            public class Thing
            {
                public Size Size { get; set; }
                public Colour Colour { get; set; } = Colour.Blue;
                public Days Days { get; set; }
                [JsonConverter(typeof(JsonStringEnumConverter<Size>))] public Size? Text { get; set; }
            }
            public class Things { [HttpRoute("PUT /things/{size}")] public Thing Put(Size size, Colour[] colours) => new(); }
            """);
        Assert.Equal((false, false), (Type(application, "Size").EnumAsText, Type(application, "Size").IsFlags));
        Assert.Equal([new JsonEnumMember("Small", "Small", 0), new JsonEnumMember("Large", "Large", 5)], Type(application, "Size").EnumMembers);
        Assert.True(Type(application, "Colour").EnumAsText);
        Assert.Equal("dark-blue", Type(application, "Colour").EnumMembers[1].JsonName);
        Assert.True(Type(application, "Days").IsFlags);
        var text = Member(application, "Thing", "text");
        Assert.True(text.HasOwnForm);
        Assert.Equal(new JsonTypeRef("string", true), text.Type);
        Assert.Equal(["\"Small\"", "\"Large\""], text.Constraints.AllowedValues);
        // Text is parsed by the names of the members, whatever the serialiser does.
        var parameters = application.Functions[0].Entry!.Parameters;
        Assert.Equal(["Small", "Large"], parameters[0].AllowedTexts);
        Assert.Equal(["Red", "Blue"], parameters[1].AllowedTexts);
        Assert.Equal("string", parameters[0].Schema!.Type);
    }

    [Fact]
    public void The_options_of_the_context_count()
    {
        var application = Read("""
            public enum Size { Small }
            public class Thing
            {
                public int SomeNumber;
                public Size Size { get; set; }
                public string? Left { get; set; }
                public Money Money { get; set; } = new();
                public int Computed => 1;
            }
            public class Money { public int Cents { get; set; } }
            public class MoneyConverter : JsonConverter<Money>
            {
                public override Money? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null;
                public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) { }
            }
            [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IncludeFields = true, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, NumberHandling = JsonNumberHandling.WriteAsString, Converters = [typeof(MoneyConverter)])]
            [JsonSerializable(typeof(Thing))]
            public partial class ShopJson : JsonSerializerContext
            {
                public ShopJson() : base(null) { }
                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            public class Things { [HttpRoute("GET /things")] public Thing Get() => new(); }
            """);
        var thing = Type(application, "Thing");
        Assert.Equal(["size", "left", "money", "some_number"], thing.Members.Select(static m => m.JsonName));
        Assert.True(thing.IsClosed);
        Assert.True(Type(application, "Size").EnumAsText);
        Assert.Equal([true, false, true, true], thing.Members.Select(static m => m.IsAlwaysWritten));
        Assert.Equal(JsonTypeKind.String, application.JsonTypes.Single(static t => t.Type == "int").Kind);
        Assert.Equal(JsonTypeKind.Any, application.JsonTypes.Single(static t => t.Type == "global::Shop.Money").Kind);
    }

    [Fact]
    public void Derived_types_tell_themselves_apart()
    {
        var application = Read("""
            [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
            [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), 4)]
            public abstract record Shape(string Name);
            public record Circle(string Name, double Radius) : Shape(Name);
            public record Square(string Name, double Side) : Shape(Name);
            public class Shapes { [HttpRoute("GET /shapes")] public Shape[] Get() => []; }
            """);
        var shape = Type(application, "Shape");
        Assert.Equal(("kind", true), (shape.Discriminator, shape.IsAbstract));
        Assert.Equal(
            [new JsonDerivedType("global::Shop.Circle", "\"circle\"") { Name = "ShapeCircle" }, new JsonDerivedType("global::Shop.Square", "4") { Name = "ShapeSquare" }],
            shape.DerivedTypes);
        Assert.Equal(["radius", "name"], Type(application, "Circle").Members.Select(static m => m.JsonName));
    }

    [Fact]
    public void What_a_converter_reads_has_no_form_of_its_own()
    {
        var application = Read("""
            public class TextConverter : JsonConverter<object>
            {
                public override object? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null;
                public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) { }
            }
            [JsonConverter(typeof(TextConverter))] public class Own { public int A { get; set; } }
            public class Thing
            {
                public Own Own { get; set; } = new();
                [JsonConverter(typeof(TextConverter))] public object Other { get; set; } = new();
                public JsonElement Element { get; set; }
                [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public int Number { get; set; }
                [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; }
                public int[,] Table { get; set; } = new int[0, 0];
            }
            public class Things { [HttpRoute("GET /things")] public Thing Get() => new(); }
            """);
        var thing = Type(application, "Thing");
        Assert.Equal(["own", "other", "element", "number", "table"], thing.Members.Select(static m => m.JsonName));
        Assert.Equal([false, true, false, true, false], thing.Members.Select(static m => m.HasOwnForm));
        Assert.True(thing.HasExtensionData);
        Assert.Equal("string", Member(application, "Thing", "number").Type.Type);
        Assert.All(
            (string[])["global::Shop.Own", "global::System.Text.Json.JsonElement", "int[,]"],
            name => Assert.Equal(JsonTypeKind.Any, application.JsonTypes.Single(t => t.Type == name).Kind));
    }

    [Fact]
    public void A_generic_type_without_end_is_anything_after_a_while()
    {
        var application = Read("""
            public class Nest<T> { public Nest<Nest<T>>? Inner { get; set; } }
            public class Nests { [HttpRoute("GET /nests")] public Nest<int> Get() => new(); }
            """);
        Assert.InRange(application.JsonTypes.Count, 3, 200);
    }

    [Fact]
    public void An_edit_of_a_comment_changes_the_model_and_an_edit_of_a_body_does_not()
    {
        const string Source = Usings + """
            /// <summary>Old words.</summary>
            public record Item(int Id);
            public class Items { [HttpRoute("GET /items")] public Item Get() { return new(1); } }
            """;
        var compilation = TestProject.Of(Source).Compile();
        var comment = TestProject.Of(Source.Replace("Old words", "New words")).Compile();
        var body = TestProject.Of(Source.Replace("new(1)", "new(2)")).Compile();
        Assert.NotEqual(CompilationShape.Of(compilation, default), CompilationShape.Of(comment.WithOptions(compilation.Options), default));
        Assert.Equal(CompilationShape.Of(compilation, default), CompilationShape.Of(body.WithOptions(compilation.Options), default));
    }

    [Fact]
    public void A_project_without_handlers_describes_nothing()
    {
        var application = Read("""
            public record Order(int Id);
            [ServerlessHttpApi] public class Api;
            """);
        Assert.Empty(application.JsonTypes);
    }
}
