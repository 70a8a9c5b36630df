using Serverless.Model.Expressions.JsonPath;
using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>Payload templates of JSONPath: a key that ends in `.$` is computed, everything else is literal.</summary>
internal static class PayloadTemplates
{
    public static void Check(JsonNode template, DefinitionState state, DefinitionReport report)
    {
        if (template is JsonArray items)
        {
            foreach (var item in items)
            {
                if (item is JsonString text && DefinitionPaths.LooksComputed(text.Value))
                    Literal(item, text.Value, "put it into a list with States.Array", state, report);
                else
                    Check(item, state, report);
            }
        }
        else if (template is JsonObject obj && !Placeholders.IsIntrinsic(obj))
        {
            foreach (var member in obj)
                CheckMember(member, obj, state, report);
        }
    }

    /// <summary>The `Result` of a Pass is literal as a whole.</summary>
    public static void CheckLiteral(JsonNode value, DefinitionState state, DefinitionReport report)
    {
        if (value is JsonArray items)
        {
            foreach (var item in items)
                CheckLiteral(item, state, report);
        }
        else if (value is JsonObject obj)
        {
            foreach (var member in obj)
            {
                if (member.Name.EndsWith(".$", StringComparison.Ordinal) && member.Value is JsonString { Value: var text } && DefinitionPaths.LooksComputed(text))
                    report.Add(DefinitionSeverity.Warning, RuleIds.DefinitionStructure, member, state.Name, state.Title, $"has '{member.Name}' in its 'Result', which is literal: the key and the path are the output; use 'Parameters'");
                else
                    CheckLiteral(member.Value, state, report);
            }
        }
    }

    private static void CheckMember(JsonMember member, JsonObject obj, DefinitionState state, DefinitionReport report)
    {
        if (!member.Name.EndsWith(".$", StringComparison.Ordinal))
        {
            if (member.Value is JsonString text && DefinitionPaths.LooksComputed(text.Value))
                Literal(member.Value, text.Value, $"name the key '{member.Name}.$'", state, report);
            else
                Check(member.Value, state, report);
            return;
        }

        var plain = member.Name.Substring(0, member.Name.Length - 2);
        if (obj.Find(plain) is not null)
            report.Structure(member, state.Name, state.Title, $"has both '{plain}' and '{member.Name}'");
        if (Placeholders.Hides(member.Value))
            return;
        if (member.Value is not JsonString path)
            report.Structure(member.Value, state.Name, state.Title, $"has a '{member.Name}' that is no path and no intrinsic function");
        else
            ExpressionChecks.CheckPath(path, PathUse.Template, state.Name, report);
    }

    private static void Literal(JsonNode at, string text, string remedy, DefinitionState state, DefinitionReport report) =>
        report.Add(DefinitionSeverity.Warning, RuleIds.DefinitionStructure, at, state.Name, state.Title, $"sends the text '{text}' as it is; to send the value, {remedy}");
}
