using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>One attempt of a Map state: its items, and what is run for each.</summary>
internal static class MapState
{
    public static Task<JsonNode?> RunAsync(MachineExecution execution, Visit visit) =>
        visit.Node.IsDistributed ? DistributedMap.RunAsync(execution, visit) : RunInlineAsync(execution, visit);

    /// <summary>Items and concurrency, and each item as `ItemSelector` makes it.</summary>
    public static List<MapItem> Select(Visit visit, IReadOnlyList<SourceItem> items)
    {
        var node = visit.Node;
        var selector = node.Has("ItemSelector") ? "ItemSelector" : node.Has("Parameters") ? "Parameters" : null;
        var selected = new List<MapItem>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var item = new JsonObject { ["Index"] = i, ["Value"] = Json.Copy(items[i].Value) };
            if (items[i].Key is { } key)
                item["Key"] = key;
            if (items[i].Source is { } source)
                item["Source"] = source;
            var context = new JsonObject { ["Item"] = item };
            var input = selector is null ? items[i].Value
                : node.IsJsonata ? visit.Jsonata(node[selector], visit.States(item: context), selector)
                : visit.Template(node[selector], visit.Input, context);
            selected.Add(new MapItem(Json.Read(input), context));
        }

        return selected;
    }

    /// <summary>The list in the input that a Map is over.</summary>
    public static List<SourceItem> InputItems(Visit visit)
    {
        var node = visit.Node;
        JsonNode? items;
        if (node.IsJsonata)
        {
            items = visit.JsonataField("Items", visit.Input);
            if (node.IsDistributed && items is JsonObject)
            {
                // A distributed Map takes objects too: their members, each with its key.
                return [.. items.AsObject().Select(static member => new SourceItem(member.Value, member.Key, null))];
            }

            if (items is not JsonArray)
                throw new StateFailure(ErrorNames.QueryEvaluationError, node.Has("Items")
                    ? $"{visit.At} The JSONata expression '{Expression(node["Items"])}' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was '{Json.TypeOf(items)}' for value: {Json.Text(items)}"
                    : $"{visit.At} Map state input must be an array but was: {Json.TypeOf(items)}");
        }
        else
        {
            items = node["ItemsPath"] is { } path ? visit.Read(path.GetValue<string>(), visit.Input) : visit.Input;
            if (items is not JsonArray)
                throw new StateFailure(ErrorNames.Runtime, $"{visit.At} Reference path \"{node.Text("ItemsPath") ?? "$"}\" must point to array.");
        }

        return [.. items.AsArray().Select(static item => new SourceItem(item, null, null))];
    }

    private static string Expression(JsonNode? node) => Json.IsText(node) ? node!.GetValue<string>().Trim('{', '%', '}', ' ') : Json.Text(node);

    private static Task<JsonNode?> RunInlineAsync(MachineExecution execution, Visit visit)
    {
        var concurrency = (int)(visit.Number("MaxConcurrency", isWhole: true, least: 0) ?? 0);
        return execution.RunIterationsAsync(visit, Select(visit, InputItems(visit)), concurrency);
    }
}

/// <summary>An item before `ItemSelector`.</summary>
/// <param name="Value">The item.</param>
/// <param name="Key">Key of the member, where an object is mapped over.</param>
/// <param name="Source">Where it was read: `s3://bucket/key`; null = from the input.</param>
internal sealed record SourceItem(JsonNode? Value, string? Key, string? Source);
