using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Gateway;
using Serverless.Runtime;
using Serverless.StepFunctions.Local;

namespace Serverless.Hosting.Machines;

/// <summary>
/// A route that starts a state machine, answered as its integration answers: an HTTP API passes on what `StartExecution` and
/// `StartSyncExecution` say, a REST API takes the ARN or the output out of it.
/// </summary>
internal sealed class ExecutionEndpoint(MachineHost machines)
{
    /// <summary>Answers the request.</summary>
    public async Task AnswerAsync(GatewayRequest request, ServiceTarget target, ReadOnlyMemory<byte> body)
    {
        var http = request.Http;
        JsonNode? input;
        try
        {
            input = body.IsEmpty ? new JsonObject() : JsonNode.Parse(body.Span);
        }
        catch (JsonException)
        {
            await RefusedAsync(request, 400, "InvalidExecutionInput", "Invalid State Machine Execution Input: the body is not JSON");
            return;
        }

        RunningExecution? running;
        try
        {
            running = machines.Start(target.Machine, input);
        }
        catch (InvalidDefinitionException exception)
        {
            await NotHereAsync(http, $"{target.Machine} cannot be run here: {exception.Message}");
            return;
        }

        if (running is null)
        {
            await NotHereAsync(http, $"The program does not say what its machine {target.Machine} does: its ServerlessArtifacts leave out the kind StateMachines.");
            return;
        }

        if (target.Action == "StartSyncExecution")
            await WaitAsync(request, running);
        else
            await StartedAsync(request, target.Machine, running);
    }

    private static async Task StartedAsync(GatewayRequest request, string machine, RunningExecution running)
    {
        // Nobody waits for it: how it ended stands in the log.
        _ = LogAsync(machine, running);
        var answer = new JsonObject { ["executionArn"] = running.Id };
        if (request.Api.Door != FrontDoor.RestApi)
            answer["startDate"] = Seconds(running.Now);
        await JsonAsync(request.Http, 200, answer);
    }

    private static async Task LogAsync(string machine, RunningExecution running)
    {
        try
        {
            var execution = await running.Ended;
            if (execution.Status == ExecutionStatus.Succeeded)
                FunctionLog.Write(FunctionLogLevel.Information, $"{running.Id} succeeded", null);
            else
                FunctionLog.Write(FunctionLogLevel.Error, $"{machine} failed:\n{execution}", null);
        }
#pragma warning disable CA1031 // Nobody else hears of it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FunctionLog.Write(FunctionLogLevel.Error, $"{machine} cannot be run here", null, exception);
        }
    }

    private static async Task WaitAsync(GatewayRequest request, RunningExecution running)
    {
        Execution execution;
        try
        {
            execution = await running.Ended;
        }
        catch (Exception exception) when (exception is UnansweredTaskException or NotSupportedException)
        {
            await NotHereAsync(request.Http, exception.Message + " In the local host answers are given with ServerlessHostOptions.Machines.");
            return;
        }

        if (execution.Status != ExecutionStatus.Succeeded)
            FunctionLog.Write(FunctionLogLevel.Error, execution.ToString(), null);
        if (request.Api.Door != FrontDoor.RestApi)
            await JsonAsync(request.Http, 200, Describe(execution));
        else if (execution.Status == ExecutionStatus.Succeeded)
            await JsonAsync(request.Http, 200, execution.OutputJson);
        else
            await RestProblem.AnswerAsync(request.Http, request.Api, execution.Status == ExecutionStatus.TimedOut ? 504 : 500);
    }

    /// <summary>What `StartSyncExecution` answers.</summary>
    private static JsonObject Describe(Execution execution)
    {
        var answer = new JsonObject { ["billingDetails"] = new JsonObject { ["billedDurationInMilliseconds"] = 100, ["billedMemoryUsedInMB"] = 64 } };
        if (execution.Cause is { } cause)
            answer["cause"] = cause;
        if (execution.Error is { } error)
            answer["error"] = error;
        answer["executionArn"] = execution.Id;
        answer["input"] = execution.Input?.ToJsonString() ?? "null";
        answer["inputDetails"] = new JsonObject { ["included"] = true };
        answer["name"] = execution.Name;
        if (execution.Status == ExecutionStatus.Succeeded)
        {
            answer["output"] = execution.OutputJson?.ToJsonString() ?? "null";
            answer["outputDetails"] = new JsonObject { ["included"] = true };
        }

        answer["startDate"] = Seconds(execution.Started);
        answer["stateMachineArn"] = execution.Id[..execution.Id.LastIndexOf(':')].Replace(":express:", ":stateMachine:", StringComparison.Ordinal).Replace(":execution:", ":stateMachine:", StringComparison.Ordinal);
        answer["status"] = execution.Status == ExecutionStatus.TimedOut ? "TIMED_OUT" : execution.Status.ToString().ToUpperInvariant();
        answer["stopDate"] = Seconds(execution.Stopped);
        return answer;
    }

    private static Task RefusedAsync(GatewayRequest request, int status, string type, string message) => request.Api.Door == FrontDoor.RestApi
        ? RestProblem.AnswerAsync(request.Http, request.Api, status)
        : JsonAsync(request.Http, status, new JsonObject { ["__type"] = "com.amazonaws.swf.service.v2.model#" + type, ["message"] = message });

    private static Task NotHereAsync(HttpContext http, string detail) => GatewayResponse.ProblemAsync(http, 501, "Not available locally", detail);

    private static Task JsonAsync(HttpContext http, int status, JsonNode? node) =>
        GatewayResponse.BytesAsync(http, status, "application/json", Encoding.UTF8.GetBytes(node?.ToJsonString() ?? "null"));

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;
}
