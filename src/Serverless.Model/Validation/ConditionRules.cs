using Serverless.Model.Json;

namespace Serverless.Model.Validation;

/// <summary>The `Condition` of a policy statement: operators over keys over values.</summary>
internal static class ConditionRules
{
    private const string IfExists = "IfExists";

    private static readonly HashSet<string> Operators = new(StringComparer.OrdinalIgnoreCase)
    {
        "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike",
        "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals",
        "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals",
        "Bool", "BinaryEquals", "IpAddress", "NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike",
    };

    /// <summary>What IAM would refuse, in a sentence without a full stop; null when nothing.</summary>
    public static string? Problem(string json)
    {
        var node = JsonReader.Read(json, out var error);
        if (error is { } fault)
            return $"It is not JSON: {fault.Message} at character {fault.Position + 1}";
        if (node is not JsonObject { Count: > 0 } condition)
            return "It must be a JSON object of operators, such as { \"StringEquals\": { \"aws:RequestTag/team\": \"shop\" } }";
        foreach (var @operator in condition)
        {
            if (!IsOperator(@operator.Name))
                return $"'{@operator.Name}' is no condition operator";
            if (@operator.Value is not JsonObject { Count: > 0 } keys)
                return $"'{@operator.Name}' must hold an object of condition keys";
            foreach (var key in keys)
            {
                if (!IsKey(key.Name))
                    return $"'{key.Name}' is no condition key: write it as 'service:Name'";
                if (!IsValue(key.Value))
                    return $"'{key.Name}' must be a text, a number, true or false, or a list of these";
            }
        }

        return null;
    }

    private static bool IsOperator(string name)
    {
        foreach (var quantifier in (ReadOnlySpan<string>)["ForAllValues:", "ForAnyValue:"])
        {
            if (name.StartsWith(quantifier, StringComparison.OrdinalIgnoreCase))
                name = name.Substring(quantifier.Length);
        }

        if (string.Equals(name, "Null", StringComparison.OrdinalIgnoreCase))
            return true;
        if (name.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase))
            name = name.Substring(0, name.Length - IfExists.Length);
        return Operators.Contains(name);
    }

    private static bool IsKey(string name)
    {
        var colon = name.IndexOf(':');
        return colon > 0 && colon < name.Length - 1;
    }

    private static bool IsValue(JsonNode value) => value switch
    {
        JsonString or JsonNumber or JsonBoolean => true,
        JsonArray { Count: > 0 } list => list.All(static item => item is JsonString or JsonNumber or JsonBoolean),
        _ => false,
    };
}
