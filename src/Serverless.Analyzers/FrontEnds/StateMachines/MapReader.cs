using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Map over the state's data, inline or distributed, and over S3. The processor is named by its first state here.</summary>
internal static class MapReader
{
    private const string DefaultConcurrency = "10";
    private const string Namespace = "Serverless.StepFunctions.";

    /// <summary>`State.Map`.</summary>
    public static State? ReadItems(StateDraft draft)
    {
        var items = draft.Expression(draft.FactoryArgument(0), DataRoot.Input);
        if (draft.Target(draft.FactoryArgument(1), Parts.Branch(0)) is not { } start || items is null)
            return null;
        return Read(draft, start, items, null, draft.Chain.Factory.TargetMethod.TypeArguments[1]);
    }

    /// <summary>`State.MapObjects`, `MapFile`, `MapManifest`.</summary>
    public static State? ReadObjects(StateDraft draft)
    {
        var reader = ItemReaderReader.Read(draft);
        var processor = draft.Chain.Factory.TargetMethod.Parameters.Length - 1;
        if (draft.Target(draft.FactoryArgument(processor), Parts.Branch(0)) is not { } start || reader is null)
            return null;
        return Read(draft, start, null, reader, ItemReaderReader.ItemTypeOf(reader, draft));
    }

    private static MapState Read(StateDraft draft, string start, AslData? items, ItemReader? reader, ITypeSymbol? itemType)
    {
        AslData? selector = null;
        if (draft.Chain.Find("Select") is { } select)
        {
            selector = draft.Data(StateChain.Argument(select, 0), out var selected, DataRoot.Item, DataRoot.ItemIndex);
            itemType = selected ?? itemType;
        }

        var concurrency = draft.Number("MaxConcurrency") ?? new AslNumber(DefaultConcurrency);
        var distributed = DistributedMapReader.Read(draft, reader, out var batchInput);
        draft.Types = draft.Types with { ChildInput = distributed?.Batcher is null ? itemType : BatchOf(itemType, batchInput, draft) };
        draft.Result = [DataRoot.Result];
        if (distributed?.Writer is { Location: not null })
            draft.Types = draft.Types with { Output = draft.Scope.Reading.Types[Namespace + "MapRunResult"] };
        return new MapState
        {
            Name = draft.Member.StateName,
            Declaration = draft.Member.Declaration,
            Processor = new StateGraph(start, default),
            Items = items,
            ItemSelector = selector,
            MaxConcurrency = concurrency,
            Distributed = distributed,
            Assign = draft.Assignments(),
            Output = draft.Output(),
            Next = draft.Next(),
        };
    }

    /// <summary>The children's input when several items go to one.</summary>
    private static ITypeSymbol? BatchOf(ITypeSymbol? item, ITypeSymbol? batchInput, StateDraft draft)
    {
        if (item is null)
            return null;
        return batchInput is null
            ? draft.Scope.Reading.Types[Namespace + "ItemBatch`1"]?.Construct(item)
            : draft.Scope.Reading.Types[Namespace + "ItemBatch`2"]?.Construct(item, batchInput);
    }
}
