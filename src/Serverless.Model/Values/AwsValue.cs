namespace Serverless.Model;

/// <summary>How a string that names something in AWS was written. The grammar is in the reference, "Value grammar".</summary>
internal enum AwsValueKind
{
    /// <summary>The text itself (also `@@x`, which means `@x`, and dynamic references).</summary>
    Literal,

    /// <summary>`@Id`, `@Id.Attribute` or `@Id/suffix`.</summary>
    Reference,

    /// <summary>Text with `${…}` in it.</summary>
    Substitution,
}

/// <summary>
/// A string that names something in AWS: a literal, a reference to something declared, or text with substitutions.
/// What a reference becomes (name, URL, ARN) is the business of the place it stands in, not of the value.
/// </summary>
/// <param name="Kind">The form.</param>
/// <param name="Text">Literal: the text. Reference: the id. Substitution: the whole text.</param>
/// <param name="Attribute">`Arn` in `@Orders.Arn`; dots inside are allowed (`@Api.RootResourceId`).</param>
/// <param name="Suffix">`/index/*` in `@Orders/index/*`, with the slash.</param>
internal sealed record AwsValue(AwsValueKind Kind, string Text, string? Attribute = null, string? Suffix = null)
{
    /// <summary>The id a reference points to, else null.</summary>
    public string? ReferencedId => Kind == AwsValueKind.Reference ? Text : null;

    /// <summary>Ids of the template that the value needs: the one a reference points to, or those in `${…}`. Pseudo parameters are not among them.</summary>
    public IEnumerable<string> ReferencedIds()
    {
        if (Kind == AwsValueKind.Reference)
            yield return Text;
        if (Kind != AwsValueKind.Substitution)
            yield break;
        for (var open = Text.IndexOf("${", StringComparison.Ordinal); open >= 0; open = Text.IndexOf("${", open + 2, StringComparison.Ordinal))
        {
            var close = Text.IndexOf('}', open);
            var name = Text.Substring(open + 2, close - open - 2).Trim();
            if (name[0] == '!' || name.StartsWith("AWS::", StringComparison.Ordinal))
                continue;
            var dot = name.IndexOf('.');
            yield return dot > 0 ? name.Substring(0, dot) : name;
        }
    }

    public static AwsValue Literal(string text) => new(AwsValueKind.Literal, text);

    public static AwsValue Reference(string id, string? attribute = null, string? suffix = null) =>
        new(AwsValueKind.Reference, id, attribute, suffix);

    /// <summary>
    /// Parses the value grammar. False when it is malformed; <paramref name="problem"/> then says why, in words that end a sentence.
    /// </summary>
    public static bool TryParse(string text, out AwsValue value, out string? problem)
    {
        problem = null;
        if (text.StartsWith("@@", StringComparison.Ordinal))
        {
            value = Literal(text.Substring(1));
            return true;
        }

        if (text.StartsWith("@", StringComparison.Ordinal))
            return TryParseReference(text, out value, out problem);

        var isSubstitution = false;
        for (var open = text.IndexOf("${", StringComparison.Ordinal); open >= 0; open = text.IndexOf("${", open + 2, StringComparison.Ordinal))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                value = Literal(text);
                problem = "'${' is not closed";
                return false;
            }

            if (close == open + 2)
            {
                value = Literal(text);
                problem = "'${}' names nothing";
                return false;
            }

            isSubstitution |= text[open + 2] != '!';
        }

        value = isSubstitution ? new AwsValue(AwsValueKind.Substitution, text) : Literal(text);
        return true;
    }

    private static bool TryParseReference(string text, out AwsValue value, out string? problem)
    {
        var end = 1;
        while (end < text.Length && IsLetterOrDigit(text[end]))
            end++;
        var id = text.Substring(1, end - 1);
        value = Reference(id);
        problem = null;
        if (id.Length == 0)
        {
            problem = "'@' must be followed by the id of a resource; write '@@' for the character itself";
            return false;
        }

        if (end == text.Length)
            return true;
        if (text[end] == '.' && end + 1 < text.Length)
        {
            var attribute = text.Substring(end + 1);
            var slash = attribute.IndexOf('/');
            var suffix = slash >= 0 ? attribute.Substring(slash) : null;
            if (slash >= 0)
                attribute = attribute.Substring(0, slash);
            value = Reference(id, attribute, suffix);
            if (attribute.Length > 0 && attribute.All(static c => IsLetterOrDigit(c) || c == '.'))
                return true;
            problem = $"'{attribute}' is not the name of an attribute";
            return false;
        }

        if (text[end] == '/')
        {
            value = Reference(id, null, text.Substring(end));
            return true;
        }

        problem = $"'{text.Substring(end)}' does not fit after '@{id}': write '@{id}.Attribute' or '@{id}/suffix'";
        return false;
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
