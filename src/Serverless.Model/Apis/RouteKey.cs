using System.Text;
using System.Text.RegularExpressions;

namespace Serverless.Model;

/// <summary>A route key as API Gateway writes it: `GET /orders/{id}`, `ANY /files/{path+}`, `$default`.</summary>
/// <param name="Method">Upper case, or `$default`.</param>
/// <param name="Path">Starts with a slash; empty for `$default`.</param>
internal sealed record RouteKey(string Method, string Path)
{
    public const string Default = "$default";

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY" };

    private static readonly Regex Space = new(@"\s+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The path with nameless variables: two routes of one form answer the same requests.</summary>
    public string Form => Method == Default ? Default : Method + " " + string.Join("/", Path.Split('/').Select(static s => s.StartsWith("{", StringComparison.Ordinal) ? s.EndsWith("+}", StringComparison.Ordinal) ? "{+}" : "{}" : s));

    /// <summary>Names of the variables in the order of the path.</summary>
    public IEnumerable<string> Variables => Path.Split('/').Where(static s => s.StartsWith("{", StringComparison.Ordinal)).Select(static s => s.Trim('{', '}', '+'));

    /// <summary>`GET /orders/{id}` as a name: `GetOrdersId`.</summary>
    public string ToName()
    {
        if (Method == Default)
            return "Default";
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var c in Method.ToLowerInvariant() + Path)
        {
            var isLetterOrDigit = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (isLetterOrDigit)
                name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = !isLetterOrDigit;
        }

        return name.ToString();
    }

    /// <summary>Null when malformed; <paramref name="problem"/> then says why and <paramref name="replacement"/> what was probably meant.</summary>
    public static RouteKey? Parse(string text, out string problem, out string? replacement)
    {
        problem = "";
        replacement = null;
        if (text == Default)
            return new RouteKey(Default, "");
        var space = text.IndexOf(' ');
        var method = space < 0 ? text : text.Substring(0, space);
        var path = space < 0 ? "" : text.Substring(space + 1);
        problem = MethodProblem(method, text) ?? PathProblem(path) ?? "";
        if (problem.Length == 0)
            return new RouteKey(method, path);
        replacement = Repair(text);
        return null;
    }

    private static string? MethodProblem(string method, string text)
    {
        if (Methods.Contains(method))
            return null;
        return text.StartsWith("/", StringComparison.Ordinal)
            ? "the method is missing: write it as 'GET /path'"
            : $"'{method}' is not one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS and ANY";
    }

    private static string? PathProblem(string path)
    {
        if (!path.StartsWith("/", StringComparison.Ordinal))
            return "the path starts with '/' after the method and one space";
        var segments = path.Substring(1).Split('/');
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
        {
            var isLast = i == segments.Length - 1;
            if ((SegmentProblem(segments[i], isLast) ?? VariableProblem(segments[i], isLast, names)) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? SegmentProblem(string segment, bool isLast)
    {
        if (segment.Length == 0)
            return isLast ? null : "a segment is empty";
        if (segment.IndexOfAny([' ', '\t', '?', '#', '"', '\\']) >= 0 && !segment.StartsWith("{", StringComparison.Ordinal))
            return $"'{segment}' holds a character that a path cannot have";
        return null;
    }

    private static string? VariableProblem(string segment, bool isLast, HashSet<string> names)
    {
        if (segment.IndexOfAny(['{', '}']) < 0)
            return null;
        if (segment[0] != '{' || segment.IndexOf('}') != segment.Length - 1 || segment.LastIndexOf('{') != 0)
            return $"'{segment}' mixes text and a variable: a variable takes a whole segment";
        var name = segment.Substring(1, segment.Length - 2);
        if (name.EndsWith("+", StringComparison.Ordinal))
        {
            if (!isLast)
                return $"'{segment}' takes the rest of the path and must come last";
            name = name.Substring(0, name.Length - 1);
        }

        if (name.IndexOf(':') >= 0)
            return $"API Gateway has no constraints: '{segment}' is bound by the type of the parameter";
        if (name.EndsWith("?", StringComparison.Ordinal))
            return $"API Gateway has no optional segments: '{segment}' needs a second route";
        if (name.Length == 0 || !name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.'))
            return $"'{segment}' is no name of a variable";
        return names.Add(name) ? null : $"the variable '{name}' stands twice in the path";
    }

    /// <summary>What other frameworks write, in API Gateway's words; null when that is no route key either.</summary>
    private static string? Repair(string text)
    {
        var trimmed = Space.Replace(text.Trim(), " ");
        if (trimmed.Length == 0)
            return null;
        var space = trimmed.IndexOf(' ');
        var method = (space < 0 ? "GET" : trimmed.Substring(0, space)).ToUpperInvariant();
        var path = space < 0 ? trimmed : trimmed.Substring(space + 1);
        if (!path.StartsWith("/", StringComparison.Ordinal))
            path = "/" + path;
        path = string.Join("/", path.Split('/').Select(RepairSegment));
        return MethodProblem(method, trimmed) is null && PathProblem(path) is null ? method + " " + path : null;
    }

    private static string RepairSegment(string segment)
    {
        if (!segment.StartsWith("{", StringComparison.Ordinal) || !segment.EndsWith("}", StringComparison.Ordinal))
            return segment;
        var name = segment.Trim('{', '}');
        var takesRest = name.StartsWith("*", StringComparison.Ordinal) || name.EndsWith("+", StringComparison.Ordinal);
        name = name.Trim('*', '+');
        var end = name.IndexOfAny([':', '?', '=']);
        if (end >= 0)
            name = name.Substring(0, end);
        return "{" + name + (takesRest ? "+}" : "}");
    }
}
