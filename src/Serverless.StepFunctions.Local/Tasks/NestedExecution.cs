using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>Machines that start machines.</summary>
internal static class NestedExecution
{
    private const string Sync = "aws-sdk:sfn:startSyncExecution";

    public static bool IsOne(TaskResource resource) => resource.Name is "states:startExecution" or "aws-sdk:sfn:startExecution" or Sync;

    public static async Task<JsonNode?> RunAsync(MachineExecution execution, Visit visit, TaskResource resource, TaskCall call, JsonNode? arguments)
    {
        var members = arguments as JsonObject ?? [];
        var reference = members["StateMachineArn"]?.GetValue<string>() ?? "";
        var machine = execution.Runner.FindMachine(TaskResource.Identifier(reference))
            ?? throw new UnansweredTaskException(
                visit.Node.Name,
                resource.Full,
                $"The state '{visit.Node.Name}' starts the machine '{reference}', which is not known here. Add it with runner.Machine<T>() or runner.Machine(\"{TaskResource.Identifier(reference)}\", definition), or answer with runner.State(\"{visit.Node.Name}\", call => …).");
        var prefix = resource.Name == "states:startExecution" ? "StepFunctions" : "Sfn";
        if (machine.Definition.IsExpress ? resource.Pattern.StartsWith("sync", StringComparison.Ordinal) : resource.Name == Sync)
            throw new StateFailure(prefix + ".StateMachineTypeNotSupportedException", $"This operation is not supported by this type of state machine: {machine.Name}");
        var child = execution.Runner.Create(machine, members["Name"]?.GetValue<string>(), execution.Scheduler);
        var running = child.RunAsync(Input(members["Input"], prefix), CancellationToken.None);
        if (!resource.Pattern.StartsWith("sync", StringComparison.Ordinal) && resource.Name != Sync)
        {
            execution.Runner.RunsOn(execution.Scheduler, running, visit.Record);
            return new JsonObject { ["ExecutionArn"] = child.Id, ["StartDate"] = execution.Now.ToUnixTimeMilliseconds() };
        }

        var ended = await running.WaitAsync(call.Cancelled);
        visit.Record.Children.Add(ended);
        // StartSyncExecution itself succeeds when the execution fails; it says so in its answer.
        var description = Describe(ended, machine, asText: resource.Pattern != "sync:2");
        return resource.Name == Sync || ended.Status == ExecutionStatus.Succeeded
            ? description
            : throw new StateFailure(ErrorNames.TaskFailed, Json.Text(description));
    }

    /// <summary>As DescribeExecution answers.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="asText">Input and output as texts that hold JSON.</param>
    public static JsonObject Describe(Execution execution, MachineUnderTest machine, bool asText)
    {
        var description = new JsonObject();
        if (execution.Status != ExecutionStatus.Succeeded)
        {
            if (execution.Cause is { } cause)
                description["Cause"] = cause;
            if (execution.Error is { } error)
                description["Error"] = error;
        }

        description["ExecutionArn"] = execution.Id;
        description["Input"] = Data(execution.Input, asText);
        description["InputDetails"] = new JsonObject { ["Included"] = true };
        description["Name"] = execution.Name;
        if (execution.Status == ExecutionStatus.Succeeded)
        {
            description["Output"] = Data(execution.OutputJson, asText);
            description["OutputDetails"] = new JsonObject { ["Included"] = true };
        }

        description["StartDate"] = execution.Started.ToUnixTimeMilliseconds();
        description["StateMachineArn"] = machine.Arn;
        description["Status"] = execution.Status == ExecutionStatus.TimedOut ? "TIMED_OUT" : execution.Status.ToString().ToUpperInvariant();
        description["StopDate"] = execution.Stopped.ToUnixTimeMilliseconds();
        return description;
    }

    private static JsonNode? Data(JsonNode? node, bool asText) => asText ? JsonValue.Create(Json.Text(node)) : Json.Copy(node);

    private static JsonNode? Input(JsonNode? input, string prefix)
    {
        if (input is null)
            return new JsonObject();
        if (!Json.IsText(input))
            return Json.Copy(input);
        try
        {
            return JsonNode.Parse(input.GetValue<string>());
        }
        catch (JsonException exception)
        {
            throw new StateFailure(prefix + ".InvalidExecutionInputException", exception.Message);
        }
    }
}
