using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>
/// Parallel and Map. A branch is named by its first state here; the states behind it are gathered when all transitions are known.
/// </summary>
internal static class ContainerReader
{
    private const int DefaultConcurrency = 10;

    private static readonly string[] Distributed = ["Distributed", "Batch", "Tolerate", "WriteResults"];

    public static State? ReadParallel(StateDraft draft)
    {
        var elements = StateChain.Elements(draft.Chain.Factory, 0);
        if (elements.IsEmpty)
        {
            draft.Unreadable(draft.Chain.Factory, "name the first state of at least one branch with nameof");
            return null;
        }

        var branches = new List<StateGraph>();
        foreach (var element in elements)
        {
            if (draft.Target(element, Parts.Branch(branches.Count)) is { } start)
                branches.Add(new StateGraph(start, default));
        }

        AslData? arguments = null;
        ITypeSymbol? argumentType = null;
        if (draft.Chain.Find("Arguments") is { } call)
            arguments = draft.Data(StateChain.Argument(call, 0), out argumentType, DataRoot.Input);
        draft.Types = draft.Types with { ChildInput = argumentType, PassesInputToChildren = arguments is null };
        draft.Result = [.. branches.Select(static (_, i) => DataRoot.Branch(i))];
        return new ParallelState
        {
            Name = draft.Member.StateName,
            Declaration = draft.Member.Declaration,
            Branches = branches.ToEquatableArray(),
            Arguments = arguments,
            Assign = draft.Assignments(),
            Output = ReadOutput(draft),
            Next = draft.Next(),
        };
    }

    public static State? ReadMap(StateDraft draft)
    {
        foreach (var name in Distributed)
        {
            if (draft.Chain.Find(name) is { } unsupported)
                draft.NotEmitted(unsupported, name);
        }

        var items = draft.Expression(draft.FactoryArgument(0), DataRoot.Input);
        if (draft.Target(draft.FactoryArgument(1), Parts.Branch(0)) is not { } start || items is null)
            return null;
        var itemType = draft.Chain.Factory.TargetMethod.TypeArguments[1];
        AslData? selector = null;
        if (draft.Chain.Find("Select") is { } select)
        {
            selector = draft.Data(StateChain.Argument(select, 0), out var selected,
                DataRoot.Item, DataRoot.ItemIndex);
            itemType = selected ?? itemType;
        }

        draft.Types = draft.Types with { ChildInput = itemType };
        draft.Result = [DataRoot.Result];
        var concurrency = draft.Number("MaxConcurrency", 0, int.MaxValue, "items") ?? DefaultConcurrency;
        return new MapState
        {
            Name = draft.Member.StateName,
            Declaration = draft.Member.Declaration,
            Processor = new StateGraph(start, default),
            Items = items,
            ItemSelector = selector,
            MaxConcurrency = new AslNumber(concurrency.ToString(CultureInfo.InvariantCulture)),
            Assign = draft.Assignments(),
            Output = ReadOutput(draft),
            Next = draft.Next(),
        };
    }

    private static AslData? ReadOutput(StateDraft draft)
    {
        if (draft.Chain.Find("Output") is not { } call)
            return null;
        var output = draft.Data(StateChain.Argument(call, 0), out var type, draft.Result);
        draft.Types = draft.Types with { Output = type };
        return output;
    }
}
