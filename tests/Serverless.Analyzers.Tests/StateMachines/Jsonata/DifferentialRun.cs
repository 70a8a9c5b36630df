using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
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
/// and left out. The engine is the one that Step Functions names; nothing of ours takes part in its answer. Equal means: the same JSON, or an
/// exception there and an error, or nothing at all, here.
/// </summary>
internal sealed partial class DifferentialRun
{
    private static readonly JsonSerializerOptions WithNulls = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions WithoutNulls = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly List<string> _differences = [];

    /// <summary>What differs, one line for each; empty when all agree.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Evaluations that were compared.</summary>
    public int Pairs { get; private set; }

    /// <summary>Of those: C# threw.</summary>
    public int Exceptions { get; private set; }

    /// <summary>Evaluations that overflowed a type of C#, which JSONata does not have; not compared.</summary>
    public int Overflows { get; private set; }

    /// <summary>Lambdas without a form, with the reason.</summary>
    public IReadOnlyList<string> Refused { get; private set; } = [];

    /// <summary>What differs between both languages.</summary>
    /// <param name="lambdas">C# lambdas over `Order o`.</param>
    public static async Task<IReadOnlyList<string>> Compare(IReadOnlyList<string> lambdas)
    {
        var run = await Of(lambdas, [], "");
        Assert.True(run.Refused.Count == 0, string.Join("\n", run.Refused));
        return run.Differences;
    }

    /// <summary>Compares lambdas on the written inputs and on random ones.</summary>
    /// <param name="lambdas">C# lambdas over `Order o`.</param>
    /// <param name="seeds">One random input for each; every third has characters outside of the basic plane.</param>
    /// <param name="context">Said with each difference, so that it can be made again.</param>
    public static async Task<DifferentialRun> Of(IReadOnlyList<string> lambdas, IReadOnlyList<int> seeds, string context)
    {
        var run = new DifferentialRun();
        await run.Run(lambdas, seeds, context);
        return run;
    }

    /// <summary>The compilation of lambdas over the types of these tests.</summary>
    public static CSharpCompilation Compile(params string[] lambdas) => TestProject.Of(DifferentialTypes.Source, $$"""
        #nullable enable
        namespace Shop;
        public static class Cases
        {
            public static System.Delegate[] All => new System.Delegate[]
            {
        {{string.Join(",\n", lambdas)}}
            };
        }
        """).Compile();

    private async Task Run(IReadOnlyList<string> lambdas, IReadOnlyList<int> seeds, string context)
    {
        var compilation = Compile([.. lambdas]);
        compilation = compilation.WithOptions(compilation.Options.WithOverflowChecks(true));
        var translations = Translate(compilation);
        Assert.Equal(lambdas.Count, translations.Count);
        Refused = [.. translations.Where(static t => t.Problem is not null).Select(static t => t.Problem!)];
        var assembly = Load(compilation);
        var delegates = (Delegate[])assembly.GetType("Shop.Cases")!.GetProperty("All")!.GetValue(null)!;
        var (inputs, firstWithPairs) = Inputs(assembly, seeds);
        var documents = inputs.SelectMany(static i => new[] { JsonSerializer.SerializeToNode(i, WithNulls), JsonSerializer.SerializeToNode(i, WithoutNulls) }).ToArray();
        var runs = new List<(int Case, int Document, JsonNode? Expected, string? Exception)>();
        for (var c = 0; c < delegates.Length; c++)
        {
            if (translations[c].Problem is not null)
                continue;
            var counts = CountsCharacters().IsMatch(lambdas[c]);
            for (var i = 0; i < (counts ? firstWithPairs : inputs.Count); i++)
            {
                var (expected, exception) = Invoke(delegates[c], inputs[i]);
                if (exception is OverflowException)
                {
                    Overflows++;
                    continue;
                }

                runs.Add((c, i * 2, expected, exception?.GetType().Name));
                runs.Add((c, (i * 2) + 1, expected, exception?.GetType().Name));
            }
        }

        Pairs = runs.Count;
        Exceptions = runs.Count(static r => r.Exception is not null);
        var results = await Evaluate(translations.Select(static t => t.Text), documents, runs.Select(static r => (r.Case, r.Document)));
        foreach (var (one, result) in runs.Zip(results))
        {
            if (Difference(one.Expected, one.Exception, result) is { } difference)
                _differences.Add($"{context}{lambdas[one.Case]}\n  {translations[one.Case].Text}\n  input {one.Document / 2}{(one.Document % 2 == 0 ? "" : " without nulls")}: {difference}");
        }
    }

