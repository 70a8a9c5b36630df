using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;
using Serverless.Analyzers.Tests.Harness;
using Serverless.Testing.Tools;

namespace Serverless.Analyzers.Tests.StateMachines.Jsonata;

/// <summary>
/// Runs lambdas twice: as C# on objects, and as the JSONata they translate to on the JSON of the same objects, with null members written
/// and left out. The engine is the one that Step Functions names; nothing of ours takes part in its answer.
/// </summary>
internal static class DifferentialRun
{
    private const string Types = """
        using System.Text.Json.Serialization;
        namespace Shop;
        public enum Size { Small = 1, Large = 7 }
        [JsonConverter(typeof(JsonStringEnumConverter))] public enum Color { Red, Green }
        public sealed record Address(string City, string? Street, int? Floor);
        public sealed record Line(string Sku, int Quantity, decimal Price, string? Remark, int[] Sizes);
        public sealed record Summary(string Id, int Count) { public string? Note { get; init; } }
        public sealed record Order(
            string Id, decimal Total, int Quantity, string? Note, int? Priority, string[] Skus, System.Collections.Generic.List<Line> Lines, bool Paid, Address? Ship,
            DateTimeOffset Placed, double Weight, Size Size, Color Color, System.Collections.Generic.Dictionary<string, string> Tags, int[] Numbers, Guid Key, char Grade, bool? Checked)
        {
            [JsonPropertyName("x-y")] public string Odd { get; init; } = "odd";
            [JsonPropertyName("and")] public int Keyword { get; init; } = 3;
        }
        public static class Inputs
        {
            public static Order[] All => new Order[]
            {
                new("TEST-1", 10.5m, 3, null, null, new string[0], new(), true, null, DateTimeOffset.Parse("2026-01-02T03:04:05Z"), 0.25, Size.Small, Color.Red,
                    new() { ["a"] = "1" }, new int[0], Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"), 'a', null),
                new("o'clock \"2\" \\ 3", 20000m, 7, "a  b ", 5, new[] { "TEST-9" }, new() { new("s1", 2, 1.5m, null, new[] { 1 }) }, false, new("Bern", null, null),
                    DateTimeOffset.Parse("2025-12-31T23:30:00-05:00"), 1.5, Size.Large, Color.Green, new() { ["a"] = "x", ["b"] = "y" }, new[] { 4 }, Guid.Parse("00000000-0000-0000-0000-000000000001"), 'b', true),
                new("", -4m, -2, "", 0, new[] { "b", "a", "b" }, new() { new("s2", 1, 3m, "first", new[] { 2, 3 }), new("s3", 0, 2.25m, "", new int[0]), new("s1", 5, 3m, null, new[] { 9 }) }, true,
                    new("Ärger\u00e9", "Straße 1", 4), DateTimeOffset.Parse("2026-01-02T04:04:05.25+01:00"), 2, Size.Large, Color.Red, new(), new[] { 3, -1, 3, 12 }, Guid.Empty, 'z', false),
            };
        }
        """;

