using System.Globalization;
using Serverless.Model;

namespace Serverless.Artifacts.Pictures;

/// <summary>The line below a state's name: what it runs, waits for or ends with.</summary>
internal static class StateDetail
{
    private const int Longest = 40;

    public static string? Of(State state) => Text(state) is { Length: > 0 } text ? ConditionText.Shorten(text, Longest) : null;

    private static string? Text(State state) => state switch
    {
        // A function of the machine's own class is named after the state: to say it twice would only make the box wide.
        TaskState { Function: { } function } => (function.EndsWith(state.Name, StringComparison.Ordinal) ? "Lambda" : "Lambda · " + function) + (IsCallback(state) ? ", waits for its token" : ""),
        TaskState { Resource: { } resource } => resource,
        WaitState { Kind: WaitKind.Seconds, Value: AslNumber seconds } => Duration(seconds.Text),
        WaitState { Kind: WaitKind.Seconds } => "for a computed time",
        WaitState => "until a moment",
        FailState { Error: AslText error } => error.Value,
        FailState => "computed error",
        ParallelState parallel => $"Parallel · {parallel.Branches.Count.ToString(CultureInfo.InvariantCulture)} branches",
        MapState { Distributed: { } distributed } map => (distributed.Children == WorkflowType.Express ? "Distributed Map, Express · " : "Distributed Map · ") + Concurrency(map),
        MapState map => "Map · " + Concurrency(map),
        _ => null,
    };

    private static bool IsCallback(State state) => state is TaskState { Resource: { } resource } && resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal);

    private static string Concurrency(MapState map) => map.MaxConcurrency is AslNumber { Text: not "0" } number ? $"{number.Text} at a time" : "for each item";

    private static string Duration(string seconds)
    {
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return seconds + " s";
        var (count, unit) = value switch
        {
            > 0 when value % 86_400 == 0 => (value / 86_400, "d"),
            > 0 when value % 3_600 == 0 => (value / 3_600, "h"),
            > 0 when value % 60 == 0 => (value / 60, "min"),
            _ => (value, "s"),
        };
        return count.ToString(CultureInfo.InvariantCulture) + " " + unit;
    }
}
