using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Tests.Harness;
using Serverless.Artifacts;
using Serverless.StepFunctions.Local.JsonPath;
using Serverless.Testing.StateMachines;

namespace Serverless.Analyzers.Tests.StateMachines.JsonPath;

/// <summary>
/// Runs lambdas three times: as C# on objects, as the state they become on aws-local-stepfunctions, and on the evaluator of the local runner.
/// Each lambda is the output of a Pass, or the condition of a Choice, in a JSONPath machine that the front end reads and the renderer writes.
/// </summary>
internal static class PathDifferentialRun
{
    private const string Types = """
        using System.Text.Json.Serialization;
        namespace Shop;
        public enum Size { Small = 1, Large = 7 }
        [JsonConverter(typeof(JsonStringEnumConverter))] public enum Color { Red, Green }
        public sealed record Address(string City, string? Street, int? Floor, bool? Main);
        public sealed record Line(string Sku, int Quantity, decimal Price, string? Remark);
        public sealed record Order(
            string Id, string Other, decimal Total, int Quantity, long Many, string? Note, string? Memo, int? Priority, int? Rank, string[] Skus, System.Collections.Generic.List<Line> Lines,
            bool Paid, bool? Checked, Address Bill, Address? Ship, DateTimeOffset Placed, DateTimeOffset? Due, double Weight, Size Size, Color Color, int[] Numbers, char Grade)
        {
            [JsonPropertyName("x-y z")] public string Odd { get; init; } = "odd";
        }
        public static class Inputs
        {
            public static Order[] All => new Order[]
            {
                new("TEST-1", "a", 10.5m, 3, 7, null, null, null, null, new[] { "a" }, new() { new("s0", 2, 1m, null) }, true, null, new("Bern", null, null, null), null,
                    DateTimeOffset.Parse("2026-01-02T03:04:05Z"), null, 0.25, Size.Small, Color.Red, new[] { 4 }, 'a'),
                new("o-clock", "TEST-1", 20000m, 7, 9000000000, "a  b ", "a  b ", 5, 5, new[] { "TEST-9", "x" }, new() { new("s1", 2, 1.5m, null), new("s2", 1, 3m, "r") }, false, true, new("Ärger", "Street 1", 4, true),
                    new("Bern", null, null, false), DateTimeOffset.Parse("2025-12-31T23:30:00-05:00"), DateTimeOffset.Parse("2026-01-02T04:04:05+01:00"), 1.5, Size.Large, Color.Green, new[] { 3, 1 }, 'b'),
                new("", "b", -4m, -2, 0, "", "x", 0, 9, new[] { "b", "a", "b" }, new() { new("s2", 1, 3m, "first"), new("s3", 0, 2.25m, ""), new("s1", 5, 3m, null) }, true, false, new("C", "", 0, false),
                    new("Chur", "Straße 1", 4, true), DateTimeOffset.Parse("2026-01-02T04:04:05.25+01:00"), DateTimeOffset.Parse("2027-01-01T00:00:00Z"), 2, Size.Large, Color.Red, new[] { 3, -1, 3, 12 }, 'z'),
            };
        }
        """;

    private static readonly JsonSerializerOptions WithNulls = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions WithoutNulls = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly JsonObject Context = new() { ["State"] = new JsonObject { ["Name"] = "Here", ["EnteredTime"] = "2026-06-01T00:00:00Z" } };

    /// <summary>What differs for the outputs of Pass states, one line for each; empty when all agree.</summary>
    /// <param name="lambdas">C# lambdas over `Order o`.</param>
    /// <param name="engine">Where they run; null = on the evaluator alone, for what the engine is known to do otherwise.</param>
    public static Task<List<string>> CompareData(IReadOnlyList<string> lambdas, PathMachineEngine? engine) => Compare(
        lambdas,
        (lambda, next) => $"State.Pass({lambda}).Next({next})",
        engine,
        [WithNulls],
        static state => state,
        (state, input) =>
        {
            var data = new PathData(PathEngine.Select(state.ContainsKey("InputPath"), (string?)state["InputPath"], Data(input)), Data(input).Context, PathData.NoVariables);
            var result = state.TryGetPropertyValue("Result", out var literal) ? literal : state["Parameters"] is { } parameters ? PathEngine.Fill(parameters, data) : data.Input;
            return PathEngine.Select(state.ContainsKey("OutputPath"), (string?)state["OutputPath"], Data(result));
        });

    /// <summary>What differs for conditions, with null members written and left out.</summary>
    public static Task<List<string>> CompareConditions(IReadOnlyList<string> lambdas, PathMachineEngine? engine) => Compare(
        lambdas,
        (lambda, next) => $"State.Choice().When({lambda}, nameof(Yes)).Otherwise({next})",
        engine,
        [WithNulls, WithoutNulls],
        static state =>
        {
            state["Default"] = "No";
            return state;
        },
        static (state, input) => ChoiceComparison.Holds(state["Choices"]![0]!.AsObject(), Data(input)));