    private static readonly JsonSerializerOptions WithNulls = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions WithoutNulls = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What differs, one line for each; empty when all agree.</summary>
    /// <param name="lambdas">C# lambdas over `Order o`.</param>
    public static async Task<IReadOnlyList<string>> Compare(IReadOnlyList<string> lambdas)
    {
        var project = TestProject.Of(Types, $$"""
            namespace Shop;
            public static class Cases
            {
                public static System.Delegate[] All => new System.Delegate[]
                {
            {{string.Join(",\n", lambdas)}}
                };
            }
            """);
        var compilation = project.Compile();
        var translations = Translate(compilation, out var refused);
        Assert.Equal(lambdas.Count, translations.Count);
        Assert.True(refused.Count == 0, string.Join("\n", refused));
        var assembly = Load(compilation);
        var delegates = (Delegate[])assembly.GetType("Shop.Cases")!.GetProperty("All")!.GetValue(null)!;
        var inputs = (Array)assembly.GetType("Shop.Inputs")!.GetProperty("All")!.GetValue(null)!;
        var runs = new List<(int Case, int Input, JsonNode? Expected, JsonNode Variables)>();
        for (var c = 0; c < delegates.Length; c++)
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                if (!TryInvoke(delegates[c], inputs.GetValue(i)!, out var expected))
                    continue;
                foreach (var options in (JsonSerializerOptions[])[WithNulls, WithoutNulls])
                    runs.Add((c, i, expected, new JsonObject { ["states"] = new JsonObject { ["input"] = JsonSerializer.SerializeToNode(inputs.GetValue(i), options) } }));
            }
        }

        Assert.All(Enumerable.Range(0, delegates.Length), c => Assert.Contains(runs, r => r.Case == c));
        var results = await Evaluate(runs.Select(r => (translations[r.Case], r.Variables)));
        return [.. runs.Zip(results, (run, result) => Difference(lambdas[run.Case], translations[run.Case], run.Input, run.Expected, result)).OfType<string>()];
    }

    /// <summary>The JSONata of each lambda in the class `Cases`.</summary>
    public static List<string> Translate(Compilation compilation, out List<string> refused)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString()));
        var tree = compilation.SyntaxTrees.Last();
        var semantics = compilation.GetSemanticModel(tree);
        var problems = new List<string>();
        var translations = new List<string>();
        foreach (var syntax in tree.GetRoot().DescendantNodes(static n => n is not ParenthesizedLambdaExpressionSyntax).OfType<ParenthesizedLambdaExpressionSyntax>())
        {
            var lambda = (IAnonymousFunctionOperation)semantics.GetOperation(syntax)!;
            var translator = new JsonataTranslator(semantics, JsonNaming.Web, (node, reason) => problems.Add($"{node}: {reason}"), static (_, _) => { });
            foreach (var parameter in lambda.Symbol.Parameters)
                translator.Bind(parameter, new JsonataExpression("$states.input", JsonataExpression.Primary));
            translations.Add(translator.Translate(JsonataTranslator.BodyOf(lambda)!).Text);
        }

        refused = problems;
        return translations;
    }

    /// <summary>The compilation of lambdas over the types of these tests.</summary>
    public static CSharpCompilation Compile(params string[] lambdas) => TestProject.Of(Types, $$"""
        namespace Shop;
        public static class Cases
        {
            public static System.Delegate[] All => new System.Delegate[] { {{string.Join(", ", lambdas)}} };
            public static int Own(int value) => value;
            public static readonly int Field = 3;
        }
        """).Compile();

    private static bool TryInvoke(Delegate lambda, object input, out JsonNode? result)
    {
        try
        {
            result = JsonSerializer.SerializeToNode(lambda.DynamicInvoke(input), WithNulls);
            return true;
        }
        catch (TargetInvocationException)
        {
            result = null;
            return false;
        }
    }

    private static Assembly Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private static async Task<List<JsonObject>> Evaluate(IEnumerable<(string Expression, JsonNode Variables)> cases)
    {
        var path = Path.GetTempFileName();
        try
        {
            var document = new JsonArray([.. cases.Select(static c => new JsonObject { ["expression"] = c.Expression, ["variables"] = c.Variables })]);
            await File.WriteAllTextAsync(path, document.ToJsonString());
            return JsonSerializer.Deserialize<List<JsonObject>>(await NodeTool.RunAsync("expressions.mjs", [path]))!;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string? Difference(string lambda, string jsonata, int input, JsonNode? expected, JsonObject result)
    {
        if (result["error"] is { } error)
            return $"{lambda}\n  {jsonata}\n  input {input}: C# gives {expected?.ToJsonString() ?? "null"}, JSONata fails: {error}";
        var actual = result["value"];
        return AreEqual(expected, actual) ? null : $"{lambda}\n  {jsonata}\n  input {input}: C# gives {expected?.ToJsonString() ?? "null"}, JSONata {actual?.ToJsonString() ?? "nothing or null"}";
    }

    private static bool AreEqual(JsonNode? expected, JsonNode? actual)
    {
        switch (expected, actual)
        {
            case (null, null):
                return true;
            case (JsonArray left, JsonArray right):
                return left.Count == right.Count && left.Zip(right, AreEqual).All(static e => e);
            case (JsonObject left, JsonObject right):
                return left.Select(static p => p.Key).Concat(right.Select(static p => p.Key)).Distinct().All(name => AreEqual(left[name], right[name]));
            case (JsonValue left, JsonValue right) when left.GetValueKind() == JsonValueKind.Number && right.GetValueKind() == JsonValueKind.Number:
                return Math.Abs(double.Parse(left.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) - double.Parse(right.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)) < 1e-9;
            case (JsonValue left, JsonValue right):
                return left.GetValueKind() == right.GetValueKind() && left.ToString() == right.ToString();
            default:
                return false;
        }
    }
}
