namespace Serverless.Model.Validation.StateMachines;

/// <summary>SVLS2001: names of states, and a heartbeat that could never be missed before the timeout.</summary>
internal static class StateNameRules
{
    private const int LongestName = 80;

    public static void Check(State state, List<Fault> faults)
    {
        if (state.Name.Length is 0 or > LongestName || state.Name.Any(char.IsControl))
            faults.Add(Fault.Of(RuleIds.ValueOutOfRange, state.PlaceOf(Parts.Name), "the state's name", "'" + state.Name + "'", "1 to 80 characters without control characters"));
        if (state is not TaskState { HeartbeatSeconds: AslNumber heartbeat } task || !Parse(heartbeat, out var beat))
            return;
        if (task.TimeoutSeconds is AslNumber timeout && Parse(timeout, out var limit) && beat >= limit)
            faults.Add(Fault.Of(RuleIds.ValueOutOfRange, state.PlaceOf(Parts.Heartbeat), "the heartbeat", heartbeat.Text + " s", $"less than the task's timeout, which is {timeout.Text} s"));
    }

    private static bool Parse(AslNumber number, out long value) =>
        long.TryParse(number.Text, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out value);
}
