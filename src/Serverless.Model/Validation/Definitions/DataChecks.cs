using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>What a state computes: payload templates of JSONPath, values with expressions of JSONata.</summary>
internal static class DataChecks
{
    private static readonly string[] Templates = ["Parameters", "ResultSelector", "ItemSelector", "Credentials", "Assign"];

    private static readonly string[] Parts = ["ItemReader", "ResultWriter", "ItemBatcher"];

    /// <summary>What is evaluated before the state does its work; `Output` and `Assign` come after it.</summary>
    private static readonly string[] Before =
    [
        "Arguments", "Items", "ItemSelector", "Credentials", "TimeoutSeconds", "HeartbeatSeconds", "Seconds", "Timestamp", "MaxConcurrency", "ToleratedFailurePercentage",
        "ToleratedFailureCount", "Error", "Cause", .. Parts,
    ];

    public static void Check(DefinitionState state, DefinitionReport report)
    {
        if (state.IsJsonata)
            CheckJsonata(state, report);
        else
            CheckTemplates(state, report);
    }

    private static void CheckTemplates(DefinitionState state, DefinitionReport report)
    {
        void Check(JsonNode? template)
        {
            if (template is not null)
                PayloadTemplates.Check(template, state, report);
        }

        foreach (var field in Templates)
            Check(state.Body[field]);
        foreach (var part in Parts)
        {
            Check((state.Body[part] as JsonObject)?["Parameters"]);
            Check((state.Body[part] as JsonObject)?["BatchInput"]);
        }

        foreach (var (rule, _) in state.Rules("Catch").Concat(state.Rules("Choices")))
            Check(rule["Assign"]);
        if (state.Type == "Pass" && state.Body["Result"] is { } result)
            PayloadTemplates.CheckLiteral(result, state, report);
    }

    private static void CheckJsonata(DefinitionState state, DefinitionReport report)
    {
        void Check(JsonObject body, IEnumerable<string> fields, JsonataBindings bindings)
        {
            foreach (var field in fields)
            {
                if (body[field] is { } data)
                    JsonataValues.Check(data, bindings, state, report);
            }
        }

        string[] after = ["Output", "Assign"];
        Check(state.Body, Before, JsonataBindings.None);
        Check(state.Body, after, state.Type is "Task" or "Parallel" or "Map" ? JsonataBindings.Result : JsonataBindings.None);
        foreach (var (rule, _) in state.Rules("Catch"))
            Check(rule, after, JsonataBindings.ErrorOutput);
        foreach (var (rule, _) in state.Rules("Choices"))
            Check(rule, ["Condition", .. after], JsonataBindings.None);
    }
}
