namespace Serverless.Model.Expressions.Jsonata;

/// <summary>A regular expression in the dialect of JavaScript.</summary>
internal sealed class JsonataRegex(string pattern, string flags) : JsonataNode
{
    /// <inheritdoc/>
    public override JsonataNodeKind Kind => JsonataNodeKind.Regex;

    /// <summary>The source between the slashes.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>Of <c>i</c> and <c>m</c>.</summary>
    public string Flags { get; } = flags;
}
