using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>The operators of a JSONPath Choice, for the check of a definition.</summary>
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
}
