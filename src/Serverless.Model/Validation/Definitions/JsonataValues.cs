using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>Values of JSONata states: a text between `{%` and `%}` is computed, everything else is literal.</summary>
internal static class JsonataValues
{
    public static void Check(JsonNode data, JsonataBindings bindings, DefinitionState state, DefinitionReport report)
    {
        switch (data)
        {
            case JsonString text:
                CheckText(text, bindings, state, report);
                break;
            case JsonArray items:
                foreach (var item in items)
                    Check(item, bindings, state, report);
                break;
            case JsonObject obj when !Placeholders.IsIntrinsic(obj):
                foreach (var member in obj)
                    CheckMember(member, bindings, state, report);
                break;
        }
    }

    private static void CheckMember(JsonMember member, JsonataBindings bindings, DefinitionState state, DefinitionReport report)
    {
        if (member.Name.EndsWith(".$", StringComparison.Ordinal) && member.Value is JsonString { Value: var path } && DefinitionPaths.LooksComputed(path))
            report.Add(DefinitionSeverity.Warning, RuleIds.WrongQueryLanguage, member, state.Name, $"The key '{member.Name}' of state '{state.Name}'", "JSONPath", "JSONata");
        else
            Check(member.Value, bindings, state, report);
    }

    private static void CheckText(JsonString text, JsonataBindings bindings, DefinitionState state, DefinitionReport report)
    {
        if (Placeholders.Hides(text))
            return;
        if (JsonataText.IsExpression(text.Value))
            ExpressionChecks.CheckJsonata(text, bindings, state.Name, report);
        else if (text.Value.StartsWith(JsonataText.Open, StringComparison.Ordinal))
            report.Add(DefinitionSeverity.Error, RuleIds.MalformedExpression, text, state.Name, JsonataText.Short(text.Value), "it begins with '{%' and does not end with '%}'");
        else if (JsonataText.IsExpression(text.Value.Trim()))
            report.Add(DefinitionSeverity.Warning, RuleIds.MalformedExpression, text, state.Name, JsonataText.Short(text.Value), "'{%' is not its first or '%}' not its last character, so it is sent as a text");
    }
}
