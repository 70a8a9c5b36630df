using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>Whether the rules of a Choice leave nothing over, so that it needs no `Default`.</summary>
internal static class ChoiceCoverage
{
    /// <summary>True when one rule is always met, or two are each other's opposite.</summary>
    public static bool IsComplete(JsonArray rules)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in rules)
        {
            if (item is not JsonObject rule)
                return true;
            if (rule["Condition"] is JsonBoolean { Value: true })
                return true;
            if (rule["Condition"] is JsonString { Value: var condition })
            {
                if (Contradicts(seen, condition))
                    return true;
                continue;
            }

            var comparison = Comparison(rule);
            if (comparison.ToCompactString() is var text && Opposites(comparison).Any(seen.Contains))
                return true;
            seen.Add(text);
        }

        return false;
    }

    /// <summary>The rule without what is not a comparison.</summary>
    private static JsonObject Comparison(JsonObject rule)
    {
        var comparison = new JsonObject();
        foreach (var member in rule)
        {
            if (member.Name is not ("Next" or "Assign" or "Comment"))
                comparison.Append(new JsonMember(member.Name, member.Value));
        }

        return comparison;
    }

    private static IEnumerable<string> Opposites(JsonObject comparison)
    {
        yield return new JsonObject { { "Not", comparison } }.ToCompactString();
        if (comparison is { Count: 1 } && comparison["Not"] is { } negated)
            yield return negated.ToCompactString();
        var flag = comparison.Members.FirstOrDefault(static m => m.Value is JsonBoolean);
        if (comparison.Count != 2 || flag is null || comparison["Variable"] is null)
            yield break;
        var opposite = new JsonObject();
        foreach (var member in comparison)
            opposite.Append(new JsonMember(member.Name, member == flag ? new JsonBoolean(!((JsonBoolean)flag.Value).Value) : member.Value));
        yield return opposite.ToCompactString();
    }

    /// <summary>`$not(x)` against `x`, `a &lt; b` against `a &gt;= b`; two expressions as they are written, no more.</summary>
    private static bool Contradicts(HashSet<string> seen, string condition)
    {
        var text = string.Concat(condition.Where(static c => !char.IsWhiteSpace(c)));
        if (!JsonataText.IsExpression(text))
            return false;
        text = JsonataText.Inner(text);
        var isFound = seen.Contains("$not(" + text + ")") || (text.StartsWith("$not(", StringComparison.Ordinal) && text.EndsWith(")", StringComparison.Ordinal) && seen.Contains(text.Substring(5, text.Length - 6)));
        foreach (var (one, other) in new[] { ("!=", "="), ("<=", ">"), (">=", "<"), ("=true", "=false") })
            isFound |= Swapped(text, one, other).Concat(Swapped(text, other, one)).Any(seen.Contains);
        seen.Add(text);
        return isFound;
    }

    private static IEnumerable<string> Swapped(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        if (at > 0 && text.IndexOf(from, at + 1, StringComparison.Ordinal) < 0)
            yield return text.Substring(0, at) + to + text.Substring(at + from.Length);
    }
}
