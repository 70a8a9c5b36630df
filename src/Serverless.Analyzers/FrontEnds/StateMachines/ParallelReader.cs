using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Parallel. A branch is named by its first state here; the states behind it are gathered when all transitions are known.</summary>
internal static class ParallelReader
{
    public static State? Read(StateDraft draft)
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
            Output = draft.Output(),
            Next = draft.Next(),
        };
    }
}
