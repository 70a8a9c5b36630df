using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>A `State` member: which kind of state its factory makes, and what all kinds share.</summary>
internal static class StateReader
{
    /// <summary>Null when the state cannot be emitted; faults say why.</summary>
    public static State? Read(MachineMember member, MachineScope scope)
    {
        var draft = new StateDraft(member, scope);
        var state = draft.Chain.Factory.TargetMethod.Name switch
        {
            "Task" => TaskReader.ReadTask(draft),
            "Function" => TaskReader.ReadFunction(draft),
            "Execution" => ExecutionReader.Read(draft),
            "Pass" => FlowReader.ReadPass(draft),
            "Choice" => FlowReader.ReadChoice(draft),
            "Wait" => FlowReader.ReadWait(draft),
            "WaitUntil" => FlowReader.ReadWaitUntil(draft),
            "Succeed" => FlowReader.ReadSucceed(draft),
            "Fail" => FlowReader.ReadFail(draft),
            "Parallel" => ParallelReader.Read(draft),
            "Map" => MapReader.ReadItems(draft),
            "MapObjects" or "MapFile" or "MapManifest" => MapReader.ReadObjects(draft),
            _ => null,
        };
        if (state is null)
            return null;
        state = PathFields.Complete(state, draft);
        scope.Types[member.StateName] = draft.Types;
        var symbol = member.Symbol;
        var isStep = state is TaskState or ParallelState or MapState;
        var retry = RetryCatchReader.ReadRetries(symbol, state is TaskState, scope, draft.Places);
        var @catch = RetryCatchReader.ReadCatches(symbol, scope, draft.Places);
        if (!isStep && (retry.Count > 0 || @catch.Count > 0))
        {
            scope.Report(RuleIds.RetryCatchRule, member.Declaration, $"only Task, Parallel and Map states have Retry and Catch, '{member.Name}' is another kind");
            (retry, @catch) = (default, default);
        }

        return state with
        {
            Comment = (draft.Chain.Find("Comment") is { } comment ? draft.Text(StateChain.Argument(comment, 0)) : null) ?? scope.Summary(symbol),
            Retry = retry,
            Catch = @catch,
            Raw = draft.Raw(),
            Places = draft.Places.ToEquatableArray(),
        };
    }
}
