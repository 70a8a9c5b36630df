using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>The items of a distributed Map that stand in S3.</summary>
internal static class ItemSource
{
    private const int LongestItem = 262_144;
    private const double MostItems = 100_000_000;

    private static readonly Dictionary<string, char> Delimiters = new(StringComparer.Ordinal) { ["COMMA"] = ',', ["PIPE"] = '|', ["SEMICOLON"] = ';', ["SPACE"] = ' ', ["TAB"] = '\t' };

    /// <summary>Reads them.</summary>
    /// <exception cref="StateFailure">`States.ItemReaderFailed`.</exception>
    /// <exception cref="NotSupportedException">The format is not known here.</exception>
    public static List<SourceItem> Read(StateMachineRunner runner, Visit visit)
    {
        var reader = visit.Node["ItemReader"]!.AsObject();
        Known(reader, visit, "Resource", "Arguments", "Parameters", "ReaderConfig");
        var place = visit.Node.IsJsonata
            ? visit.Jsonata(reader["Arguments"], visit.States(), "ItemReader/Arguments") as JsonObject
            : visit.Template(reader["Parameters"], visit.Input) as JsonObject;
        var config = reader["ReaderConfig"] as JsonObject ?? [];
        Known(config, visit, "InputType", "Transformation", "ManifestType", "CSVHeaderLocation", "CSVHeaders", "CSVDelimiter", "ItemsPointer", "MaxItems", "MaxItemsPath");
        var bucket = Text(place, "Bucket");
        var resource = reader["Resource"]?.GetValue<string>() ?? "";
        var items = resource.EndsWith(":s3:listObjectsV2", StringComparison.Ordinal) ? List(runner, config, bucket, place?["Prefix"]?.GetValue<string>() ?? "")
            : resource.EndsWith(":s3:getObject", StringComparison.Ordinal) ? File(runner, config, bucket, Text(place, "Key"))
            : throw new NotSupportedException($"{visit.Node.Name}: items from '{resource}'");
        if (items.FirstOrDefault(static item => Json.Length(item.Value) > LongestItem) is not null)
            throw new StateFailure(ErrorNames.ItemReaderFailed, "An item is larger than 256 KiB.");
        var most = visit.Number("MaxItems", isWhole: true, config);
        if (most < 0)
            throw new StateFailure(ErrorNames.ItemReaderFailed, "field MaxItems must be positive");
        return most is > 0 and <= MostItems && most < items.Count ? items[..(int)most] : items;
    }

    private static List<SourceItem> List(StateMachineRunner runner, JsonObject config, string bucket, string prefix)
    {
        var objects = runner.Objects.List(bucket, prefix).ToList();
        if (config["Transformation"]?.GetValue<string>() == "LOAD_AND_FLATTEN")
            return [.. objects.SelectMany(o => Items(config, o, bucket))];
        return [.. objects.Select(o => new SourceItem(
            new JsonObject { ["Etag"] = o.ETag, ["Key"] = o.Key, ["LastModified"] = o.Time.ToUnixTimeSeconds(), ["Size"] = o.Size, ["StorageClass"] = "STANDARD" },
            null,
            $"s3://{bucket}/{o.Key}"))];
    }

    private static List<SourceItem> File(StateMachineRunner runner, JsonObject config, string bucket, string key)
    {
        var found = runner.Objects.Find(bucket, key)
            ?? throw new StateFailure(ErrorNames.ItemReaderFailed, $"S3.NoSuchKey: the bucket '{bucket}' has no object '{key}' (give it with runner.S3Object(\"{bucket}\", \"{key}\", text)).");
        if (config["InputType"]?.GetValue<string>() == "MANIFEST")
            return Manifest(runner, config, bucket, found);
        return Items(config, found, bucket);
    }

