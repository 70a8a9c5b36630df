using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Generators;
using Serverless.Runtime;

namespace Serverless.Benchmarks.Handlers;

/// <summary>
/// A project with two routes and, beside them, the least that a person would write for the same two: the same reader and writer of
/// the event, the body by the same serialiser context or by hand. All are compiled optimised and loaded, so that generated code is what is measured.
/// </summary>
internal static class HandlerProject
{
    /// <param name="directJson">Generated readers and writers, else the context.</param>
    /// <param name="source">Another project's source; null = this one.</param>
    public static Assembly Load(bool directJson, string? source = null)
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp12);
        var compilation = CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(source ?? Source, parse)],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(FunctionTable).Assembly.Location), MetadataReference.CreateFromFile(typeof(AllowAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
        CSharpGeneratorDriver.Create([new ServerlessGenerator().AsSourceGenerator(), JsonGenerator()], parseOptions: parse, optionsProvider: new Options(directJson))
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        using var image = new MemoryStream();
        var emitted = output.Emit(image);
        return emitted.Success ? Assembly.Load(image.ToArray()) : throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics));
    }

    private static ISourceGenerator JsonGenerator()
    {
        var packs = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        var path = Directory.GetFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        return ((IIncrementalGenerator)Activator.CreateInstance(Assembly.LoadFrom(path).GetTypes().Single(static t => t.Name == "JsonSourceGenerator"))!).AsSourceGenerator();
    }

    private sealed class Options(bool directJson) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(directJson);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(bool directJson) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = key switch { "build_property.RootNamespace" => "Shop", "build_property.TargetFramework" => "net10.0", "build_property.ServerlessDirectJson" => directJson ? "true" : "false", _ => "" };
                return value.Length > 0;
            }
        }
    }

    private const string Source = """
        using System;
        using System.Buffers;
        using System.Buffers.Text;
        using System.Text.Encodings.Web;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Serverless;
        using Serverless.Runtime;

        namespace Shop;

        public sealed record Line(string Sku, int Quantity);
        public sealed record NewOrder(Line[] Lines, string Email);
        public sealed record Order(Guid Id, string Name, int Take);

        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
        [JsonSerializable(typeof(NewOrder)), JsonSerializable(typeof(Order))]
        internal sealed partial class ShopJson : JsonSerializerContext { }

        public sealed class Orders
        {
            private static readonly Task<Order> Found = Task.FromResult(new Order(Guid.Parse("11111111-2222-3333-4444-555555555555"), "an order", 20));

            [HttpRoute("GET /orders/{id}")]
            public static Task<Order> Get(Guid id, int take = 20) => id == default || take == 0 ? throw new InvalidOperationException() : Found;

            [HttpRoute("POST /orders")]
            public static Task<Order> Post(NewOrder order) => order.Lines[0].Quantity == 0 ? throw new InvalidOperationException() : Found;
        }

        public static class Floor
        {
            private static readonly ArrayBufferWriter<byte> Body = new(4096);
            private static readonly Utf8JsonWriter BodyWriter = new(Body);
            private static readonly byte[] Request = new byte[4096];

            public static async ValueTask Get(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response)
            {
                var (id, take) = ReadGet(payload.Span);
                Write(await Orders.Get(id, take).ConfigureAwait(false), response);
            }

            public static async ValueTask Post(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response) =>
                Write(await Orders.Post(ReadPost(payload.Span)).ConfigureAwait(false), response);

            public static async ValueTask GetByHand(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response)
            {
                var (id, take) = ReadGet(payload.Span);
                WriteByHand(await Orders.Get(id, take).ConfigureAwait(false), response);
            }

            public static async ValueTask PostByHand(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response) =>
                WriteByHand(await Orders.Post(ReadPost(payload.Span, byHand: true)).ConfigureAwait(false), response);

            private static (Guid, int) ReadGet(ReadOnlySpan<byte> payload)
            {
                Guid id = default;
                var take = 20;
                var reader = new Utf8JsonReader(payload);
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (reader.ValueTextEquals("pathParameters"u8))
                        id = Member(ref reader, "id"u8, Guid.Empty);
                    else if (reader.ValueTextEquals("queryStringParameters"u8))
                        take = Member(ref reader, "take"u8, 20);
                    else
                        reader.Skip();
                }

                return (id, take);
            }

            private static Guid Member(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, Guid fallback)
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var fits = reader.ValueTextEquals(name);
                    reader.Read();
                    if (fits && reader.TryGetGuid(out var value))
                        fallback = value;
                }

                return fallback;
            }

            private static int Member(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, int fallback)
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var fits = reader.ValueTextEquals(name);
                    reader.Read();
                    if (fits && Utf8Parser.TryParse(reader.ValueSpan, out int value, out _))
                        fallback = value;
                }

                return fallback;
            }

            private static NewOrder ReadPost(ReadOnlySpan<byte> payload, bool byHand = false)
            {
                NewOrder? order = null;
                var reader = new Utf8JsonReader(payload);
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (reader.ValueTextEquals("body"u8))
                    {
                        reader.Read();
                        var body = Request.AsSpan(0, reader.CopyString(Request));
                        order = byHand ? ReadOrder(body) : JsonSerializer.Deserialize(body, ShopJson.Default.NewOrder);
                    }
                    else
                    {
                        reader.Skip();
                    }
                }

                return order!;
            }

            private static NewOrder ReadOrder(ReadOnlySpan<byte> json)
            {
                Line[] lines = [];
                var email = "";
                var reader = new Utf8JsonReader(json);
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (reader.ValueTextEquals("lines"u8))
                    {
                        reader.Read();
                        var list = new System.Collections.Generic.List<Line>();
                        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                            list.Add(ReadLine(ref reader));
                        lines = list.ToArray();
                    }
                    else if (reader.ValueTextEquals("email"u8))
                    {
                        reader.Read();
                        email = reader.GetString()!;
                    }
                    else
                    {
                        reader.Skip();
                    }
                }

                return new NewOrder(lines, email);
            }

            private static Line ReadLine(ref Utf8JsonReader reader)
            {
                var sku = "";
                var quantity = 0;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (reader.ValueTextEquals("sku"u8))
                    {
                        reader.Read();
                        sku = reader.GetString()!;
                    }
                    else if (reader.ValueTextEquals("quantity"u8))
                    {
                        reader.Read();
                        quantity = reader.GetInt32();
                    }
                    else
                    {
                        reader.Skip();
                    }
                }

                return new Line(sku, quantity);
            }

            private static void WriteByHand(Order order, IBufferWriter<byte> response)
            {
                Body.ResetWrittenCount();
                BodyWriter.Reset();
                BodyWriter.WriteStartObject();
                BodyWriter.WriteString("id"u8, order.Id);
                BodyWriter.WriteString("name"u8, order.Name);
                BodyWriter.WriteNumber("take"u8, order.Take);
                BodyWriter.WriteEndObject();
                BodyWriter.Flush();
                Envelope(response);
            }

            private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
            private static Utf8JsonWriter? s_writer;

            private static void Write(Order order, IBufferWriter<byte> response)
            {
                Body.ResetWrittenCount();
                BodyWriter.Reset();
                JsonSerializer.Serialize(BodyWriter, order, ShopJson.Default.Order);
                Envelope(response);
            }

            private static void Envelope(IBufferWriter<byte> response)
            {
                var writer = s_writer;
                if (writer is null)
                    s_writer = writer = new Utf8JsonWriter(response, Relaxed);
                else
                    writer.Reset(response);
                writer.WriteStartObject();
                writer.WriteNumber("statusCode"u8, 200);
                writer.WriteStartObject("headers"u8);
                writer.WriteString("content-type"u8, "application/json"u8);
                writer.WriteEndObject();
                writer.WriteString("body"u8, Body.WrittenSpan);
                writer.WriteEndObject();
                writer.Flush();
            }
        }
        """;
}
