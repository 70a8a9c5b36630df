using System.Globalization;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>
/// Literal values of a template, as CloudFormation takes them: a number or a flag may be written as text. Whatever is computed when the stack is made is null: unknown.
/// </summary>
internal static class TemplateValue
{
    public static string? Text(JsonNode? node) => node switch
    {
        JsonString text => text.Value,
        JsonNumber number => number.Text,
        JsonBoolean flag => flag.Value ? "true" : "false",
        _ => null,
    };

    public static int? Integer(JsonNode? node) => int.TryParse(Text(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static int? Positive(JsonNode? node) => Integer(node) is > 0 and var value ? value : null;

    public static bool? Flag(JsonNode? node) => node is JsonBoolean or JsonString && bool.TryParse(Text(node), out var value) ? value : null;

    /// <summary>A function of CloudFormation, which is evaluated when the stack is made: `{ "Ref": … }`, `{ "Fn::If": … }`.</summary>
    public static bool IsIntrinsic(JsonNode? node) =>
        node is JsonObject { Count: 1 } obj && (obj.Members[0].Name is "Ref" or "Condition" || obj.Members[0].Name.StartsWith("Fn::", StringComparison.Ordinal));

    /// <summary>The object's members are all there is: no part of it is put in when the stack is made.</summary>
    public static bool IsWhole(JsonObject obj)
    {
        if (IsIntrinsic(obj))
            return false;
        foreach (var member in obj)
        {
            if (member.Name.StartsWith("Fn::", StringComparison.Ordinal) || member.Name == "<<")
                return false;
        }

        return true;
    }
}
