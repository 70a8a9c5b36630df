using System.Globalization;

namespace Serverless.Model.Validation.StateMachines;

/// <summary>
/// SVLS1002, 1003 and 1004 of machines in C#: hazards of what can be deployed as it is. SVLS1001 cannot occur: every machine has a timeout. Asked by the analyzer alone:
/// nothing of it decides what is generated.
/// </summary>
internal static class MachineHazards
{
    private const string Callback = ".waitForTaskToken";

    public static IEnumerable<Fault> Of(Application application)
    {
        foreach (var machine in application.StateMachines)
        {
            // A callback in an Express machine is another fault.
            foreach (var fault in Of(machine.Graph, machine.TimeoutSeconds, application))
            {
                if (fault.RuleId != RuleIds.CallbackWithoutHeartbeat || machine.Type == WorkflowType.Standard)
                    yield return fault;
            }
        }
    }

    /// <param name="graph">The graph.</param>
    /// <param name="limit">Seconds of the execution it runs in; null = the children of a distributed Map, whose executions have no limit of their own.</param>
    /// <param name="application">The functions.</param>
    private static IEnumerable<Fault> Of(StateGraph graph, int? limit, Application application)
    {
        foreach (var state in graph.States)
        {
            if (state is TaskState task)
            {
                foreach (var fault in Heartbeat(task).Concat(Retries(task)).Concat(Timeouts(task, limit, application)))
                    yield return fault;
            }

            var inner = state is MapState { Distributed: { } distributed } ? distributed.Children == WorkflowType.Express ? 300 : (int?)null : limit;
            foreach (var fault in Transitions.GraphsOf(state).SelectMany(g => Of(g, inner, application)))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> Heartbeat(TaskState task)
    {
        if (task.HeartbeatSeconds is not null || task.Resource?.EndsWith(Callback, StringComparison.Ordinal) != true)
            yield break;
        yield return new Fault(
            RuleIds.CallbackWithoutHeartbeat, task.PlaceOf(Parts.Resource), EquatableArray.Of(task.Name, task.Function is null ? "Heartbeat" : "HeartbeatSeconds"), IsInfo: task.TimeoutSeconds is not null);
    }

    private static IEnumerable<Fault> Retries(TaskState task)
    {
        if (task.Function is null || task.RetryServiceErrors || task.Retry.Any(static r => r.Errors.Any(LambdaServiceErrors.Has)))
            yield break;
        yield return new Fault(
            RuleIds.NoServiceRetry, task.PlaceOf(Parts.Setting("RetryServiceErrors")), EquatableArray.Of(task.Name, "leave RetryServiceErrors at its default, or name them in [Retry]"), IsInfo: true);
    }

    private static IEnumerable<Fault> Timeouts(TaskState task, int? limit, Application application)
    {
        if (task.TimeoutSeconds is not AslNumber number || !int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            yield break;

        // The default of a state is not somebody's decision.
        if (limit is { } most && seconds > most && task.Places.Any(static p => p.Part == Parts.Setting("TimeoutSeconds")))
            yield return Disagree(task.PlaceOf(Parts.Setting("TimeoutSeconds")), task, $"may take {number.Text} s, and its execution ends after {Text(most)} s; its own timeout never acts");
        if (task.Function is { } id && task.Resource is null && application.Functions.FirstOrDefault(f => f.LogicalId == id) is { Settings: { TimeoutAt: { } at, Timeout: var runs } } && runs > seconds)
            yield return Disagree(at, task, $"gives up after {number.Text} s, and its function runs, and is billed, for up to {Text(runs)} s; give the function {number.Text} s or the state more");
    }

    private static Fault Disagree(DeclarationRef at, TaskState task, string problem) => new(RuleIds.TimeoutsDisagree, at, EquatableArray.Of(task.Name, problem), IsWarning: true);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
