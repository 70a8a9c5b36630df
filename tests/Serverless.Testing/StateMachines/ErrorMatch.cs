using System.Text.Json.Nodes;

namespace Serverless.Testing.StateMachines;

/// <summary>Which errors a retrier or catcher means.</summary>
internal static class ErrorMatch
{
    /// <summary>`States.ALL` leaves out the two errors that nothing catches; `States.TaskFailed` leaves out timeouts.</summary>
    public static bool Matches(JsonObject rule, string error)
    {
        foreach (var name in rule["ErrorEquals"]!.AsArray().Select(static n => n!.GetValue<string>()))
        {
            if (name == error
                || (name == "States.ALL" && error is not ("States.DataLimitExceeded" or "States.Runtime"))
                || (name == "States.TaskFailed" && error is not ("States.Timeout" or "States.DataLimitExceeded" or "States.Runtime")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Seconds before retry number <paramref name="attempt"/> (from 1), without jitter.</summary>
    public static double Pause(JsonObject retrier, int attempt)
    {
        var interval = retrier["IntervalSeconds"]?.GetValue<double>() ?? 1;
        var rate = retrier["BackoffRate"]?.GetValue<double>() ?? 2;
        var longest = retrier["MaxDelaySeconds"]?.GetValue<double>() ?? double.MaxValue;
        return Math.Min(longest, interval * Math.Pow(rate, attempt - 1));
    }
}
