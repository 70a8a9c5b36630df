using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Serverless.StepFunctions.Local;

/// <summary>Rules of a JSONPath Choice.</summary>
internal static class ChoiceOperators
{
    private static readonly string[] Orders = ["Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals"];
    private static readonly string[] Ordered = ["String", "Numeric", "Timestamp"];

    private static readonly HashSet<string> Names = new(
        [
            .. Ordered.SelectMany(static kind => Orders.SelectMany(order => new[] { kind + order, kind + order + "Path" })),
            "BooleanEquals", "BooleanEqualsPath", "StringMatches", "IsNull", "IsPresent", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp",
        ],
        StringComparer.Ordinal);

    /// <summary>Refuses a rule that is none.</summary>
    /// <exception cref="InvalidDefinitionException">It is none.</exception>
    public static void Check(JsonObject rule, string place, bool isTop)
    {
        var tests = 0;
        foreach (var (name, value) in rule)
        {
            switch (name)
            {
                case "And" or "Or":
                    tests++;
                    if (value is not JsonArray { Count: > 0 } parts)
                        throw new InvalidDefinitionException(place + "." + name, "a list of rules");
                    for (var i = 0; i < parts.Count; i++)
                        Check(parts[i] as JsonObject ?? throw new InvalidDefinitionException($"{place}.{name}[{i}]", "a rule is an object"), $"{place}.{name}[{i}]", isTop: false);
                    break;
                case "Not":
                    tests++;
                    Check(value as JsonObject ?? throw new InvalidDefinitionException(place + ".Not", "a rule is an object"), place + ".Not", isTop: false);
                    break;
                case "Variable" when Json.IsText(value):
                    break;
                case "Comment":
                    break;
                case "Next" or "Assign" when isTop:
                    break;
                default:
                    if (!Names.Contains(name))
                        throw new InvalidDefinitionException(place, $"there is no operator or field '{name}' here");
                    if (!rule.ContainsKey("Variable"))
                        throw new InvalidDefinitionException(place, "'Variable' is missing");
                    tests++;
                    break;
            }
        }

        if (tests != 1)
            throw new InvalidDefinitionException(place, "a rule has exactly one operator");
    }

    /// <summary>True when the rule holds.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="read">Reads a path; false = it leads nowhere.</param>
    public static bool Holds(JsonObject rule, PathReader read)
    {
        foreach (var (name, value) in rule)
        {
            switch (name)
            {
                case "And":
                    return value!.AsArray().All(part => Holds(part!.AsObject(), read));
                case "Or":
                    return value!.AsArray().Any(part => Holds(part!.AsObject(), read));
                case "Not":
                    return !Holds(value!.AsObject(), read);
                case "Variable" or "Comment" or "Next" or "Assign":
                    break;
                default:
                    return Compare(rule["Variable"]!.GetValue<string>(), name, value, read);
            }
        }

        return false;
    }

    private static bool Compare(string variable, string name, JsonNode? value, PathReader read)
    {
        var exists = read(variable, out var actual);
        if (name == "IsPresent")
            return exists == value!.GetValue<bool>();
        if (!exists)
            throw new StateFailure(ErrorNames.Runtime, $"Invalid path '{variable}': The choice state's condition path references an invalid value.");
        if (name.StartsWith("Is", StringComparison.Ordinal))
            return Is(name, actual) == value!.GetValue<bool>();
        var expected = value;
        if (name.EndsWith("Path", StringComparison.Ordinal))
        {
            var path = value!.GetValue<string>();
            if (!read(path, out expected))
                throw new StateFailure(ErrorNames.Runtime, $"Invalid path '{path}': The choice state's condition path references an invalid value.");
            name = name[..^4];
        }

        if (name == "StringMatches")
            return Json.IsText(actual) && Matches(expected!.GetValue<string>(), actual!.GetValue<string>());
        if (name == "BooleanEquals")
            return Json.IsBoolean(actual) && Json.IsBoolean(expected) && actual!.GetValue<bool>() == expected!.GetValue<bool>();
        if (name.StartsWith("String", StringComparison.Ordinal))
            return Json.IsText(actual) && Json.IsText(expected) && Holds(name["String".Length..], string.CompareOrdinal(actual!.GetValue<string>(), expected!.GetValue<string>()));
        if (name.StartsWith("Numeric", StringComparison.Ordinal))
            return Json.IsNumber(actual) && Json.IsNumber(expected) && Holds(name["Numeric".Length..], Json.Number(actual!).CompareTo(Json.Number(expected!)));
        return TryTime(actual, out var time) && TryTime(expected, out var other) && Holds(name["Timestamp".Length..], time.CompareTo(other));
    }

    private static bool Is(string name, JsonNode? actual) => name switch
    {
        "IsNull" => actual is null,
        "IsNumeric" => Json.IsNumber(actual),
        "IsString" => Json.IsText(actual),
        "IsBoolean" => Json.IsBoolean(actual),
        _ => TryTime(actual, out _),
    };

    private static bool Holds(string order, int comparison) => order switch
    {
        "Equals" => comparison == 0,
        "LessThan" => comparison < 0,
        "GreaterThan" => comparison > 0,
        "LessThanEquals" => comparison <= 0,
        _ => comparison >= 0,
    };

    private static bool TryTime(JsonNode? node, out DateTimeOffset time)
    {
        time = default;
        return Json.IsText(node) && Json.TryTime(node!.GetValue<string>(), out time);
    }

    /// <summary>`*` stands for any text; `\\*` is an asterisk.</summary>
    private static bool Matches(string pattern, string text)
    {
        var regex = new System.Text.StringBuilder("\\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length && pattern[i + 1] is '*' or '\\')
                regex.Append(Regex.Escape(pattern[++i].ToString()));
            else
                regex.Append(pattern[i] == '*' ? ".*" : Regex.Escape(pattern[i].ToString()));
        }

        return Regex.IsMatch(text, regex.Append("\\z").ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
    }
}

/// <summary>Reads a path.</summary>
internal delegate bool PathReader(string path, out JsonNode? value);