    /// <summary>The JSONata of each lambda in the class `Cases`, with what was refused in it.</summary>
    private static List<(string Text, string? Problem)> Translate(Compilation compilation)
    {
        var errors = string.Join("\n", compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)
            .Select(static d => d.GetMessage(CultureInfo.InvariantCulture) + ": " + d.Location.SourceTree?.GetText().Lines.GetLineFromPosition(d.Location.SourceSpan.Start)).Take(10));
        Assert.True(errors.Length == 0, errors);
        var tree = compilation.SyntaxTrees.Last();
        var semantics = compilation.GetSemanticModel(tree);
        var translations = new List<(string, string?)>();
        foreach (var syntax in tree.GetRoot().DescendantNodes(static n => n is not ParenthesizedLambdaExpressionSyntax).OfType<ParenthesizedLambdaExpressionSyntax>())
        {
            string? problem = null;
            var lambda = (IAnonymousFunctionOperation)semantics.GetOperation(syntax)!;
            var translator = new JsonataTranslator(semantics, JsonNaming.Web, (node, reason) => problem ??= $"{syntax}: {node}: {reason}", static (_, _) => { });
            foreach (var parameter in lambda.Symbol.Parameters)
                translator.Bind(parameter, new JsonataExpression("$states.input", JsonataExpression.Primary));
            translations.Add((translator.Translate(JsonataTranslator.BodyOf(lambda)!).OrNull().Text, problem));
        }

        return translations;
    }

    private static (List<object> Inputs, int FirstWithPairs) Inputs(Assembly assembly, IReadOnlyList<int> seeds)
    {
        var type = assembly.GetType("Shop.Inputs")!;
        var random = type.GetMethod("Random")!;
        var inputs = ((Array)type.GetProperty("All")!.GetValue(null)!).Cast<object>().ToList();
        foreach (var pairs in (bool[])[false, true])
            inputs.AddRange(seeds.Where((_, i) => pairs == (i % 3 == 2)).Select(seed => random.Invoke(null, [seed, pairs])!));
        return (inputs, inputs.Count - (seeds.Count / 3));
    }

    private static (JsonNode? Value, Exception? Exception) Invoke(Delegate lambda, object input)
    {
        try
        {
            return (JsonSerializer.SerializeToNode(lambda.DynamicInvoke(input), WithNulls), null);
        }
        catch (TargetInvocationException exception)
        {
            return (null, exception.InnerException);
        }
        catch (Exception exception)
        {
            // A sequence is calculated while it is written, and a number may be none that JSON has.
            return (null, exception);
        }
    }

    private static Assembly Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private static async Task<List<JsonObject>> Evaluate(IEnumerable<string> expressions, IEnumerable<JsonNode?> inputs, IEnumerable<(int Expression, int Input)> pairs)
    {
        var path = Path.GetTempFileName();
        try
        {
            var document = new JsonObject
            {
                ["expressions"] = new JsonArray([.. expressions.Select(static e => JsonValue.Create(e))]),
                ["inputs"] = new JsonArray([.. inputs]),
                ["pairs"] = new JsonArray([.. pairs.Select(static p => new JsonArray(p.Expression, p.Input))]),
            };
            await File.WriteAllTextAsync(path, document.ToJsonString());
            return JsonSerializer.Deserialize<List<JsonObject>>(await NodeTool.RunAsync("differential.mjs", [path], TimeSpan.FromMinutes(10)))!;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string? Difference(JsonNode? expected, string? exception, JsonObject result)
    {
        var error = result["error"]?.ToString() ?? (result.ContainsKey("value") ? null : "nothing");
        if (exception is not null)
            return error is null ? $"C# throws {exception}, JSONata gives {Text(result["value"])}" : null;
        if (error is not null)
            return $"C# gives {Text(expected)}, JSONata fails: {error}";
        return AreEqual(expected, result["value"]) ? null : $"C# gives {Text(expected)}, JSONata {Text(result["value"])}";
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";

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
                var (one, other) = (Number(left), Number(right));
                return one == other || Math.Abs(one - other) <= 1e-12 * Math.Max(Math.Abs(one), Math.Abs(other));
            case (JsonValue left, JsonValue right):
                return left.GetValueKind() == right.GetValueKind() && (left.ToString() == right.ToString() || AreOneMoment(left.ToString(), right.ToString()));
            default:
                return false;
        }
    }

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    /// <summary>A calculated moment is written in UTC, whatever offset C# keeps.</summary>
    private static bool AreOneMoment(string left, string right) =>
        IsMoment().IsMatch(left) && IsMoment().IsMatch(right)
        && DateTimeOffset.Parse(left, CultureInfo.InvariantCulture) == DateTimeOffset.Parse(right, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")]
    private static partial Regex IsMoment();

    /// <summary>What counts UTF-16 units in C# and characters in JSONata: the documented difference.</summary>
    [GeneratedRegex(@"\.Length|\.Substring\(|\.IndexOf\(|\.Pad(Left|Right)\(|\.Remove\(|\)\[|Id\[|IsAscii")]
    private static partial Regex CountsCharacters();
}