    private static List<SourceItem> Items(JsonObject config, LocalObject found, string bucket)
    {
        var source = $"s3://{bucket}/{found.Key}";
        var type = config["InputType"]?.GetValue<string>() ?? "JSON";
        List<JsonNode?> values;
        switch (type)
        {
            case "CSV":
                values = Csv(config, found.Content);
                break;
            case "JSONL":
                values = [.. found.Content.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
                break;
            case "JSON":
                var root = At(Parse(found.Content), config["ItemsPointer"]?.GetValue<string>() ?? "");
                if (root is JsonObject members)
                    return [.. members.Select(m => new SourceItem(m.Value, m.Key, source))];
                values = root is JsonArray list ? [.. list] : throw new StateFailure(ErrorNames.ItemReaderFailed, "Attempting to map over non-iterable node.");
                break;
            default:
                throw new NotSupportedException($"Items in the format {type} are not read here. Give them as JSON, JSONL or CSV.");
        }

        return [.. values.Select(value => new SourceItem(value, null, source))];
    }

    /// <summary>An S3 inventory: its CSV files name objects, which are the items.</summary>
    private static List<SourceItem> Manifest(StateMachineRunner runner, JsonObject config, string bucket, LocalObject manifest)
    {
        if (config["ManifestType"]?.GetValue<string>() is "ATHENA_DATA")
            throw new NotSupportedException("Manifests of Athena are not read here.");
        var root = Parse(manifest.Content) as JsonObject ?? throw new StateFailure(ErrorNames.ItemReaderFailed, "The manifest is no JSON object.");
        var columns = root["fileSchema"]?.GetValue<string>().Split(',', StringSplitOptions.TrimEntries) ?? ["Bucket", "Key"];
        var target = root["destinationBucket"]?.GetValue<string>().Split(':')[^1] ?? bucket;
        var items = new List<SourceItem>();
        foreach (var key in (root["files"] as JsonArray ?? []).Select(static f => f!["key"]!.GetValue<string>()))
        {
            var file = runner.Objects.Find(target, key) ?? throw new StateFailure(ErrorNames.ItemReaderFailed, $"S3.NoSuchKey: the bucket '{target}' has no object '{key}'.");
            items.AddRange(CsvText.Read(file.Content, ',', columns).Select(row => new SourceItem(row, null, $"s3://{target}/{key}")));
        }

        return items;
    }

    private static List<JsonNode?> Csv(JsonObject config, string text)
    {
        var name = config["CSVDelimiter"]?.GetValue<string>() ?? "COMMA";
        if (!Delimiters.TryGetValue(name, out var delimiter))
            throw new StateFailure(ErrorNames.ItemReaderFailed, $"There is no CSV delimiter '{name}'.");
        var given = config["CSVHeaderLocation"]?.GetValue<string>() == "GIVEN";
        return CsvText.Read(text, delimiter, given ? [.. config["CSVHeaders"]!.AsArray().Select(static h => h!.GetValue<string>())] : null);
    }

    /// <summary>RFC 6901.</summary>
    private static JsonNode? At(JsonNode? node, string pointer)
    {
        foreach (var part in pointer.Split('/').Skip(1).Select(static p => p.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            node = node switch
            {
                JsonObject members => members[part],
                JsonArray list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < list.Count => list[index],
                _ => null,
            };
        }

        return node;
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new StateFailure(ErrorNames.ItemReaderFailed, "The object is not JSON: " + exception.Message);
        }
    }

    private static string Text(JsonObject? place, string name) =>
        Json.IsText(place?[name]) ? place![name]!.GetValue<string>() : throw new StateFailure(ErrorNames.ItemReaderFailed, $"The item reader has no '{name}'.");

    private static void Known(JsonObject fields, Visit visit, params string[] known)
    {
        foreach (var (name, _) in fields)
        {
            if (Array.IndexOf(known, name) < 0)
                throw new NotSupportedException($"{visit.Node.Name}: the field '{name}' of the item reader");
        }
    }
}
