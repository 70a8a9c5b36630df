using System.Text.Json;

namespace Serverless.Hosting.Authorization;

/// <summary>What an IAM policy that a Lambda authorizer returned says of one call. Conditions are not evaluated: a statement that has some does not fit.</summary>
internal static class AccessPolicy
{
    private const string Action = "execute-api:Invoke";

    /// <summary>True when a statement allows the call and none denies it.</summary>
    public static bool Allows(JsonElement policy, string methodArn)
    {
        if (policy.ValueKind != JsonValueKind.Object || !policy.TryGetProperty("Statement", out var statements))
            return false;
        var allowed = false;
        foreach (var statement in Items(statements))
        {
            if (statement.ValueKind != JsonValueKind.Object || !Fits(statement, "Action", Action, ignoreCase: true) || !Fits(statement, "Resource", methodArn, ignoreCase: false))
                continue;
            var effect = statement.TryGetProperty("Effect", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            if (effect == "Deny")
                return false;
            allowed |= effect == "Allow" && !statement.TryGetProperty("Condition", out _);
        }

        return allowed;
    }

    /// <summary>`*` stands for any text, `?` for one character.</summary>
    public static bool Matches(string pattern, string text, bool ignoreCase)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || Same(pattern[p], text[t], ignoreCase)))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    private static bool Same(char a, char b, bool ignoreCase) => a == b || (ignoreCase && char.ToLowerInvariant(a) == char.ToLowerInvariant(b));

    private static bool Fits(JsonElement statement, string member, string text, bool ignoreCase) =>
        statement.TryGetProperty(member, out var patterns)
        && Items(patterns).Exists(p => p.ValueKind == JsonValueKind.String && Matches(p.GetString()!, text, ignoreCase));

    private static List<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}
