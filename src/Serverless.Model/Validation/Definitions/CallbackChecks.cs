using Serverless.Model.Json;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Model.Validation.Definitions;

/// <summary>SVLS2314: whether what a callback task sends holds its token.</summary>
internal static class CallbackChecks
{
    public static void Check(DefinitionState state, DefinitionReport report)
    {
        if (!IsPassedOn(state))
            report.Add(DefinitionSeverity.Warning, RuleIds.NoTaskToken, state.Body.Find("Resource")!, state.Name, state.Name);
    }

    /// <summary>True as well where it cannot be told.</summary>
    private static bool IsPassedOn(DefinitionState state)
    {
        if (!state.IsJsonata && state.Body["InputPath"] is JsonString { Value: var path } && TaskTokens.InPath(path))
            return true;
        return state.Body[state.IsJsonata ? "Arguments" : "Parameters"] is { } arguments && Carries(arguments, state.IsJsonata);
    }

    private static bool Carries(JsonNode node, bool isJsonata) => node switch
    {
        JsonString { Value: var text } => Placeholders.IsIn(text) || (isJsonata ? JsonataText.IsExpression(text) && TaskTokens.InJsonata(JsonataText.Inner(text)) : TaskTokens.InPath(text)),
        JsonArray items => items.Any(item => Carries(item, isJsonata)),
        JsonObject obj => Placeholders.IsIntrinsic(obj) || obj.Any(m => (isJsonata || m.Name.EndsWith(".$", StringComparison.Ordinal) || m.Value is not JsonString) && Carries(m.Value, isJsonata)),
        JsonOpaque => true,
        _ => false,
    };
}
