using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>One attempt of a Task state: the call, its limits, its events.</summary>
internal static class TaskState
{
    private const int LongestTimeout = 99_999_999;

    public static async Task<JsonNode?> RunAsync(MachineExecution execution, Visit visit)
    {
        var node = visit.Node;
        var resource = TaskResource.Parse(node.Text("Resource")!);
        visit.Record.Resource = resource.Full;
        var token = resource.IsCallback || resource.Kind == TaskResourceKind.Activity ? execution.Runner.Tokens.Create(node.Name) : null;
        if (resource.IsCallback)
            visit.SetToken(token!);
        var timeout = visit.Number("TimeoutSeconds", isWhole: true, least: 1, most: LongestTimeout);
        var heartbeat = visit.Number("HeartbeatSeconds", isWhole: true, least: 1, most: LongestTimeout);
        var arguments = node.IsJsonata ? visit.JsonataField("Arguments", visit.Input)
            : node.Has("Parameters") ? visit.Template(node["Parameters"], visit.Input) : visit.Input;
        arguments = Json.Read(arguments);
        if (Json.Length(arguments) > MachineExecution.PayloadLimit)
            throw Visit.TooLarge(node.Name);
        visit.Record.Arguments = Json.Copy(arguments);
        var events = new TaskEvents(execution.History, visit, resource);
        events.Scheduled(arguments, timeout, heartbeat);
        using var limits = new TaskLimits(execution.Scheduler, timeout, token is null ? null : heartbeat, visit.Frame.Cancelled);
        try
        {
            var container = ContainerCall.Find(resource, arguments);
            var call = Call(execution, visit, resource, arguments, container, token, limits.Token);
            var result = container is not null && RunsHere(execution, resource, call)
                ? await RunContainerAsync(execution, visit, resource, call, container, limits)
                : token is null
                ? await TaskWork.RunAsync(execution, visit, resource, call, arguments)
                : await WaitForTokenAsync(execution, visit, resource, call, arguments, limits, events);
            if (Json.Length(result) > MachineExecution.PayloadLimit)
                throw Visit.TooLarge(resource.Kind == TaskResourceKind.Integration ? resource.Service : node.Text("Resource")!);
            events.Succeeded(result);
            return result;
        }
        catch (OperationCanceledException) when (limits.Failure is not null)
        {
            events.TimedOut(limits.Failure);
            throw limits.Failure;
        }
        catch (StateFailure failure)
        {
            events.Failed(failure);
            throw;
        }
    }

    private static async Task<JsonNode?> WaitForTokenAsync(
        MachineExecution execution, Visit visit, TaskResource resource, TaskCall call, JsonNode? arguments, TaskLimits limits, TaskEvents events)
    {
        var tokens = execution.Runner.Tokens;
        var token = call.Token!.Value.Value;
        var waiting = tokens.Add(token, visit.Node.Name);
        waiting.Heartbeat = () => execution.Scheduler.Post(_ =>
        {
            if (!waiting.IsOver)
                limits.Beat();
        }, null);
        try
        {
            var callback = execution.Runner.FindCallback(call);
            // A test that plays the one who answers need not play the queue as well.
            if (resource.Kind != TaskResourceKind.Activity && (callback is null || TaskWork.IsAnswered(execution, resource, call)))
                events.Submitted(await TaskWork.RunAsync(execution, visit, resource, call, arguments));
            else if (callback is null && !execution.Runner.WaitsForActivities)
                throw TaskWork.Unanswered(visit, resource, call);
            if (callback is not null)
            {
                var result = await TaskWork.GiveAsync(execution, callback, call);
                if (callback.Kind == AnswerKind.CallbackResult)
                    return result;
            }

            return await waiting.Result.Task.WaitAsync(limits.Token);
        }
        finally
        {
            tokens.Remove(token, visit.Node.Name);
        }
    }

    /// <summary>The method of a container runs here unless the test plays the container with its token, or nobody knows the method.</summary>
    private static bool RunsHere(MachineExecution execution, TaskResource resource, TaskCall call) =>
        (call.Token is null || execution.Runner.FindCallback(call) is null) && TaskWork.IsAnswered(execution, resource, call);

    private static async Task<JsonNode?> RunContainerAsync(MachineExecution execution, Visit visit, TaskResource resource, TaskCall call, ContainerCall container, TaskLimits limits)
    {
        // The program in the container sends them itself.
        limits.ExpectNoHeartbeats();
        return container.Answer(await TaskWork.RunAsync(execution, visit, resource, call, call.Arguments));
    }

    private static TaskCall Call(
        MachineExecution execution, Visit visit, TaskResource resource, JsonNode? arguments, ContainerCall? container, string? token, CancellationToken cancelled)
    {
        var isInvoke = resource is { Kind: TaskResourceKind.Integration, Name: "lambda:invoke" };
        var function = resource.Kind == TaskResourceKind.Function ? resource.Name
            : isInvoke && (arguments as JsonObject)?["FunctionName"] is { } name ? TaskResource.Identifier(name.GetValue<string>()) : container?.Task;
        var payload = isInvoke ? (arguments as JsonObject)?["Payload"] : container is not null ? container.Input : arguments;
        return new TaskCall(execution.Runner.Json)
        {
            Resource = resource.Full,
            State = visit.Node.Name,
            Path = visit.Frame.Path,
            Function = function,
            Arguments = Json.Copy(payload),
            Input = Json.Copy(visit.RawInput),
            Context = Json.Read(visit.Context),
            Token = token is null ? null : new TaskToken(token),
            RetryCount = visit.RetryCount,
            CredentialsRoleArn = RoleArn(visit),
            Cancelled = cancelled,
            Time = execution.Runner.Time,
        };
    }

    private static string? RoleArn(Visit visit)
    {
        if (visit.Node["Credentials"] is not { } credentials)
            return null;
        var read = visit.Node.IsJsonata ? visit.Jsonata(credentials, visit.States(), "Credentials") : visit.Template(credentials, visit.Input);
        return (read as JsonObject)?["RoleArn"]?.GetValue<string>();
    }
}
