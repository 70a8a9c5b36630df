using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>Which resources of its template a value speaks of: by `Ref`, `Fn::GetAtt` and the variables of `Fn::Sub`.</summary>
internal static class TemplateReferences
{
    /// <summary>The one resource that a value is; null when it is none, or computed otherwise.</summary>
    public static string? Single(JsonNode? node)
    {
        if (node is not JsonObject { Count: 1 } obj)
            return null;
        return obj.Members[0] switch
        {
            { Name: "Ref", Value: JsonString id } => id.Value,
            { Name: "Fn::GetAtt", Value: JsonArray { Count: > 0 } path } when path[0] is JsonString id => id.Value,
            { Name: "Fn::GetAtt", Value: JsonString path } => UpToDot(path.Value),
            { Name: "Fn::Sub", Value: JsonString text } when text.Value.StartsWith("${", StringComparison.Ordinal) && text.Value.IndexOf('}') == text.Value.Length - 1 =>
                UpToDot(text.Value.Substring(2, text.Value.Length - 3)),
            _ => null,
        };
    }

    /// <summary>Everything that a value speaks of, however deep.</summary>
    public static void Collect(JsonNode? node, HashSet<string> into)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                    Collect(item, into);
                break;
            case JsonObject obj:
                foreach (var member in obj)
                {
                    if (member is { Name: "Fn::Sub", Value: JsonString or JsonArray })
                        CollectVariables(member.Value is JsonArray { Count: > 0 } parts ? parts[0] : member.Value, into);
                    else if (member.Name is "Ref" or "Fn::GetAtt" && Single(obj) is { } id)
                        into.Add(id);
                    Collect(member.Value, into);
                }

                break;
        }
    }

    /// <summary>`${Name.Arn}` in a text.</summary>
    private static void CollectVariables(JsonNode node, HashSet<string> into)
    {
        if (node is not JsonString { Value: var text })
            return;
        for (var open = text.IndexOf("${", StringComparison.Ordinal); open >= 0; open = text.IndexOf("${", open + 2, StringComparison.Ordinal))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
                return;
            if (close > open + 2 && text[open + 2] != '!')
                into.Add(UpToDot(text.Substring(open + 2, close - open - 2)));
        }
    }

    private static string UpToDot(string text) => text.IndexOf('.') is >= 0 and var dot ? text.Substring(0, dot) : text;
}
