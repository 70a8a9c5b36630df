using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>Who answers a call: the test, a function of the application, another machine.</summary>
internal static class TaskWork
{
    /// <summary>The service's answer, as the state sees it.</summary>
    /// <exception cref="StateFailure">The task failed.</exception>
    /// <exception cref="UnansweredTaskException">Nobody answers.</exception>
    public static async Task<JsonNode?> RunAsync(MachineExecution execution, Visit visit, TaskResource resource, TaskCall call, JsonNode? arguments)
    {
        var runner = execution.Runner;
        var isInvoke = resource is { Kind: TaskResourceKind.Integration, Name: "lambda:invoke" };
        if (runner.FindAnswer(call) is { } answer)
        {
            var given = await GiveAsync(execution, answer, call);
            return isInvoke && answer.Kind == AnswerKind.Work ? Envelope(given) : given;
        }

        if (call.Function is { } name && runner.Functions.Find(name) is { } function)
        {
            var payload = await function.InvokeAsync(execution, call);
            return isInvoke ? Envelope(payload) : payload;
        }

        return NestedExecution.IsOne(resource) ? await NestedExecution.RunAsync(execution, visit, resource, call, arguments)
            : TokenActions.IsOne(resource) ? TokenActions.Run(runner, resource, arguments)
            : throw Unanswered(visit, resource, call);
    }

    /// <summary>True when somebody makes the call itself.</summary>
    public static bool IsAnswered(MachineExecution execution, TaskResource resource, TaskCall call) =>
        execution.Runner.FindAnswer(call) is not null
        || (call.Function is { } name && execution.Runner.Functions.Find(name) is not null)
        || NestedExecution.IsOne(resource);

    /// <summary>Asks the test for its answer.</summary>
    public static async Task<JsonNode?> GiveAsync(MachineExecution execution, Answer answer, TaskCall call)
    {
        try
        {
            var result = await execution.Scheduler.CallAsync(() => answer.GiveAsync(call), call.Cancelled);
            return execution.Runner.Node(result);
        }
        catch (TaskFailedException failure)
        {
            throw new StateFailure(failure.Error, failure.Cause) { Alias = failure.Error == ErrorNames.HeartbeatTimeout ? ErrorNames.Timeout : null };
        }
    }

    public static UnansweredTaskException Unanswered(Visit visit, TaskResource resource, TaskCall call)
    {
        var what = call.Function is { } function ? $"the function '{function}'" : resource.Kind == TaskResourceKind.Activity ? $"the activity '{resource.Name}'" : $"'{resource.Full}'";
        var how = call.Function is not null ? $"runner.Function(\"{call.Function}\", call => …), or give its class with runner.Instance(…)"
            : call.Token is not null ? $"runner.Callback(\"{visit.Node.Name}\", …)"
            : $"runner.Service(\"{resource.Full}\", call => …)";
        return new UnansweredTaskException(
            visit.Node.Name,
            resource.Full,
            $"The state '{visit.Node.Name}' calls {what} with {Json.Text(call.Arguments)}, and nobody answers here. Answer with {how}, or for this state alone with runner.State(\"{visit.Node.Name}\", call => …).");
    }

    /// <summary>What `lambda:invoke` puts around a function's result.</summary>
    private static JsonObject Envelope(JsonNode? payload) => new() { ["ExecutedVersion"] = "$LATEST", ["Payload"] = Json.Copy(payload), ["StatusCode"] = 200 };
}
