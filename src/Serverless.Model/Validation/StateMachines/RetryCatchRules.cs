namespace Serverless.Model.Validation.StateMachines;

/// <summary>SVLS2311: the order of retriers and catchers, and names of errors that cannot occur. SVLS2001: their numbers.</summary>
internal static class RetryCatchRules
{
    private const string AllErrors = "States.ALL";
    private const int LongestInterval = 99_999_999;
    private const int LongestDelay = 31_622_400;

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        AllErrors, "States.TaskFailed", "States.Timeout", "States.HeartbeatTimeout", "States.Permissions", "States.ResultPathMatchFailure",
        "States.ParameterPathFailure", "States.BranchFailed", "States.NoChoiceMatched", "States.IntrinsicFailure", "States.QueryEvaluationError",
        "States.ExceedToleratedFailureThreshold", "States.ItemReaderFailed", "States.ResultWriterFailed", "States.DataLimitExceeded", "States.Runtime",
        "States.Http.Socket",
    };

    public static void Check(State state, List<Fault> faults)
    {
        for (var i = 0; i < state.Retry.Count; i++)
        {
            var place = state.PlaceOf(Parts.Retry(i));
            CheckErrors(state.Retry[i].Errors, i == state.Retry.Count - 1, isRetry: true, place, faults);
            CheckNumbers(state.Retry[i], place, faults);
        }

        for (var i = 0; i < state.Catch.Count; i++)
            CheckErrors(state.Catch[i].Errors, i == state.Catch.Count - 1, isRetry: false, RuleOf(state, i), faults);
        CheckRepeated(state, faults);
    }

    /// <summary>Names that start with `States.` are those of Step Functions; null when the name is one of them, or somebody's own.</summary>
    public static string? ReservedProblem(string error)
    {
        if (!error.StartsWith("States.", StringComparison.Ordinal) || Reserved.Contains(error) || error.StartsWith("States.Http.StatusCode.", StringComparison.Ordinal))
            return null;
        var nearest = NearestName.Of(error, Reserved);
        return $"Step Functions has no error '{error}'" + (nearest is null ? "; names that start with 'States.' are its own" : $"; did you mean '{nearest}'?");
    }

    /// <summary>The place of a catcher is its target; a fault of the rule stands on the whole.</summary>
    private static DeclarationRef RuleOf(State state, int index) => state.PlaceOf(Parts.Catch(index)) with { Argument = null };

    private static void CheckErrors(EquatableArray<string> errors, bool isLast, bool isRetry, DeclarationRef place, List<Fault> faults)
    {
        if (errors.Contains(AllErrors) && errors.Count > 1)
            Report(faults, place, "States.ALL stands alone: it already covers the other errors");
        else if (errors.Contains(AllErrors) && !isLast)
            Report(faults, place, "States.ALL must be the last one, because nothing behind it is ever tried");
        foreach (var error in errors)
        {
            if (ReservedProblem(error) is { } problem)
            {
                Report(faults, place, problem);
            }
            else if (isRetry && error == "States.Runtime")
            {
                Report(faults, place, "States.Runtime is never retried");
            }
            else if (error.Length == 0)
            {
                Report(faults, place, "an error's name is empty");
            }
        }
    }

    /// <summary>A name that an earlier rule has already never gets to the later one.</summary>
    private static void CheckRepeated(State state, List<Fault> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < state.Catch.Count; i++)
        {
            foreach (var error in state.Catch[i].Errors)
            {
                if (!seen.Add(error))
                    Report(faults, RuleOf(state, i), $"an earlier catcher already takes '{error}'");
            }
        }
    }

    private static void CheckNumbers(RetryRule rule, DeclarationRef place, List<Fault> faults)
    {
        void Range(string name, string value, string range) => faults.Add(Fault.Of(RuleIds.ValueOutOfRange, place with { Argument = name }, name, value, range));
        static string Text(double value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (rule.IntervalSeconds is < 1 or > LongestInterval)
            Range("IntervalSeconds", Text(rule.IntervalSeconds), "1 to 99,999,999 s");
        if (rule.MaxAttempts is < 0 or > LongestInterval)
            Range("MaxAttempts", Text(rule.MaxAttempts), "0 to 99,999,999");
        if (!(rule.BackoffRate >= 1.0))
            Range("BackoffRate", Text(rule.BackoffRate), "1.0 or more");
        if (rule.MaxDelaySeconds is < 1 or > LongestDelay)
            Range("MaxDelaySeconds", Text(rule.MaxDelaySeconds.Value), "1 to 31,622,400 s");
        else if (rule.MaxDelaySeconds is { } delay && delay <= rule.IntervalSeconds)
            Range("MaxDelaySeconds", Text(delay), $"more than IntervalSeconds, which is {Text(rule.IntervalSeconds)} s");
    }

    private static void Report(List<Fault> faults, DeclarationRef place, string reason) => faults.Add(Fault.Of(RuleIds.RetryCatchRule, place, reason));
}
