using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Tests;

/// <summary>Short ways to a machine under test.</summary>
internal static class Machines
{
    /// <summary>A JSONata machine of these states, the first one first.</summary>
    public static StateMachineRunner Jsonata(string states, bool isExpress = false, int? timeout = null) => Of(states, "JSONata", isExpress, timeout);

    /// <summary>A JSONPath machine of these states, the first one first.</summary>
    public static StateMachineRunner JsonPath(string states, bool isExpress = false, int? timeout = null) => Of(states, "JSONPath", isExpress, timeout);

    private static StateMachineRunner Of(string states, string language, bool isExpress, int? timeout)
    {
        var parsed = JsonNode.Parse(states)!.AsObject();
        var definition = new JsonObject { ["QueryLanguage"] = language, ["StartAt"] = parsed.First().Key, ["States"] = parsed };
        if (timeout is not null)
            definition["TimeoutSeconds"] = timeout;
        return StateMachineRunner.FromDefinition(definition.ToJsonString(), isExpress);
    }
}
