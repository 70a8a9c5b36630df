using System.Text;
using System.Text.RegularExpressions;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Values of a request in a mapping template of a REST API, from the words HTTP APIs have for them: `$request.path.id`, `$context.stage`.</summary>
internal static class VelocityText
{
    private static readonly Regex Expression = new(
        @"\$(?:request\.(?<place>path|querystring|header)\.(?<name>[A-Za-z0-9_\-]+)|request\.(?<body>body)(?<path>(?:\.[A-Za-z0-9_]+)*)|(?<variable>(?:context|stageVariables)(?:\.[A-Za-z0-9_]+)+))",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>As a text inside quotation marks of JSON. `escapeJavaScript` escapes apostrophes, which JSON does not allow.</summary>
    public static string Escaped(string expression) => "$util.escapeJavaScript(" + expression + ").replaceAll(\"\\\\'\",\"'\")";

    /// <summary>The text with every expression replaced; deployed values in it stay patterns.</summary>
    /// <param name="pattern">As `Fn::Sub` has it.</param>
    /// <param name="spell">What becomes of an expression.</param>
    /// <param name="literal">What becomes of the text between.</param>
    public static string Replace(string pattern, Func<string, string> spell, Func<string, string> literal)
    {
        var text = new StringBuilder();
        var from = 0;
        foreach (Match match in Expression.Matches(pattern))
        {
            text.Append(literal(pattern.Substring(from, match.Index - from))).Append(spell(Velocity(match)));
            from = match.Index + match.Length;
        }

        return text.Append(literal(pattern.Substring(from))).ToString();
    }

    /// <summary>The one expression that is the whole text: its place in the request (`body`, `path` …) and how Velocity says it; null when it is none.</summary>
    public static (string Place, string Path)? Whole(AwsValue source)
    {
        if (source.Kind != AwsValueKind.Literal || Expression.Match(source.Text) is not { Success: true, Index: 0 } match || match.Length != source.Text.Length)
            return null;
        return match.Groups["body"].Success ? ("body", "$" + match.Groups["path"].Value) : (match.Groups["place"].Value, "");
    }

    private static string Velocity(Match match)
    {
        if (match.Groups["variable"].Success)
            return "$" + match.Groups["variable"].Value;
        if (match.Groups["place"].Success)
            return "$input.params()." + match.Groups["place"].Value + ".get(\"" + match.Groups["name"].Value + "\")";
        return match.Groups["path"].Length == 0 ? "$input.body" : "$input.path(\"$" + match.Groups["path"].Value + "\")";
    }
}
