using System.Text.Json.Nodes;

namespace Serverless.Testing.StateMachines;

/// <summary>
/// The fields each kind of state may have here. A field the interpreter does not know is refused: ignoring it would make a wrong
/// machine look right.
/// </summary>
internal static class StateFields
{
    private static readonly string[] Distributed = ["ItemReader", "ItemBatcher", "ResultWriter", "ToleratedFailurePercentage", "Label"];

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["Task"] = ["Resource", "Arguments", "TimeoutSeconds", "HeartbeatSeconds", "Next", "End", "Output", "Assign", "Retry", "Catch"],
        ["Pass"] = ["Next", "End", "Output", "Assign"],
        ["Choice"] = ["Choices", "Default", "Output", "Assign"],
        ["Wait"] = ["Seconds", "Timestamp", "Next", "End", "Output", "Assign"],
        ["Succeed"] = ["Output"],
        ["Fail"] = ["Error", "Cause"],
        ["Parallel"] = ["Branches", "Arguments", "Next", "End", "Output", "Assign", "Retry", "Catch"],
        ["Map"] = ["Items", "ItemProcessor", "ItemSelector", "MaxConcurrency", "Next", "End", "Output", "Assign", "Retry", "Catch", .. Distributed],
    };

    public static void Check(string name, JsonObject state)
    {
        var type = state["Type"]!.GetValue<string>();
        if (!Known.TryGetValue(type, out var fields))
            throw new NotSupportedException($"{name}: a state of type {type}");
        foreach (var (field, _) in state)
        {
            if (field is not ("Type" or "Comment") && !(field == "QueryLanguage" && state[field]!.GetValue<string>() == "JSONata") && !fields.Contains(field, StringComparer.Ordinal))
                throw new NotSupportedException($"{name}: the field {field} of a {type} state");
        }

        if (type is not ("Choice" or "Succeed" or "Fail") && state.ContainsKey("Next") == (state["End"]?.GetValue<bool>() == true))
            throw new NotSupportedException($"{name}: exactly one of Next and End");
        if (!IsDistributed(state) && Distributed.FirstOrDefault(state.ContainsKey) is { } misplaced)
            throw new NotSupportedException($"{name}: {misplaced} of an inline Map");
    }

    public static bool IsDistributed(JsonObject state) => state["ItemProcessor"]?["ProcessorConfig"]?["Mode"]?.GetValue<string>() is "DISTRIBUTED";
}
