using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>Items of a distributed Map in batches: each child gets `{ BatchInput, Items }`.</summary>
internal static class ItemBatches
{
    public static List<MapItem> Make(Visit visit, List<MapItem> items)
    {
        var batcher = visit.Node["ItemBatcher"]!.AsObject();
        var most = visit.Number("MaxItemsPerBatch", isWhole: true, batcher, least: 1);
        var bytes = visit.Number("MaxInputBytesPerBatch", isWhole: true, batcher, least: 1, most: MachineExecution.PayloadLimit);
        var input = !batcher.ContainsKey("BatchInput") ? null
            : visit.Node.IsJsonata ? visit.Jsonata(batcher["BatchInput"], visit.States(), "ItemBatcher/BatchInput")
            : visit.Template(batcher["BatchInput"], visit.Input);
        var batches = new List<MapItem>();
        var batch = Empty(input, batcher);
        var length = Json.Length(batch);
        foreach (var item in items)
        {
            var size = Json.Length(item.Input) + 1;
            var list = batch["Items"]!.AsArray();
            if (list.Count > 0 && (list.Count >= most || length + size > (bytes ?? MachineExecution.PayloadLimit)))
            {
                batches.Add(new MapItem(batch, null));
                batch = Empty(input, batcher);
                length = Json.Length(batch);
                list = batch["Items"]!.AsArray();
            }

            list.Add(Json.Copy(item.Input));
            length += size;
        }

        if (batch["Items"]!.AsArray().Count > 0)
            batches.Add(new MapItem(batch, null));
        return batches;
    }

    private static JsonObject Empty(JsonNode? input, JsonObject batcher)
    {
        var batch = new JsonObject();
        if (batcher.ContainsKey("BatchInput"))
            batch["BatchInput"] = Json.Copy(input);
        batch["Items"] = new JsonArray();
        return batch;
    }
}