    private static PathData Data(JsonNode? input)
    {
        var context = (JsonObject)Context.DeepClone();
        context["Execution"] = new JsonObject { ["Input"] = input?.DeepClone() };
        return new PathData(input, context, PathData.NoVariables);
    }

    private static async Task<List<string>> Compare(
        IReadOnlyList<string> lambdas, Func<string, string, string> stateOf, PathMachineEngine? engine, JsonSerializerOptions[] forms, Func<JsonObject, JsonObject> alone, Func<JsonObject, JsonNode?, JsonNode?> evaluate)
    {
        var project = TestProject.Of(Types, $$"""
            using System.Linq;
            using System.Text;
            using Serverless;
            using Serverless.StepFunctions;
            namespace Shop;
            public static class Cases
            {
                public static System.Delegate[] All => new System.Delegate[]
                {
            {{string.Join(",\n", lambdas)}}
                };
            }
            [StateMachine(QueryLanguage = QueryLanguage.JSONPath, StartAt = nameof(S0))]
            public sealed class Machine
            {
            {{string.Join("\n", lambdas.Select((lambda, i) => $"private static State S{i} => {stateOf(lambda, i + 1 < lambdas.Count ? $"nameof(S{i + 1})" : "nameof(Last)")};"))}}
            private static State Last => State.Choice().When(() => true, nameof(Yes)).Otherwise(nameof(End));
            private static State Yes => State.Pass();
            private static State End => State.Pass();
            }
            """);
        var compilation = project.Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString()));
        var application = GeneratorRun.ReadModel(project);
        // The states stand behind each other for no other reason than that each must be reached.
        Assert.Empty(application.Faults.Where(static f => f.RuleId != "SVLS2306").Select(static f => f.RuleId + " " + string.Join(" | ", f.Arguments)));
        var definition = JsonNode.Parse(AslRenderer.Render(Assert.Single(application.StateMachines), new Artifacts.ReferenceResolver(application)).ToText())!;
        var assembly = Load(compilation);
        var delegates = (Delegate[])assembly.GetType("Shop.Cases")!.GetProperty("All")!.GetValue(null)!;
        var inputs = (Array)assembly.GetType("Shop.Inputs")!.GetProperty("All")!.GetValue(null)!;
        var differences = new List<string>();
        for (var c = 0; c < delegates.Length; c++)
        {
            var state = alone((JsonObject)definition["States"]!["S" + c]!.DeepClone());
            var compared = 0;
            foreach (var value in inputs)
            {
                if (!TryInvoke(delegates[c], value!, out var expected))
                    continue;
                foreach (var form in forms)
                {
                    var input = JsonSerializer.SerializeToNode(value, form);
                    compared++;
                    if (await DifferenceOf(state, input, expected, engine, evaluate) is { } difference)
                        differences.Add($"{lambdas[c]}\n  {state.ToJsonString()}\n  {input!.ToJsonString()}\n  {difference}");
                }
            }

            Assert.True(compared > 0, $"{lambdas[c]} fails in C# on every input");
        }

        return differences;
    }

    private static async Task<string?> DifferenceOf(JsonObject state, JsonNode? input, JsonNode? expected, PathMachineEngine? engine, Func<JsonObject, JsonNode?, JsonNode?> evaluate)
    {
        var isChoice = (string?)state["Type"] == "Choice";
        try
        {
            var here = evaluate(state, input);
            if (!AreEqual(expected, here))
                return $"C# gives {Text(expected)}, the evaluator {Text(here)}";
        }
        catch (PathException exception)
        {
            return $"C# gives {Text(expected)}, the evaluator fails: {exception.Message}";
        }

        if (engine is null)
            return null;
        var definition = JsonNode.Parse("""{ "StartAt": "S", "States": { "Yes": { "Type": "Pass", "Parameters": { "v": true }, "OutputPath": "$.v", "End": true }, "No": { "Type": "Pass", "Parameters": { "v": false }, "OutputPath": "$.v", "End": true } } }""")!;
        var single = (JsonObject)state.DeepClone();
        if (!isChoice)
        {
            single.Remove("Next");
            single["End"] = true;
        }

        definition["States"]!["S"] = single;
        var there = await engine.RunAsync(definition, input, context: (JsonObject)Context.DeepClone());
        if (there.Error is not null)
            return $"C# gives {Text(expected)}, the engine fails: {there.Error} {there.Cause}";
        return AreEqual(expected, there.Output) ? null : $"C# gives {Text(expected)}, the engine {Text(there.Output)}";
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";

    private static bool AreEqual(JsonNode? left, JsonNode? right) => JsonEquality.AreEqual(left, right);

    private static bool TryInvoke(Delegate lambda, object input, out JsonNode? result)
    {
        try
        {
            result = JsonSerializer.SerializeToNode(lambda.Method.GetParameters().Length == 0 ? lambda.DynamicInvoke() : lambda.DynamicInvoke(input), WithNulls);
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
}
