using System.Globalization;
using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>SVLS2317: a Map and what belongs to it. SVLS2304: a distributed one in an Express machine.</summary>
internal static class MapChecks
{
    private const int LongestLabel = 40;

    private const string NotInLabel = " ?*<>{}[]:;,\\|^~$#%&`\"";

    private static readonly string[] DistributedOnly =
    [
        "ItemReader", "ItemBatcher", "ResultWriter", "Label", "ToleratedFailurePercentage", "ToleratedFailurePercentagePath", "ToleratedFailureCount", "ToleratedFailureCountPath",
    ];

    public static void Check(DefinitionState state, DefinitionReport report)
    {
        if (state.Type != "Map")
            return;
        FieldChecks.ExactlyOne(state.Body, state.Title, state.Name, state.Member, report, "ItemProcessor", "Iterator");
        foreach (var pair in new[] { "MaxConcurrency", "ToleratedFailurePercentage", "ToleratedFailureCount" })
            FieldChecks.AtMostOne(state.Body, state.Title, state.Name, report, pair, pair + "Path");
        FieldChecks.AtMostOne(state.Body, state.Title, state.Name, report, "ItemSelector", "Parameters");
        CheckMode(state, report);
        CheckParts(state, report);
        CheckLabel(state, report);
    }

    private static void CheckMode(DefinitionState state, DefinitionReport report)
    {
        if (state.Graphs is not [var processor])
            return;
        if (processor.Body.Find("ProcessorConfig") is { Value: JsonObject config } member)
        {
            var subject = $"The processor of '{state.Name}'";
            FieldChecks.Check(config, DefinitionFields.ProcessorConfig, subject, state.Name, state.Language, report);
            if (processor.IsDistributed && config.Find("ExecutionType") is null)
                report.Structure(member, state.Name, subject, "needs 'ExecutionType' where its 'Mode' is DISTRIBUTED");
            else if (!processor.IsDistributed && !Placeholders.Hides(config["Mode"]) && config.Find("ExecutionType") is { } type)
                report.Structure(type, state.Name, subject, "has an 'ExecutionType', which only the mode DISTRIBUTED has");
            if (processor.IsDistributed && state.Graph.IsExpress)
                report.Add(DefinitionSeverity.Error, RuleIds.NotAllowedInExpress, config.Find("Mode")!, state.Name, $"The distributed Map '{state.Name}'", "its items run as executions of their own; use the mode INLINE or a Standard machine");
            if (processor.IsDistributed || Placeholders.Hides(config) || Placeholders.Hides(config["Mode"]))
                return;
        }
        else if (Placeholders.Hides(processor.Body["ProcessorConfig"]) || !Placeholders.IsWhole(processor.Body))
        {
            return;
        }

        foreach (var name in DistributedOnly)
        {
            if (state.Body.Find(name) is { } found)
                report.Structure(found, state.Name, state.Title, $"has '{name}', which only the mode DISTRIBUTED of its processor has");
        }
    }

    private static void CheckParts(DefinitionState state, DefinitionReport report)
    {
        void Check(string name, JsonNode? part, IReadOnlyList<DefinitionField> fields)
        {
            if (part is JsonObject body && !Placeholders.IsIntrinsic(body))
                FieldChecks.Check(body, fields, $"The '{name}' of '{state.Name}'", state.Name, state.Language, report);
        }

        Check("ItemReader", state.Body["ItemReader"], DefinitionFields.ItemReader);
        Check("ItemBatcher", state.Body["ItemBatcher"], DefinitionFields.ItemBatcher);
        Check("ResultWriter", state.Body["ResultWriter"], DefinitionFields.ResultWriter);
        if (state.Body["ItemReader"] is JsonObject reader)
            CheckReader(reader, state, report, Check);
        if (state.Body.Find("ItemBatcher") is { Value: JsonObject batcher } member && Placeholders.IsWhole(batcher))
            CheckBatcher(batcher, member, state, report);
        if (state.Body.Find("ResultWriter") is { Value: JsonObject writer } written && Placeholders.IsWhole(writer))
            CheckWriter(writer, written, state, report, Check);
    }

    private static void CheckReader(JsonObject reader, DefinitionState state, DefinitionReport report, Action<string, JsonNode?, IReadOnlyList<DefinitionField>> check)
    {
        var subject = $"The 'ItemReader' of '{state.Name}'";
        var action = ResourceAction(reader["Resource"]);
        if (action is not (null or "s3:getObject" or "s3:listObjectsV2"))
            report.Structure(reader["Resource"]!, state.Name, subject, "reads with 's3:getObject' or 's3:listObjectsV2'");
        check("ReaderConfig", reader["ReaderConfig"], DefinitionFields.ReaderConfig);
        if (reader["ReaderConfig"] is not JsonObject config || !Placeholders.IsWhole(config))
            return;
        FieldChecks.AtMostOne(config, subject, state.Name, report, "MaxItems", "MaxItemsPath");
        var type = (config["InputType"] as JsonString)?.Value;
        if (type == "CSV" && config["CSVHeaderLocation"] is JsonString { Value: "GIVEN" } given && config["CSVHeaders"] is null)
            report.Structure(given, state.Name, subject, "has headers that are GIVEN, and no 'CSVHeaders'");
    }

    private static void CheckBatcher(JsonObject batcher, JsonMember member, DefinitionState state, DefinitionReport report)
    {
        var subject = $"The 'ItemBatcher' of '{state.Name}'";
        string[] limits = ["MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"];
        if (limits.All(l => batcher.Find(l) is null))
            report.Structure(member, state.Name, subject, "needs 'MaxItemsPerBatch' or 'MaxInputBytesPerBatch'");
        FieldChecks.AtMostOne(batcher, subject, state.Name, report, limits[0], limits[1]);
        FieldChecks.AtMostOne(batcher, subject, state.Name, report, limits[2], limits[3]);
    }

    private static void CheckWriter(JsonObject writer, JsonMember member, DefinitionState state, DefinitionReport report, Action<string, JsonNode?, IReadOnlyList<DefinitionField>> check)
    {
        var subject = $"The 'ResultWriter' of '{state.Name}'";
        if (writer.Find("Resource") is null && writer.Find("WriterConfig") is null)
            report.Structure(member, state.Name, subject, "needs 'Resource' or 'WriterConfig'");
        if (ResourceAction(writer["Resource"]) is not (null or "s3:putObject"))
            report.Structure(writer["Resource"]!, state.Name, subject, "writes with 's3:putObject'");
        check("WriterConfig", writer["WriterConfig"], DefinitionFields.WriterConfig);
    }

    private static void CheckLabel(DefinitionState state, DefinitionReport report)
    {
        if (state.Body["Label"] is not JsonString label || Placeholders.Hides(label))
            return;
        if (label.Value.Length > LongestLabel)
            report.Structure(label, state.Name, state.Title, $"has a 'Label' of {label.Value.Length.ToString(CultureInfo.InvariantCulture)} characters; a label has 40 at most");
        else if (label.Value.Any(static c => char.IsControl(c) || NotInLabel.IndexOf(c) >= 0))
            report.Structure(label, state.Name, state.Title, "has a 'Label' with a blank, a wildcard, a bracket or another character that names of executions do not have");
    }

    /// <summary>`s3:getObject` of `arn:aws:states:::s3:getObject`; null when it is unknown.</summary>
    private static string? ResourceAction(JsonNode? resource)
    {
        if (resource is not JsonString { Value: var arn } || Placeholders.IsIn(arn))
            return null;
        var at = arn.IndexOf(":::", StringComparison.Ordinal);
        return at < 0 ? arn : arn.Substring(at + 3);
    }
}
