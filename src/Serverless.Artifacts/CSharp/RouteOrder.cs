namespace Serverless.Artifacts;

/// <summary>The order in which API Gateway prefers routes that fit the same path: text before variables, greedy ones and `$default` last.</summary>
internal static class RouteOrder
{
    public static IEnumerable<string> MostExactFirst(IEnumerable<string> routeKeys) =>
        routeKeys.OrderBy(Rank, StringComparer.Ordinal).ThenBy(static r => r, StringComparer.Ordinal);

    /// <summary>One character for each segment, so that the first difference decides; a method before `ANY`.</summary>
    private static string Rank(string routeKey)
    {
        var space = routeKey.IndexOf(' ');
        if (space < 0)
            return "~";
        var segments = routeKey.Substring(space + 1).Trim('/').Split('/').Select(static s =>
            s.EndsWith("+}", StringComparison.Ordinal) ? 'c' : s.StartsWith("{", StringComparison.Ordinal) ? 'b' : 'a');
        return string.Concat(segments) + (routeKey.StartsWith("ANY ", StringComparison.Ordinal) ? "2" : "1");
    }
}
