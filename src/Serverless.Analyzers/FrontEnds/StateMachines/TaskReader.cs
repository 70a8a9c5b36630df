using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>`State.Task`, `State.Function`, `State.Execution`.</summary>
internal static class TaskReader
{
    private const int LongestTimeout = 99_999_999;

    public static State? ReadTask(StateDraft draft)
    {
        if (draft.Text(draft.FactoryArgument(0)) is not { } resource)
            return null;
        draft.Places.Add(new Place(Parts.Resource, draft.Chain.PlaceOf(draft.FactoryArgument(0)!.Syntax)));
        draft.Places.Add(new Place(Parts.Arguments, draft.Chain.PlaceOf((draft.FactoryArgument(1) ?? draft.FactoryArgument(0))!.Syntax)));
        draft.Result = [DataRoot.Result];
        return Complete(draft, new TaskState
        {
            Name = draft.Member.StateName,
            Declaration = draft.Member.Declaration,
            Resource = resource,
            Arguments = draft.Data(draft.FactoryArgument(1), DataRoot.Input),
        });
    }

    public static State? ReadFunction(StateDraft draft)
    {
        var owner = draft.Chain.Factory.TargetMethod.TypeArguments[0];
        if (draft.Text(draft.FactoryArgument(0)) is not { } name)
            return null;
        if (!SymbolEqualityComparer.Default.Equals(owner.ContainingAssembly, draft.Scope.Type.ContainingAssembly))
        {
            draft.Scope.Report(RuleIds.ForeignProject, draft.Chain.PlaceOf(StateDraft.NameOf(draft.Chain.Factory)), owner.Name);
            return null;
        }

        if (owner.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(IsFunction) is not { } method)
        {
            draft.Unreadable(draft.FactoryArgument(0)!, $"'{owner.Name}' has no function '{name}'; a method becomes one by [ServerlessFunction] or [TaskState]");
            return null;
        }

        draft.Result = [DataRoot.FunctionResult];
        var payload = draft.FactoryArgument(1) is { } lambda
            ? draft.Data(lambda, DataRoot.Input)
            : TaskMethodReader.PayloadOf(BindParameters(draft, method), draft.Scope);
        draft.Types = draft.Types with { Output = TaskMethodReader.ResultOf(method) };
        return Complete(draft, new TaskState
        {
            Name = draft.Member.StateName,
            Declaration = draft.Member.Declaration,
            Function = TaskMethodReader.FunctionIdOf(method),
            Arguments = payload,
            Output = TaskMethodReader.DefaultOutput(draft.Scope),
            RetryServiceErrors = true,
        });
    }

    public static State? ReadExecution(StateDraft draft)
    {
        draft.NotEmitted(draft.Chain.Factory, "State.Execution");
        return null;
    }

    private static DataBinding BindParameters(StateDraft draft, IMethodSymbol method)
    {
        var binding = new DataBinding(draft.Scope, draft.Member.StateName, _ => draft.Member.Declaration, DataRoot.Input)
            .Bind(method.Parameters.Where(static p => !DataBinding.IsService(p)).ToImmutableArray());
        draft.Places.AddRange(binding.Uses);
        draft.Types = draft.Types with { Input = binding.MainParameter?.Type, InputPlace = draft.Member.Declaration };
        return binding;
    }

    private static bool IsFunction(IMethodSymbol method) => method.GetAttributes().Any(static a =>
        a.AttributeClass is { Name: "ServerlessFunctionAttribute" or "TaskStateAttribute" or "HttpRouteAttribute" } type
        && type.ContainingNamespace.ToDisplayString().StartsWith("Serverless", StringComparison.Ordinal));

    private static TaskState Complete(StateDraft draft, TaskState task)
    {
        if (draft.Chain.Find("Credentials") is { } credentials)
            draft.NotEmitted(credentials, "Credentials");
        if (draft.Chain.Find("Heartbeat") is { } heartbeat)
            draft.Places.Add(new Place(Parts.Heartbeat, draft.Chain.PlaceOf(heartbeat.Arguments[0].Syntax)));
        var output = draft.Chain.Find("Output") is { } call ? draft.Data(StateChain.Argument(call, 0), out var type, draft.Result) : Same(draft.Types.Output, out type);
        draft.Types = draft.Types with { Output = type };
        return task with
        {
            Next = draft.Next(),
            Assign = draft.Assignments(),
            Output = output ?? task.Output,
            TimeoutSeconds = Seconds(draft, "Timeout"),
            HeartbeatSeconds = Seconds(draft, "Heartbeat"),
        };
    }

    private static AslData? Same(ITypeSymbol? known, out ITypeSymbol? type)
    {
        type = known;
        return null;
    }

    private static AslNumber? Seconds(StateDraft draft, string call) =>
        draft.Number(call, 1, LongestTimeout, "s") is { } seconds ? new AslNumber(seconds.ToString(CultureInfo.InvariantCulture)) : null;
}
