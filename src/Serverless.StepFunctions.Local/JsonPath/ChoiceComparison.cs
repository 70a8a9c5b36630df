using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>
/// The rules of a Choice in a JSONPath machine. A value of another kind than the operator compares is no match; a variable that is not
/// there fails the state, except for `IsPresent`. `And` and `Or` stop where they are decided, so that a test for presence guards what follows.
/// </summary>
internal static class ChoiceComparison
{
    private const string PathSuffix = "Path";

    /// <summary>Whether a rule holds.</summary>
    /// <exception cref="PathException">A variable is not there, or the rule has no operator: `States.Runtime`.</exception>
    public static bool Holds(JsonObject rule, PathData data)
    {
        if (rule["And"] is JsonArray all)
            return all.All(inner => Holds((JsonObject)inner!, data));
        if (rule["Or"] is JsonArray any)
            return any.Any(inner => Holds((JsonObject)inner!, data));
        if (rule["Not"] is JsonObject not)
            return !Holds(not, data);
        var variable = rule["Variable"]?.GetValue<string>() ?? throw new PathException(PathException.Runtime, "A rule of the choice has no 'Variable'.");
        foreach (var (name, operand) in rule)
        {
            if (name is "Variable" or "Next" or "Comment" or "Assign" or "Output")
                continue;
            return Compare(name, variable, operand, data);
        }

        throw new PathException(PathException.Runtime, "A rule of the choice has no operator.");
    }

    private static bool Compare(string name, string variable, JsonNode? operand, PathData data)
    {
        var isThere = PathEngine.TryRead(variable, data, out var value);
        if (name == "IsPresent")
            return isThere == operand!.GetValue<bool>();
        if (!isThere)
            throw new PathException(PathException.Runtime, $"Invalid path '{variable}': the choice state's condition path references an invalid value.");
        var kind = PathReader.KindOf(value);
        bool? test = name switch
        {
            "IsNull" => kind == JsonValueKind.Null,
            "IsNumeric" => kind == JsonValueKind.Number,
            "IsString" => kind == JsonValueKind.String,
            "IsBoolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "IsTimestamp" => Timestamps.TryRead(value, out _),
            _ => null,
        };
        if (test is { } holds)
            return holds == operand!.GetValue<bool>();
        if (name == "StringMatches")
            return kind == JsonValueKind.String && Wildcard.Matches(value!.GetValue<string>(), operand!.GetValue<string>());
        if (name.EndsWith(PathSuffix, StringComparison.Ordinal))
        {
            name = name[..^PathSuffix.Length];
            operand = PathEngine.Read(operand!.GetValue<string>(), data);
        }

        return CompareValues(name, value, operand);
    }

    private static bool CompareValues(string name, JsonNode? value, JsonNode? operand)
    {
        if (name == "BooleanEquals")
            return PathReader.KindOf(value) is JsonValueKind.True or JsonValueKind.False && JsonEquality.AreEqual(value, operand);
        var (prefix, order) =
            name.StartsWith("String", StringComparison.Ordinal) ? ("String", TextOrder(value, operand))
            : name.StartsWith("Numeric", StringComparison.Ordinal) ? ("Numeric", NumberOrder(value, operand))
            : name.StartsWith("Timestamp", StringComparison.Ordinal) ? ("Timestamp", TimeOrder(value, operand))
            : throw Unknown(name);
        return name[prefix.Length..] switch
        {
            "Equals" => order == 0,
            "LessThan" => order < 0,
            "LessThanEquals" => order <= 0,
            "GreaterThan" => order > 0,
            "GreaterThanEquals" => order >= 0,
            _ => throw Unknown(name),
        };
    }

    private static PathException Unknown(string name) => new(PathException.Runtime, $"There is no operator '{name}'.");

    private static int? TextOrder(JsonNode? left, JsonNode? right) => (PathReader.KindOf(left), PathReader.KindOf(right)) == (JsonValueKind.String, JsonValueKind.String)
        ? string.CompareOrdinal(left!.GetValue<string>(), right!.GetValue<string>())
        : null;

    private static int? NumberOrder(JsonNode? left, JsonNode? right) => (PathReader.KindOf(left), PathReader.KindOf(right)) == (JsonValueKind.Number, JsonValueKind.Number)
        ? Numbers.Double(left!).CompareTo(Numbers.Double(right!))
        : null;

    private static int? TimeOrder(JsonNode? left, JsonNode? right) => Timestamps.TryRead(left, out var first) && Timestamps.TryRead(right, out var second) ? first.CompareTo(second) : null;
}
