using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>
/// An execution as text:
/// <code>
/// DocumentPipeline run-1: FAILED after 00:00:03 with DocumentFailed: The user was alerted.
/// input {"bucket":"b","key":"in/a.txt"}
/// +00:00:00 CheckFile (Task, lambda:invoke)
///             called with {…}
///             failed with TimeoutException, again after 00:00:01
///             output {…}
/// </code>
/// </summary>
internal static class Trace
{
    private const int LongestValue = 400;

    public static string Write(Execution execution)
    {
        var text = new StringBuilder();
        Write(text, execution, "");
        return text.ToString();
    }

    private static void Write(StringBuilder text, Execution execution, string indent)
    {
        text.Append(indent).Append(execution.Machine).Append(' ').Append(execution.Name).Append(": ").Append(StatusText(execution.Status)).Append(" after ").Append(Time(execution.Duration));
        if (execution.Status != ExecutionStatus.Succeeded)
            text.Append(" with ").Append(Error(execution.Error, execution.Cause));
        text.Append('\n');
        Line(text, indent, "input", execution.Input);
        foreach (var state in execution.States)
            Write(text, execution, state, indent);
        if (execution.Status == ExecutionStatus.Succeeded)
            Line(text, indent, "output", execution.OutputJson);
    }

    private static void Write(StringBuilder text, Execution execution, StateVisit state, string indent)
    {
        text.Append(indent).Append('+').Append(Time(state.Entered - execution.Started)).Append(' ');
        if (state.Path.Length > 0)
            text.Append(state.Path).Append('/');
        text.Append(state.Name).Append(" (").Append(state.Type);
        if (state.Resource is { } resource)
            text.Append(", ").Append(resource);
        text.Append(')');
        if (state is { Type: StateType.Wait, Exited: { } exited })
            text.Append(" waited ").Append(Time(exited - state.Entered));
        if (state.Type == StateType.Choice && state.Next is { } next)
            text.Append(" -> ").Append(next);
        text.Append('\n');
        var inner = indent + "    ";
        if (state.Arguments is not null)
            Line(text, inner, "called with", state.Arguments);
        foreach (var child in state.Executions)
            Write(text, child, inner);
        foreach (var attempt in state.FailedAttempts)
        {
            text.Append(inner).Append("failed with ").Append(Error(attempt.Error, attempt.Cause));
            if (attempt.Pause is { } pause)
                text.Append(", again after ").Append(Time(pause));
            else if (state.Next is { } target && state.Exited is not null)
                text.Append(", caught -> ").Append(target);
            text.Append('\n');
        }

        if (state.Assigned is { } assigned)
            Line(text, inner, "assigned", assigned);
        if (state.Exited is not null && state.Type is not (StateType.Choice or StateType.Wait or StateType.Fail))
            Line(text, inner, "output", state.Output);
    }

    private static void Line(StringBuilder text, string indent, string name, JsonNode? value) =>
        text.Append(indent).Append(name).Append(' ').Append(Cut(Json.Text(value))).Append('\n');

    private static string StatusText(ExecutionStatus status) => status == ExecutionStatus.TimedOut ? "TIMED_OUT" : status.ToString().ToUpperInvariant();

    private static string Error(string? error, string? cause) => string.IsNullOrEmpty(cause) ? error ?? "no error name" : $"{error}: {Cut(cause)}";

    private static string Cut(string text) => text.Length <= LongestValue ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, LongestValue)}… ({text.Length} characters)");

    private static string Time(TimeSpan time) => time.ToString(time.Milliseconds == 0 ? "c" : @"d\.hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
