using System.Buffers;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Analyzers.Generators;
using Serverless.Analyzers.Tests.Harness;
using Serverless.Runtime;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>
/// A user's project compiled with what is generated for it and loaded, so that a test calls the handlers as a host does.
/// The serialiser's own generator takes part, as it does in every project.
/// </summary>
internal sealed class CompiledHandlers
{
    private static readonly object Gate = new();

    private readonly Dictionary<string, FunctionDescription> _functions;

    private CompiledHandlers(Assembly assembly, Dictionary<string, FunctionDescription> functions)
    {
        Assembly = assembly;
        _functions = functions;
    }

    public Assembly Assembly { get; }

    public static CompiledHandlers Of(params string[] sources) => Of(TestProject.Of(sources));

    public static CompiledHandlers Of(TestProject project)
    {
        var compilation = project.Compile();
        var driver = CSharpGeneratorDriver.Create(
            [new ServerlessGenerator().AsSourceGenerator(), JsonGenerator()], project.AdditionalFiles, project.ParseOptions, project.Options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Assert.Empty(diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning));
        using var image = new MemoryStream();
        var emitted = output.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)) + "\n" + string.Join("\n", output.SyntaxTrees.Where(static t => t.FilePath.EndsWith("_Handlers.g.cs", StringComparison.Ordinal))));
        image.Position = 0;
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
        var register = assembly.GetTypes().Single(static t => t.Name == "ServerlessFunctions").GetMethod("Register", BindingFlags.Static | BindingFlags.NonPublic)!;

        // Other tests register functions of the same names at the same time: what this assembly registers is read off its own delegates.
        lock (Gate)
        {
            register.Invoke(null, null);
            return new CompiledHandlers(assembly, FunctionTable.All.Where(f => f.Handler.Method.DeclaringType!.Assembly == assembly).ToDictionary(static f => f.Id, StringComparer.Ordinal));
        }
    }

    public IReadOnlyCollection<string> Ids => _functions.Keys;

    public FunctionDescription this[string id] => _functions[id];

    /// <summary>Calls a route and reads the answer.</summary>
    public async Task<Answer> Send(string id, RouteCall call, Invocation? invocation = null) => Answer.Read(await Invoke(id, call.Utf8, invocation));

    /// <summary>Calls a function with raw bytes.</summary>
    public async Task<byte[]> Invoke(string id, byte[] payload, Invocation? invocation = null)
    {
        var response = new ArrayBufferWriter<byte>();
        await _functions[id].Handler(payload, invocation ?? new Invocation { RequestId = "lambda-1" }, response);
        return response.WrittenSpan.ToArray();
    }

    /// <summary>Calls a function with JSON and returns JSON.</summary>
    public async Task<string> Invoke(string id, string json) => Encoding.UTF8.GetString(await Invoke(id, Encoding.UTF8.GetBytes(json)));

    internal static ISourceGenerator JsonGenerator()
    {
        var packs = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        var path = Directory.GetFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        var generator = Assembly.LoadFrom(path).GetTypes().Single(static t => t.Name == "JsonSourceGenerator");
        return ((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator();
    }
}

/// <summary>What a route answered.</summary>
internal sealed record Answer(int Status, ImmutableDictionary<string, string> Headers, ImmutableArray<string> Cookies, string Body, bool IsBase64)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? ContentType => Headers.GetValueOrDefault("content-type");

    /// <summary>`in name: detail` of each fault of a problem document, in order.</summary>
    public string Faults => string.Join("\n", Json.GetProperty("errors").EnumerateArray().Select(static e =>
        $"{e.GetProperty("in").GetString()} {(e.TryGetProperty("pointer", out var pointer) ? pointer : e.GetProperty("parameter")).GetString()}: {e.GetProperty("detail").GetString()}"));

    public static Answer Read(byte[] response)
    {
        var json = JsonDocument.Parse(response).RootElement;
        return new Answer(
            json.GetProperty("statusCode").GetInt32(),
            HeadersOf(json),
            json.TryGetProperty("cookies", out var cookies) ? [.. cookies.EnumerateArray().Select(static c => c.GetString()!)] : [],
            json.TryGetProperty("body", out var body) ? body.GetString()! : "",
            json.TryGetProperty("isBase64Encoded", out var isBase64) && isBase64.GetBoolean());
    }

    /// <summary>Headers of both maps; several values of one have commas between them.</summary>
    private static ImmutableDictionary<string, string> HeadersOf(JsonElement json)
    {
        var all = ImmutableDictionary.CreateBuilder<string, string>();
        if (json.TryGetProperty("headers", out var single))
            all.AddRange(single.EnumerateObject().Select(static h => KeyValuePair.Create(h.Name, h.Value.GetString()!)));
        if (json.TryGetProperty("multiValueHeaders", out var multi))
            all.AddRange(multi.EnumerateObject().Select(static h => KeyValuePair.Create(h.Name, string.Join(",", h.Value.EnumerateArray().Select(static v => v.GetString())))));
        return all.ToImmutable();
    }
}
