using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Serverless.StepFunctions.Local.Jsonata;
using Serverless.Testing.Tools;

namespace Serverless.StepFunctions.Local.Tests.Jsonata;

/// <summary>npm's jsonata 2.0.6: what the service runs, and what our engine is held against.</summary>
internal static class JsonataReference
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Evaluates all cases in one process, in order.</summary>
    public static async Task<IReadOnlyList<JsonataOutcome>> EvaluateAsync(IReadOnlyList<JsonataCase> cases)
    {
        var path = Path.GetTempFileName();
        try
        {
            var array = new JsonArray();
            foreach (var one in cases)
            {
                var item = new JsonObject { ["expression"] = one.Expression };
                if (one.HasInput)
                    item["input"] = one.Input?.DeepClone();
                if (one.Variables is not null)
                    item["variables"] = new JsonObject(one.Variables.Select(v => KeyValuePair.Create(v.Key, v.Value?.DeepClone())));
                array.Add((JsonNode)item);
            }

            await File.WriteAllTextAsync(path, array.ToJsonString(Options));
            var results = JsonSerializer.Deserialize<List<JsonObject>>(await NodeTool.RunAsync("evaluate.mjs", [path]))!;
            Assert.Equal(cases.Count, results.Count);
            return [.. results.Select(JsonataOutcome.Of)];
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Fails with a list of the cases in which the two engines differ.</summary>
    /// <param name="cases">What is evaluated.</param>
    /// <param name="areRandom">
    /// Whether accidents of JavaScript in the reference are passed over, and which of several errors comes first:
    /// it evaluates the parts of arrays and objects side by side.
    /// </param>
    public static async Task AssertAgreesAsync(IReadOnlyList<JsonataCase> cases, bool areRandom = false)
    {
        var engine = new JsonataEngine();
        var expected = await EvaluateAsync(cases);
        var differences = new List<string>();
        for (var i = 0; i < cases.Count; i++)
        {
            var actual = JsonataOutcome.Of(engine, cases[i]);
            var isExcused = areRandom && (expected[i].Code == "" || (actual.Code is not null && expected[i].Code is not null && cases[i].Expression.AsSpan().IndexOfAny('[', '{') >= 0));
            // The reference leaves "undefined" behind in empty arrays that it has grouped.
            isExcused |= areRandom && actual.Code is null && Loose(actual.Value) == Loose(expected[i].Value) && expected[i].Code is null;
            if (!isExcused && !actual.Agrees(expected[i]))
                differences.Add($"{cases[i]}\n    here:      {actual}\n    reference: {expected[i]}");
        }

        static string? Loose(string? text) => text?.Replace("[null,]", "[]", StringComparison.Ordinal);

        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ:\n{string.Join('\n', differences.Take(50))}");
    }
}
