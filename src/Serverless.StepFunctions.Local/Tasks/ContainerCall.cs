using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>
/// A task of the application that its state runs in a container: the method behind it runs here like that of a function, and what it
/// gives is what the container would have sent.
/// </summary>
/// <param name="Task">Logical id of the task.</param>
/// <param name="Input">What its method gets.</param>
/// <param name="IsJob">In Kubernetes: the result arrives in a log.</param>
internal sealed record ContainerCall(string Task, JsonNode? Input, bool IsJob)
{
    private const string InputVariable = "SERVERLESS_TASK_INPUT";
    private const string TaskVariable = "SERVERLESS_TASK";
    private const string Family = "Family";

    /// <summary>Null when the call is none of a generated state.</summary>
    public static ContainerCall? Find(TaskResource resource, JsonNode? arguments)
    {
        var isJob = resource is { Name: "eks:runJob", Pattern: "sync" };
        if (!isJob && resource is not { Name: "ecs:runTask", IsCallback: true })
            return null;
        var environment = isJob
            ? At(arguments, "Job", "spec", "template", "spec", "containers", "0", "env")
            : At(arguments, "Overrides", "ContainerOverrides", "0", "Environment");
        if (Variable(environment, InputVariable, isJob) is not { } input || Envelope(input) is not { } envelope)
            return null;
        var task = isJob ? Variable(environment, TaskVariable, isJob) : IdOf((At(arguments, "TaskDefinition") as JsonValue)?.ToString());
        return task is null ? null : new ContainerCall(task, Json.Copy(envelope["input"]), isJob);
    }

    /// <summary>What the service gives the state for the result of the method.</summary>
    public JsonNode? Answer(JsonNode? result)
    {
        if (!IsJob)
            return result;
        var log = new JsonObject { ["log"] = new JsonObject { ["output"] = Json.Text(result) } };
        return new JsonObject { ["logs"] = new JsonObject { ["pods"] = new JsonObject { ["pod"] = new JsonObject { ["containers"] = new JsonObject { ["task"] = log } } } } };
    }

    /// <summary>Null when the text is of somebody else.</summary>
    private static JsonObject? Envelope(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The family is the stack and the id; the placeholder for it is the id and `Family`.</summary>
    private static string? IdOf(string? definition)
    {
        if (definition is null)
            return null;
        var dash = definition.LastIndexOf('-');
        return dash >= 0 ? definition[(dash + 1)..] : definition.EndsWith(Family, StringComparison.Ordinal) ? definition[..^Family.Length] : definition;
    }

    private static string? Variable(JsonNode? environment, string name, bool isJob) =>
        (environment as JsonArray)?.OfType<JsonObject>().FirstOrDefault(v => v[isJob ? "name" : "Name"]?.ToString() == name)?[isJob ? "value" : "Value"]?.ToString();

    private static JsonNode? At(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = node is JsonArray { Count: > 0 } array && name == "0" ? array[0] : (node as JsonObject)?[name];
        return node;
    }
}
