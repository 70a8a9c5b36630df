using Serverless.Model.Json;

namespace Serverless.Artifacts.Tests.Permissions;

/// <summary>Reads a template's intrinsic functions back into placeholders, by its own rules, so that the two spellings can be compared.</summary>
internal static class IntrinsicText
{
    /// <summary>Types whose `Ref` is their ARN, in the models of these tests.</summary>
    private static readonly HashSet<string> RefIsArn = new(StringComparer.Ordinal) { "Alerts", "Secret" };

    public static JsonNode Replace(JsonNode node)
    {
        if (node is JsonArray array)
            return new JsonArray(array.Select(Replace));
        if (node is not JsonObject obj)
            return node.Clone();
        if (obj["Ref"] is JsonString id)
            return "${" + id.Value + (RefIsArn.Contains(id.Value) ? ".Arn}" : "}");
        if (obj["Fn::GetAtt"] is JsonArray attribute)
            return "${" + ((JsonString)attribute[0]).Value + "." + ((JsonString)attribute[1]).Value + "}";
        if (obj["Fn::Sub"] is JsonString pattern)
            return pattern.Value.Replace("${!", "${", StringComparison.Ordinal);
        var copy = new JsonObject();
        foreach (var member in obj)
            copy.Add(member.Name, Replace(member.Value));
        return copy;
    }
}
