using System.Globalization;
using Serverless.Model.Json;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Model.Validation.Definitions;

/// <summary>SVLS2311: order and names of retriers and catchers. SVLS2317: their fields.</summary>
internal static class RetryCatchChecks
{
    private const string AllErrors = "States.ALL";

    public static void Check(DefinitionState state, DefinitionReport report)
    {
        if (state.Type is not ("Task" or "Parallel" or "Map"))
            return;
        CheckList(state, "Retry", report);
        CheckList(state, "Catch", report);
    }

    private static void CheckList(DefinitionState state, string field, DefinitionReport report)
    {
        if (state.Body[field] is not JsonArray rules)
            return;
        var isRetry = field == "Retry";
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Count; i++)
        {
            var subject = $"{(isRetry ? "Retrier" : "Catcher")} {(i + 1).ToString(CultureInfo.InvariantCulture)} of '{state.Name}'";
            if (Placeholders.Hides(rules[i]))
                continue;
            if (rules[i] is not JsonObject rule)
            {
                report.Structure(rules[i], state.Name, subject, "is no object");
                continue;
            }

            FieldChecks.Check(rule, isRetry ? DefinitionFields.Retrier : DefinitionFields.Catcher, subject, state.Name, state.Language, report);
            if (isRetry)
                CheckDelay(rule, subject, state, report);
            if (rule["ErrorEquals"] is JsonArray errors)
                CheckErrors(errors, i == rules.Count - 1, isRetry, subject, taken, state, report);
        }
    }

    private static void CheckErrors(JsonArray errors, bool isLast, bool isRetry, string subject, HashSet<string> taken, DefinitionState state, DefinitionReport report)
    {
        var isDead = errors.Count > 0 && errors.All(e => e is JsonString text && taken.Contains(text.Value));
        if (errors.Count == 0)
            report.Structure(errors, state.Name, subject, "names no error in 'ErrorEquals'");
        foreach (var item in errors)
        {
            if (Placeholders.Hides(item))
                continue;
            if (item is not JsonString { Value: var error })
            {
                report.Structure(item, state.Name, subject, "has an error in 'ErrorEquals' that is no text");
                continue;
            }

            if (error == AllErrors && (errors.Count > 1 || !isLast))
            {
                Report(DefinitionSeverity.Error, item, errors.Count > 1
                    ? "States.ALL stands alone: it already covers the other errors"
                    : "States.ALL must be the last one, because nothing behind it is ever tried");
            }
            else if (RetryCatchRules.ReservedProblem(error) is { } problem && !IsRaised(error, state))
            {
                Report(DefinitionSeverity.Warning, item, problem);
            }
            else if (error.Length == 0)
            {
                Report(DefinitionSeverity.Error, item, "an error's name is empty");
            }
            else if (isRetry && error == "States.Runtime")
            {
                Report(DefinitionSeverity.Warning, item, "States.Runtime is never retried");
            }
            else if (!taken.Add(error))
            {
                Report(isDead ? DefinitionSeverity.Warning : DefinitionSeverity.Info, item, $"an earlier {(isRetry ? "retrier" : "catcher")} already takes '{error}'");
                if (isDead)
                    return;
            }
        }

        void Report(DefinitionSeverity severity, JsonNode at, string problem) => report.Add(severity, RuleIds.RetryCatchRule, at, state.Name, problem);
    }

    /// <summary>A Fail state of the machine raises the error: the name is a bad choice, but it occurs.</summary>
    private static bool IsRaised(string error, DefinitionState state) =>
        state.Machine.AllStates.Any(s => s.Type == "Fail" && s.Body["Error"] is JsonString raised && (raised.Value == error || JsonataText.IsExpression(raised.Value)));

    private static void CheckDelay(JsonObject rule, string subject, DefinitionState state, DefinitionReport report)
    {
        if (rule["MaxDelaySeconds"] is JsonNumber delay && delay.TryGetInt64(out var most) && most >= 1
            && most <= (rule["IntervalSeconds"] is JsonNumber interval ? interval.TryGetInt64(out var first) ? first : 0 : 1))
        {
            report.Structure(delay, state.Name, subject, $"has a 'MaxDelaySeconds' that is refused: {delay.Text} is not more than its 'IntervalSeconds'");
        }
    }
}
