using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Containers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>`State.Task` and `State.Function`, and what every task has.</summary>
internal static class TaskReader
{
    private const int LongestTimeout = 99_999_999;

    public static State? ReadTask(StateDraft draft)
    {
        if (draft.Text(draft.FactoryArgument(0)) is not { } resource)
            return null;
        draft.Places.Add(new Place(Parts.Resource, draft.Chain.PlaceOf(draft.FactoryArgument(0)!.Syntax)));
        draft.Places.Add(new Place(Parts.Arguments, draft.Chain.PlaceOf((draft.FactoryArgument(1) ?? draft.FactoryArgument(0))!.Syntax)));
        draft.Places.AddRange(ArgumentPlaces.Of(draft.FactoryArgument(1)?.Syntax, draft.Chain));
        draft.Result = [DataRoot.Result];
        if (draft.Chain.Find("WaitForTaskToken") is { } wait)
        {
            draft.Scope.Report(
                RuleIds.SettingsExclude, draft.Chain.PlaceOf(StateDraft.NameOf(wait)), "WaitForTaskToken()", "State.Task", "the resource of a service says itself how it is called: write '.waitForTaskToken' behind it");
        }

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
            draft.Scope.Report(RuleIds.ForeignProject, draft.Chain.PlaceOf(StateDraft.NameOf(draft.Chain.Factory)), owner.Name, owner.ContainingAssembly?.Name ?? "another assembly");
            return null;
        }

        if (owner.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(IsFunction) is not { } method)
        {
            draft.Unreadable(draft.FactoryArgument(0)!, $"'{owner.Name}' has no function '{name}'; a method becomes one by [ServerlessFunction] or [TaskState]");
            return null;
        }

        var waits = draft.Chain.Find("WaitForTaskToken") is not null;
        var place = draft.Chain.PlaceOf(StateDraft.NameOf(draft.Chain.Factory));
        draft.Places.Add(new Place(Parts.Resource, place));
        draft.Places.Add(new Place(Parts.Arguments, draft.FactoryArgument(1) is { } given ? draft.Chain.PlaceOf(given.Syntax) : place));
        draft.Result = [waits ? DataRoot.Result : DataRoot.FunctionResult];
        var payload = draft.FactoryArgument(1) is { } lambda
            ? draft.Data(lambda, DataRoot.Input)
            : TaskMethodReader.PayloadOf(BindParameters(draft, method), draft.Scope);
        draft.Types = draft.Types with { Output = waits ? null : TaskMethodReader.ResultOf(method) };
        return Complete(draft, new TaskState
        {
            Name = draft.Member.StateName,
            Declaration = draft.Member.Declaration,
            Function = TaskMethodReader.FunctionIdOf(method),
            Resource = waits ? TaskMethodReader.CallbackResource : null,
            Arguments = payload,
            Output = waits ? null : TaskMethodReader.DefaultOutput(draft.Scope),
            RetryServiceErrors = true,
        });
    }

    private static DataBinding BindParameters(StateDraft draft, IMethodSymbol method)
    {
        var binding = new DataBinding(draft.Scope, draft.Member.StateName, _ => draft.Member.Declaration, DataRoot.Input)
            .Bind(method.Parameters.Where(static p => !DataBinding.IsService(p)).ToImmutableArray());
        draft.Places.AddRange(binding.Uses);
        draft.Types = draft.Types with { Input = binding.MainParameter?.Type, InputPlace = draft.Member.Declaration };
        return binding;
    }

    private static bool IsFunction(IMethodSymbol method) => !FargateTaskReader.IsContainer(method) && method.GetAttributes().Any(static a =>
        a.AttributeClass is { Name: "ServerlessFunctionAttribute" or "TaskStateAttribute" or "HttpRouteAttribute" } type
        && type.ContainingNamespace.ToDisplayString().StartsWith("Serverless", StringComparison.Ordinal));

    /// <summary>What all tasks have: limits, role, result, the next state.</summary>
    public static TaskState Complete(StateDraft draft, TaskState task) => task with
    {
        CredentialsRole = Role(draft),
        TimeoutSeconds = Seconds(draft, "Timeout"),
        HeartbeatSeconds = Seconds(draft, "Heartbeat"),
        Next = draft.Next(),
        Assign = draft.Assignments(),
        Output = draft.Output() ?? task.Output,
    };

    private static AwsValue? Role(StateDraft draft)
    {
        if (draft.Chain.Find("Credentials") is not { } call || draft.Text(StateChain.Argument(call, 0)) is not { } role)
            return null;
        return draft.Scope.Value(role, draft.Chain.PlaceOf(StateChain.Argument(call, 0)!.Syntax));
    }

    /// <summary>A constant number of seconds, or a lambda that yields a TimeSpan or such a number.</summary>
    private static AslData? Seconds(StateDraft draft, string call)
    {
        if (draft.Chain.Find(call) is not { } invocation || StateChain.Argument(invocation, 0) is not { } argument)
            return null;
        draft.Places.Add(new Place(call, draft.Chain.PlaceOf(argument.Syntax)));
        if (invocation.TargetMethod.Parameters[0].Type.SpecialType == SpecialType.System_Int32)
        {
            var place = draft.Chain.PlaceOf(argument.Syntax) with { Argument = call };
            return draft.Constant<int>(argument) is { } seconds ? StateDraft.NumberOf(draft.Scope.InRange(seconds, 1, LongestTimeout, "s", place)) : null;
        }

        return draft.Open(argument, DataRoot.Input) is not { } lambda ? null
            : lambda.ReturnType.Name == "TimeSpan" ? lambda.Translator.Seconds(lambda.Body)
            : lambda.Translator.Value(lambda.Body);
    }
}
