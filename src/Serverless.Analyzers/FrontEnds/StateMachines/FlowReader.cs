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
            var part = Parts.Choice(rules.Count);
            var condition = draft.Condition(StateChain.Argument(when, 0));
            var next = draft.Target(StateChain.Argument(when, 1), part);
            var output = ReadWay(draft, StateChain.Argument(when, 2), part);
            if (condition is not null && next is not null)
                rules.Add(new ChoiceRule(condition, next, assign, output));
        }

        if (!draft.Chain.All("When").Any())
            draft.Unreadable(draft.Chain.Factory, "a choice needs at least one When");
        var otherwise = draft.Chain.Find("Otherwise");
        return new ChoiceState
        {
            Name = draft.Member.StateName,
            Declaration = draft.Member.Declaration,
            Choices = rules.ToEquatableArray(),
            Default = otherwise is null ? null : draft.Target(StateChain.Argument(otherwise, 0), Parts.Default),
            Assign = assign,
            Output = otherwise is null ? null : ReadWay(draft, StateChain.Argument(otherwise, 1), Parts.Default),
        };
    }

    /// <summary>What one way out of a Choice hands on, when that is not the input.</summary>
    private static AslData? ReadWay(StateDraft draft, IOperation? lambda, string part)
    {
        if (lambda is null)
            return null;
        var output = draft.Data(lambda, out var type, DataRoot.Input);
        draft.Types = draft.Types with { Ways = draft.Types.Ways.SetItem(part, type) };
        return output;
    }

    public static State? ReadWait(StateDraft draft)
    {
        draft.Types = draft.Types with { PassesThrough = true };
        var argument = draft.FactoryArgument(0)!;
        AslData? seconds;
        if (draft.Chain.Factory.TargetMethod.Parameters[0].Type.Name != "TimeSpan")
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
        var argument = draft.FactoryArgument(0)!;
        var moment = argument.Type?.SpecialType == SpecialType.System_String ? ReadMoment(draft, argument) : draft.Expression(argument, DataRoot.Input);
        return moment is null ? null : Wait(draft, WaitKind.Timestamp, moment);
    }

    /// <summary>RFC 3339 as Step Functions wants it: with T, and Z or an offset.</summary>
    private static AslText? ReadMoment(StateDraft draft, IOperation argument)
    {
        if (draft.Text(argument) is not { } text)
            return null;
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        var hasZone = text.Length > 0 && (text[text.Length - 1] == 'Z' || (text.Length > 6 && text[text.Length - 6] is '+' or '-'));
        if (hasZone && DateTimeOffset.TryParseExact(text, forms, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _))
            return new AslText(text);
        draft.Scope.Report(RuleIds.MalformedValue, draft.Chain.PlaceOf(argument.Syntax), text, "a moment is written as in RFC 3339, 2027-01-31T00:00:00Z");
        return null;
    }

    public static State ReadSucceed(StateDraft draft)
    {
        var output = draft.Data(draft.FactoryArgument(0), out var type, DataRoot.Input);
        draft.Types = draft.Types with { Output = type, PassesThrough = draft.FactoryArgument(0) is null };
        return new SucceedState { Name = draft.Member.StateName, Declaration = draft.Member.Declaration, Output = output };
    }

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
            : lambda.Translator.Data(lambda.Body);
    }

    private static WaitState Wait(StateDraft draft, WaitKind kind, AslData value) => new()
    {
        Name = draft.Member.StateName,
        Declaration = draft.Member.Declaration,
        Kind = kind,
        Value = value,
        Assign = draft.Assignments(),
        Output = draft.Output(),
        Next = draft.Next(),
    };
}
