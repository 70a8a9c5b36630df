using Serverless.Model.Json;

namespace Serverless.Model.Yaml;

/// <summary>What scalars and tags mean to CloudFormation.</summary>
internal static class YamlScalars
{
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "And", "Base64", "Cidr", "Contains", "EachMemberEquals", "EachMemberIn", "Equals", "FindInMap", "ForEach", "GetAtt", "GetAZs", "GetStackOutput", "If", "ImportValue", "Join", "Length",
        "Not", "Or", "RefAll", "Select", "Split", "Sub", "ToJsonString", "Transform", "ValueOf", "ValueOfAll",
    };

    /// <summary>`!Sub` is `Fn::Sub`; null for a tag that is no function.</summary>
    public static string? LongForm(string tag)
    {
        if (tag is "!Ref" or "!Condition")
            return tag.Substring(1);
        return tag.Length > 1 && Functions.Contains(tag.Substring(1)) ? "Fn::" + tag.Substring(1) : null;
    }

    /// <summary>
    /// A plain scalar. Only what JSON calls a number is one: an account id with a zero in front, a date or a version stays the text it is.
    /// </summary>
    public static JsonNode Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new JsonNull(),
        "true" or "True" or "TRUE" => new JsonBoolean(true),
        "false" or "False" or "FALSE" => new JsonBoolean(false),
        _ => IsNumber(text) ? new JsonNumber(text) : new JsonString(text),
    };

    private static bool IsNumber(string text)
    {
        var at = text[0] == '-' ? 1 : 0;
        var digits = Digits(text, ref at);
        if (digits == 0 || (digits > 1 && text[at - digits] == '0'))
            return false;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at) == 0)
                return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            if (Digits(text, ref at) == 0)
                return false;
        }

        return at == text.Length;
    }

    private static int Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
            at++;
        return at - start;
    }
}
