using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>Values of JSONata states: a text between `{%` and `%}` is computed, everything else is literal.</summary>
internal static class JsonataValues
{
    public static void Check(JsonNode data, DefinitionState state, DefinitionReport report)
    {
        switch (data)
        {
            case JsonString text:
                CheckText(text, state, report);
                break;
            case JsonArray items:
                foreach (var item in items)
                    Check(item, state, report);
                break;
            case JsonObject obj when !Placeholders.IsIntrinsic(obj):
                foreach (var member in obj)
                    CheckMember(member, state, report);
                break;
        }
    }

    private static void CheckMember(JsonMember member, DefinitionState state, DefinitionReport report)
    {
        if (member.Name.EndsWith(".$", StringComparison.Ordinal) && member.Value is JsonString { Value: var path } && DefinitionPaths.LooksComputed(path))
            report.Add(DefinitionSeverity.Warning, RuleIds.WrongQueryLanguage, member, state.Name, $"The key '{member.Name}' of state '{state.Name}'", "JSONPath", "JSONata");
        else
            Check(member.Value, state, report);
    }

    private static void CheckText(JsonString text, DefinitionState state, DefinitionReport report)
    {
        if (Placeholders.Hides(text))
            return;
        var trimmed = text.Value.Trim();
        if (text.Value.StartsWith(JsonataText.Open, StringComparison.Ordinal) && !JsonataText.IsExpression(text.Value))
            report.Add(DefinitionSeverity.Error, RuleIds.MalformedExpression, text, state.Name, Short(text.Value), "it begins with '{%' and does not end with '%}'");
        else if (trimmed.Length < text.Value.Length && JsonataText.IsExpression(trimmed))
            report.Add(DefinitionSeverity.Warning, RuleIds.MalformedExpression, text, state.Name, Short(text.Value), "'{%' is not its first or '%}' not its last character, so it is sent as a text");
    }

    /// <summary>Long expressions are cut in messages.</summary>
    public static string Short(string text) => text.Length <= 60 ? text : text.Substring(0, 57) + "…";
}
