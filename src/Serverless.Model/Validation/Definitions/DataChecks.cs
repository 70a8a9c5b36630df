using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>What a state computes: payload templates of JSONPath, values with expressions of JSONata.</summary>
internal static class DataChecks
{
    private static readonly string[] Templates = ["Parameters", "ResultSelector", "ItemSelector", "Credentials", "Assign"];

    private static readonly string[] JsonataData =
    [
        "Arguments", "Output", "Assign", "Items", "ItemSelector", "Credentials", "TimeoutSeconds", "HeartbeatSeconds", "Seconds", "Timestamp", "MaxConcurrency",
        "ToleratedFailurePercentage", "ToleratedFailureCount", "Error", "Cause",
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
        foreach (var field in Templates)
        {
            if (state.Body[field] is { } template)
                PayloadTemplates.Check(template, state, report);
        }

        foreach (var part in new[] { "ItemReader", "ResultWriter" })
        {
            if ((state.Body[part] as JsonObject)?["Parameters"] is { } parameters)
                PayloadTemplates.Check(parameters, state, report);
        }

        if ((state.Body["ItemBatcher"] as JsonObject)?["BatchInput"] is { } input)
            PayloadTemplates.Check(input, state, report);
        foreach (var (rule, _) in state.Rules("Catch").Concat(state.Rules("Choices")))
        {
            if (rule["Assign"] is { } assigned)
                PayloadTemplates.Check(assigned, state, report);
        }

        if (state.Type == "Pass" && state.Body["Result"] is { } result)
            PayloadTemplates.CheckLiteral(result, state, report);
    }

    private static void CheckJsonata(DefinitionState state, DefinitionReport report)
    {
        foreach (var field in JsonataData)
        {
            if (state.Body[field] is { } data)
                Visit(data, state, report);
        }

        foreach (var part in new[] { "ItemReader", "ResultWriter", "ItemBatcher" })
        {
            if (state.Body[part] is { } data)
                Visit(data, state, report);
        }

        foreach (var (rule, _) in state.Rules("Catch").Concat(state.Rules("Choices")))
        {
            foreach (var name in new[] { "Condition", "Assign", "Output" })
            {
                if (rule[name] is { } data)
                    Visit(data, state, report);
            }
        }
    }

    private static void Visit(JsonNode data, DefinitionState state, DefinitionReport report) => JsonataValues.Check(data, state, report);
}
