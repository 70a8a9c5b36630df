using System.Text;
using Serverless.Model;

namespace Serverless.Artifacts.Pictures;

/// <summary>A condition in a few words: what stands on an arrow must be readable at a glance, the definition has the rest.</summary>
internal static class ConditionText
{
    private const int Longest = 36;

    public static string Of(AslData condition) => Shorten(condition switch
    {
        AslExpression expression => Plain(expression.Jsonata),
        AslObject comparison => Comparison(comparison),
        AslBoolean boolean => boolean.Value ? "always" : "never",
        _ => "…",
    });

    /// <summary>Cut at a length that fits an arrow or a box.</summary>
    public static string Shorten(string text, int longest = Longest) => text.Length <= longest ? text : text.Substring(0, longest - 1).TrimEnd() + "…";

    private static string Plain(string jsonata) => jsonata.Replace("$states.input.", "").Replace("$states.context.", "").Replace("$states.input", "input").Replace("  ", " ").Trim();

    /// <summary>`{ "Variable": "$.total", "NumericGreaterThan": 10 }` as `total > 10`.</summary>
    private static string Comparison(AslObject comparison)
    {
        var text = new StringBuilder();
        foreach (var member in comparison.Members)
        {
            switch (member.Name)
            {
                case "Variable" when member.Value is AslText or AslPath:
                    text.Insert(0, Path(member.Value) + " ");
                    break;
                case "And" when member.Value is AslList all:
                    text.Append(string.Join(" and ", all.Items.Select(Of)));
                    break;
                case "Or" when member.Value is AslList any:
                    text.Append(string.Join(" or ", any.Items.Select(Of)));
                    break;
                case "Not":
                    text.Append("not ").Append(Of(member.Value));
                    break;
                default:
                    text.Append(Operator(member.Name)).Append(' ').Append(Operand(member.Value));
                    break;
            }
        }

        return text.ToString().Trim();
    }

    private static string Operator(string name) => name switch
    {
        _ when name.StartsWith("Is", StringComparison.Ordinal) => "is " + name.Substring(2).ToLowerInvariant() + ":",
        _ when name.Contains("GreaterThanEquals") => "≥",
        _ when name.Contains("LessThanEquals") => "≤",
        _ when name.Contains("GreaterThan") => ">",
        _ when name.Contains("LessThan") => "<",
        _ when name.Contains("Matches") => "like",
        _ => "=",
    };

    private static string Operand(AslData data) => data switch
    {
        AslText text => text.Value.StartsWith("$", StringComparison.Ordinal) ? Path(data) : "'" + text.Value + "'",
        AslNumber number => number.Text,
        AslBoolean boolean => boolean.Value ? "true" : "false",
        AslPath => Path(data),
        _ => "…",
    };

    private static string Path(AslData data)
    {
        var path = data is AslPath written ? written.Path : ((AslText)data).Value;
        return path.StartsWith("$.", StringComparison.Ordinal) ? path.Substring(2) : path;
    }
}
