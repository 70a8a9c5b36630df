using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>The settings of a distributed Map: its children, batches, tolerated failures and what becomes of the results.</summary>
internal static class DistributedMapReader
{
    private static readonly string[] OfDistributed = ["Batch", "BatchInput", "Tolerate", "WriteResults", "FormatResults"];

    private static readonly string[] OfReader = ["MaxItems", "CsvHeaders", "CsvDelimiter", "ItemsPointer", "LoadAndFlatten"];

    private static readonly string[] Transformations = ["NONE", "COMPACT", "FLATTEN"];

    private static readonly string[] OutputTypes = ["JSON", "JSONL"];

    /// <summary>Null for an inline Map.</summary>
    /// <param name="draft">The state.</param>
    /// <param name="reader">Where its items are read; null = they are the state's data.</param>
    /// <param name="batchInput">Type of `BatchInput`.</param>
    public static DistributedMap? Read(StateDraft draft, ItemReader? reader, out ITypeSymbol? batchInput)
    {
        batchInput = null;
        var call = draft.Chain.Find("Distributed");
        if (reader is null)
            Refuse(draft, OfReader, "a map over the state's data", "only what State.MapObjects, State.MapFile or State.MapManifest read has it");
        if (call is null && reader is null)
        {
            Refuse(draft, OfDistributed, "an inline map", "add .Distributed(), which runs each item as an execution of its own");
            return null;
        }

        var label = call is null ? null : StateChain.Argument(call, 1);
        if (label is not null)
            draft.Places.Add(new Place(Parts.Setting("Label"), draft.Chain.PlaceOf(label.Syntax)));
        var distributed = new DistributedMap
        {
            Children = call is not null && draft.Constant<int>(StateChain.Argument(call, 0)) == 1 ? WorkflowType.Express : WorkflowType.Standard,
            Label = draft.Text(label),
            Reader = reader,
            Batcher = ReadBatcher(draft, out batchInput),
            ToleratedFailurePercentage = ReadPercentage(draft),
            ToleratedFailureCount = draft.Chain.Find("Tolerate") is { } tolerate ? NotZero(draft.Constant<int>(StateChain.Argument(tolerate, 1))) : null,
            Writer = ReadWriter(draft),
        };
        foreach (var setting in OfDistributed)
            draft.NotePlace(setting);
        return distributed;
    }

    private static void Refuse(StateDraft draft, string[] settings, string what, string reason)
    {
        foreach (var setting in settings)
        {
            if (draft.Chain.Find(setting) is { } call)
                draft.Scope.Report(RuleIds.SettingsExclude, draft.Chain.PlaceOf(StateDraft.NameOf(call)), setting, what, reason);
        }
    }

    private static ItemBatcher? ReadBatcher(StateDraft draft, out ITypeSymbol? type)
    {
        type = null;
        var batch = draft.Chain.Find("Batch");
        var input = draft.Chain.Find("BatchInput");
        if (batch is null && input is null)
            return null;
        return new ItemBatcher
        {
            MaxItemsPerBatch = draft.Number("Batch") is { } items and not AslNumber { Text: "0" } ? items : null,
            MaxInputBytesPerBatch = batch is null ? null : NotZero(draft.Constant<int>(StateChain.Argument(batch, 1))),
            BatchInput = input is null ? null : draft.Data(StateChain.Argument(input, 0), out type, DataRoot.Input),
        };
    }

    /// <summary>Without a limit by number, no percentage at all means none may fail; with one, it would take that back.</summary>
    private static AslData? ReadPercentage(StateDraft draft)
    {
        var percentage = draft.Number("Tolerate");
        var hasCount = draft.Chain.Find("Tolerate") is { } call && StateChain.Argument(call, 1) is not null;
        return hasCount && percentage is AslNumber { Text: "0" } ? null : percentage;
    }

    private static ResultWriter? ReadWriter(StateDraft draft)
    {
        var write = draft.Chain.Find("WriteResults");
        var format = draft.Chain.Find("FormatResults");
        if (write is null && format is null)
            return null;
        return new ResultWriter
        {
            Location = write is null ? null
                : write.TargetMethod.Parameters.Length == 1 ? draft.Data(StateChain.Argument(write, 0), DataRoot.Input)
                : ItemReaderReader.ReadLocation(draft, StateChain.Argument(write, 0), StateChain.Argument(write, 1), "Prefix"),
            Transformation = format is null ? null : Transformations.ElementAtOrDefault(draft.Constant<int>(StateChain.Argument(format, 0)) ?? 0),
            OutputType = format is null ? null : OutputTypes.ElementAtOrDefault(draft.Constant<int>(StateChain.Argument(format, 1)) ?? 0),
        };
    }

    private static AslNumber? NotZero(int? number) => number is 0 ? null : StateDraft.NumberOf(number);
}
