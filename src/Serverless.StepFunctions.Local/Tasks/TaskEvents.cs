using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>The events of an attempt, named after what is called.</summary>
internal sealed class TaskEvents(History history, Visit visit, TaskResource resource)
{
    private string Prefix => resource.Kind switch
    {
        TaskResourceKind.Function => "LambdaFunction",
        TaskResourceKind.Activity => "Activity",
        _ => "Task",
    };

    public void Scheduled(JsonNode? arguments, double? timeout, double? heartbeat)
    {
        Add("Scheduled", (resource.Kind == TaskResourceKind.Integration ? "parameters" : "input", arguments), ("timeoutInSeconds", timeout), ("heartbeatInSeconds", heartbeat));
        Add("Started");
    }

    public void Submitted(JsonNode? output) => Add("Submitted", ("output", output));

    public void Succeeded(JsonNode? output) => Add("Succeeded", ("output", output));

    public void Failed(StateFailure failure) => Add("Failed", ("error", failure.Error), ("cause", failure.Cause));

    public void TimedOut(StateFailure failure) => Add("TimedOut", ("error", failure.Error));

    private void Add(string what, params ReadOnlySpan<(string Name, JsonNode? Value)> details)
    {
        var all = new (string, JsonNode?)[details.Length + 1];
        details.CopyTo(all);
        all[^1] = ("resource", resource.Full);
        history.Add(visit.Frame, Prefix + what, visit.Node.Name, all);
    }
}
