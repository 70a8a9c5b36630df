using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Serverless.Model.Expressions.Jsonata;

namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>A regular expression: a function from a text to its first match.</summary>
internal sealed class RegexFunction(JsonataRegex node) : FunctionValue
{
    private const int CacheSize = 1024;

    /// <summary>A pattern that takes longer than this for one match does not end in any useful time.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private static readonly ConcurrentDictionary<(string Pattern, string Flags), Regex> Cache = new();

    private readonly Regex _regex = Compile(node);

    public override int Arity => 2;

    public override object? Invoke(Evaluator evaluator, object?[] arguments, object? input)
    {
        if (arguments.Length == 0 || arguments[0] is not string text)
            return null;
        var start = arguments.Length > 1 && arguments[1] is double from ? (int)Math.Clamp(from, 0, text.Length) : 0;
        return Match(text, start) is { } match ? Describe(text, match) : null;
    }

    public RegexMatch? Match(string text, int start)
    {
        if (start > text.Length)
            return null;
        Match match;
        try
        {
            match = _regex.Match(text, start);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new JsonataException("U1001", node.Position, "The regular expression takes too long", e);
        }

        if (!match.Success)
            return null;
        var groups = new List<object?>(match.Groups.Count - 1);
        for (var i = 1; i < match.Groups.Count; i++)
            groups.Add(match.Groups[i].Success ? match.Groups[i].Value : null);
        return new RegexMatch(match.Value, match.Index, match.Index + match.Length, groups);
    }

    /// <summary>The match behind <paramref name="match"/>; null for none.</summary>
    public RegexMatch? Next(string text, RegexMatch match)
    {
        if (match.End >= text.Length)
            return null;
        var next = Match(text, match.End);
        return next is { Text.Length: 0 }
            ? throw new JsonataException("D1004", node.Position, "The regular expression matches a text of no length")
            : next;
    }

    private ObjectValue Describe(string text, RegexMatch match)
    {
        var result = new ObjectValue();
        result.Set("match", match.Text);
        result.Set("start", (double)match.Start);
        result.Set("end", (double)match.End);
        result.Set("groups", new ListValue([.. match.Groups]));
        result.Set("next", new NativeFunction("next", 0, null, _ => Next(text, match) is { } next ? Describe(text, next) : null));
        return result;
    }

    private static Regex Compile(JsonataRegex node)
    {
        if (Cache.TryGetValue((node.Pattern, node.Flags), out var regex))
            return regex;
        var options = RegexOptions.CultureInvariant;
        if (node.Flags.Contains('i', StringComparison.Ordinal))
            options |= RegexOptions.IgnoreCase;
        try
        {
            regex = new Regex(Pictures.ScriptRegex.Translate(node.Pattern, node.Flags.Contains('m', StringComparison.Ordinal)), options, Timeout);
        }
        catch (ArgumentException e)
        {
            throw new JsonataException("S0303", node.Position, "The regular expression is not valid", e);
        }

        if (Cache.Count >= CacheSize)
            Cache.Clear();
        return Cache.GetOrAdd((node.Pattern, node.Flags), regex);
    }
}
