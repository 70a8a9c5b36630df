using System.Text.Json.Nodes;

namespace Serverless.Testing.StateMachines;

/// <content>Distributed Map: items come from what the test has for S3, children are executions without the variables of their parent.</content>
public sealed partial class StateMachineInterpreter
{
    /// <summary>Gives the items for an `ItemReader` whose arguments are evaluated.</summary>
    public Func<JsonObject, JsonArray>? ReadItems { get; init; }

    private async Task<JsonNode?> RunDistributedAsync(Visit visit)
    {
        var items = visit.State["ItemReader"] is JsonObject reader
            ? (ReadItems ?? throw new NotSupportedException($"{visit.Name}: nobody has items"))((await evaluator.EvaluateAsync(reader, visit.States(), visit.Scope.Snapshot()))!.AsObject())
            : (await EvaluateAsync(visit, "Items"))!.AsArray();
        var inputs = new List<JsonNode?>();
        for (var i = 0; i < items.Count; i++)
        {
            var item = new JsonObject { ["Item"] = new JsonObject { ["Index"] = i, ["Value"] = items[i]?.DeepClone() } };
            inputs.Add(visit.State.ContainsKey("ItemSelector")
                ? await evaluator.EvaluateAsync(visit.State["ItemSelector"], (visit with { Item = item }).States(), visit.Scope.Snapshot())
                : items[i]?.DeepClone());
        }

        var children = await BatchesAsync(visit, inputs);
        var results = new JsonArray();
        var failed = 0;
        foreach (var child in children)
        {
            try
            {
                var output = await RunGraphAsync(visit.State["ItemProcessor"]!.AsObject(), child.Input, new Scope(null), null, visit.Cancelled);
                results.Add(output?.DeepClone());
            }
            catch (StateMachineException)
            {
                failed += child.Items;
            }
        }

        var tolerated = visit.State.ContainsKey("ToleratedFailurePercentage") ? (await EvaluateAsync(visit, "ToleratedFailurePercentage"))!.GetValue<double>() : 0;
        if (failed > 0 && failed * 100.0 / inputs.Count > tolerated)
            throw new StateMachineException("States.ExceedToleratedFailureThreshold", visit.Name);
        if (visit.State["ResultWriter"]?["Resource"] is null)
            return results;
        var place = (await evaluator.EvaluateAsync(visit.State["ResultWriter"]!["Arguments"], visit.States(), visit.Scope.Snapshot()))!;
        return new JsonObject
        {
            ["MapRunArn"] = $"arn:aws:states:eu-central-1:123456789012:mapRun:machine/{visit.Name}:run",
            ["ResultWriterDetails"] = new JsonObject { ["Bucket"] = place["Bucket"]?.DeepClone(), ["Key"] = $"{place["Prefix"]}/run/manifest.json" },
        };
    }

    private async Task<List<(JsonNode? Input, int Items)>> BatchesAsync(Visit visit, List<JsonNode?> inputs)
    {
        if (visit.State["ItemBatcher"] is not JsonObject written)
            return [.. inputs.Select(static input => (input, 1))];
        var batcher = (await evaluator.EvaluateAsync(written, visit.States(), visit.Scope.Snapshot()))!.AsObject();
        if (batcher.ContainsKey("MaxInputBytesPerBatch"))
            throw new NotSupportedException($"{visit.Name}: batches by size");
        return [.. inputs.Chunk(batcher["MaxItemsPerBatch"]!.GetValue<int>()).Select(batch =>
        {
            var input = new JsonObject { ["Items"] = new JsonArray([.. batch]) };
            if (batcher["BatchInput"] is { } common)
                input["BatchInput"] = common.DeepClone();
            return ((JsonNode?)input, batch.Length);
        })];
    }
}
