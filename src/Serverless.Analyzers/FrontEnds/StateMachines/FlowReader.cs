using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>States that do no work of their own: Pass, Choice, Wait, Succeed, Fail.</summary>
internal static class FlowReader
{
    public static State ReadPass(StateDraft draft)
    {
        var output = draft.Data(draft.FactoryArgument(0), out var type, DataRoot.Input);
        draft.Types = draft.Types with { Output = type, PassesThrough = draft.FactoryArgument(0) is null };
        return new PassState
        {
            Name = draft.Member.StateName,
            Declaration = draft.Member.Declaration,
            Output = output,
            Assign = draft.Assignments(),
            Next = draft.Next(),
        };
    }

    public static State ReadChoice(StateDraft draft)
    {
        draft.Types = draft.Types with { PassesThrough = true };
        var assign = draft.Assignments();
        var rules = new List<ChoiceRule>();
        foreach (var when in draft.Chain.All("When"))
        {
            var condition = draft.Condition(StateChain.Argument(when, 0));
            var next = draft.Target(StateChain.Argument(when, 1), Parts.Choice(rules.Count));
            if (condition is not null && next is not null)
                rules.Add(new ChoiceRule(condition, next, assign));
        }

        var otherwise = draft.Chain.Find("Otherwise") is { } call ? draft.Target(StateChain.Argument(call, 0), Parts.Default) : null;
        if (!draft.Chain.All("When").Any())
            draft.Unreadable(draft.Chain.Factory, "a choice needs at least one When");
        return new ChoiceState
        {
            Name = draft.Member.StateName,
            Declaration = draft.Member.Declaration,
            Choices = rules.ToEquatableArray(),
            Default = otherwise,
            Assign = assign,
        };
    }

    public static State? ReadWait(StateDraft draft)
    {
        draft.Types = draft.Types with { PassesThrough = true };
        var argument = draft.FactoryArgument(0)!;
        AslData? seconds;
        if (draft.Chain.Factory.TargetMethod.IsGenericMethod)
        {
            seconds = draft.Open(argument, DataRoot.Input) is { } lambda ? lambda.Translator.Seconds(lambda.Body) : null;
        }
        else
        {
            seconds = Jsonata.Durations.ConstantSeconds(argument) is { } constant ? new AslNumber(constant) : null;
            if (seconds is null)
                draft.Unreadable(argument, "a constant duration of whole seconds up to 99,999,999 is needed here, such as TimeSpan.FromMinutes(15)");
        }

        return seconds is null ? null : Wait(draft, WaitKind.Seconds, seconds);
    }

    public static State? ReadWaitUntil(StateDraft draft)
    {
        draft.Types = draft.Types with { PassesThrough = true };
        return draft.Expression(draft.FactoryArgument(0), DataRoot.Input) is { } moment ? Wait(draft, WaitKind.Timestamp, moment) : null;
    }

    public static State ReadSucceed(StateDraft draft) => new SucceedState
    {
        Name = draft.Member.StateName,
        Declaration = draft.Member.Declaration,
        Output = draft.Data(draft.FactoryArgument(0), DataRoot.Input),
    };

    public static State ReadFail(StateDraft draft) => new FailState
    {
        Name = draft.Member.StateName,
        Declaration = draft.Member.Declaration,
        Error = ReadFailText(draft, draft.FactoryArgument(0)),
        Cause = ReadFailText(draft, draft.FactoryArgument(1)),
    };

    /// <summary>Error and Cause are texts, never references to resources.</summary>
    private static AslData? ReadFailText(StateDraft draft, IOperation? argument)
    {
        if (argument is null or { ConstantValue: { HasValue: true, Value: null } })
            return null;
        if (argument.Type?.SpecialType == SpecialType.System_String)
            return draft.Text(argument) is { } text ? new AslText(text) : null;
        return draft.Open(argument, DataRoot.Input) is not { } lambda ? null
            : lambda.Body.ConstantValue is { HasValue: true, Value: string constant } ? new AslText(constant)
            : lambda.Translator.Value(lambda.Body);
    }

    private static WaitState Wait(StateDraft draft, WaitKind kind, AslData value) => new()
    {
        Name = draft.Member.StateName,
        Declaration = draft.Member.Declaration,
        Kind = kind,
        Value = value,
        Assign = draft.Assignments(),
        Next = draft.Next(),
    };
}
