using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// The part of a Map that says which items it runs over, and how. An inline Map takes them from its data; a distributed one also reads
/// them from S3, groups them, and writes the results there.
/// </summary>
internal sealed class MapRenderer(QueryLanguage language, AslDataRenderer data)
{
    private const string S3 = "arn:aws:states:::s3:";

    private bool IsJsonata => language == QueryLanguage.JSONata;

    private string ArgumentsField => IsJsonata ? "Arguments" : "Parameters";

    /// <param name="rendered">Receives the fields.</param>
    /// <param name="map">The state.</param>
    /// <param name="addGraph">Adds `StartAt` and `States` of the processor.</param>
    public void AddTo(JsonObject rendered, MapState map, Func<JsonObject, StateGraph, JsonObject> addGraph)
    {
        if (map.Distributed?.Reader is { } reader)
            rendered.Add("ItemReader", Reader(reader));
        if (map.Items is { } items)
            rendered.Add(IsJsonata ? "Items" : "ItemsPath", data.Render(items));
        rendered.Add("ItemSelector", map.ItemSelector is { } selector ? data.Render(selector) : null);
        if (map.Distributed?.Batcher is { } batcher)
            rendered.Add("ItemBatcher", Batcher(batcher));
        data.AddField(rendered, "MaxConcurrency", map.MaxConcurrency);
        if (map.Distributed?.Label is { } label)
            rendered.Add("Label", label);

        rendered.Add("ItemProcessor", addGraph(new JsonObject { { "ProcessorConfig", Mode(map.Distributed) } }, map.Processor));
        if (map.Distributed?.Writer is { } writer)
            rendered.Add("ResultWriter", Writer(writer));
    }

    /// <summary>How many items may fail stands with what else happens on failure.</summary>
    public void AddTolerance(JsonObject rendered, MapState map)
    {
        data.AddField(rendered, "ToleratedFailurePercentage", Percentage(map.Distributed?.ToleratedFailurePercentage));
        data.AddField(rendered, "ToleratedFailureCount", map.Distributed?.ToleratedFailureCount);
    }

    private static JsonObject Mode(DistributedMap? distributed) => distributed is null
        ? new JsonObject { { "Mode", "INLINE" } }
        : new JsonObject { { "Mode", "DISTRIBUTED" }, { "ExecutionType", distributed.Children == WorkflowType.Express ? "EXPRESS" : "STANDARD" } };

    private JsonObject Reader(ItemReader reader)
    {
        var config = new JsonObject
        {
            { "InputType", Text(reader.InputType) },
            { "ManifestType", Text(reader.ManifestType) },
            { "Transformation", Text(reader.LoadAndFlatten ? "LOAD_AND_FLATTEN" : null) },
            { "CSVHeaderLocation", Text(HeaderLocation(reader)) },
            { "CSVHeaders", reader.CsvHeaders.Count > 0 ? new JsonArray(reader.CsvHeaders.Select(static h => (JsonNode)new JsonString(h))) : null },
            { "CSVDelimiter", Text(reader.CsvDelimiter) },
            { "ItemsPointer", Text(reader.ItemsPointer) },
        };
        data.AddField(config, "MaxItems", reader.MaxItems);
        return new JsonObject
        {
            { "Resource", S3 + (reader.Source == ItemSource.Objects ? "listObjectsV2" : "getObject") },
            { "ReaderConfig", config.Count > 0 ? config : null },
            { ArgumentsField, data.Render(reader.Location, null, "s3") },
        };
    }

    /// <summary>The field is required of CSV and has no meaning elsewhere. An inventory manifest names its columns itself.</summary>
    private static string? HeaderLocation(ItemReader reader) =>
        reader.InputType != "CSV" ? null : reader.CsvHeaders.Count > 0 ? "GIVEN" : "FIRST_ROW";

    private JsonObject Batcher(ItemBatcher batcher)
    {
        var rendered = new JsonObject();
        data.AddField(rendered, "MaxItemsPerBatch", batcher.MaxItemsPerBatch);
        data.AddField(rendered, "MaxInputBytesPerBatch", batcher.MaxInputBytesPerBatch);
        rendered.Add("BatchInput", batcher.BatchInput is { } input ? data.Render(input) : null);
        return rendered;
    }

    private JsonObject Writer(ResultWriter writer)
    {
        var config = new JsonObject { { "OutputType", Text(writer.OutputType) }, { "Transformation", Text(writer.Transformation) } };
        return new JsonObject
        {
            { "Resource", Text(writer.Location is null ? null : S3 + "putObject") },
            { ArgumentsField, writer.Location is { } location ? data.Render(location, null, "s3") : null },
            { "WriterConfig", config.Count > 0 ? config : null },
        };
    }

    /// <summary>A fraction of a percent is legal, but read as a fault by a validator in common use; as an expression it is read by everybody.</summary>
    private AslData? Percentage(AslData? percentage) =>
        IsJsonata && percentage is AslNumber number && number.Text.Contains('.') ? new AslExpression(number.Text) : percentage;

    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);
}
