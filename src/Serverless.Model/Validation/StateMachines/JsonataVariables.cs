namespace Serverless.Model.Validation.StateMachines;

/// <summary>
/// The variables that a JSONata expression reads from outside: `$document`, but not `$states`, functions it calls, nor what it binds itself.
/// A scan instead of a parser: names that an expression binds anywhere count as its own everywhere, so that a fault is never invented.
/// </summary>
internal static class JsonataVariables
{
    public static IEnumerable<string> Of(string expression)
    {
        var read = new List<string>();
        var bound = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < expression.Length; i++)
        {
            switch (expression[i])
            {
                case '\'' or '"' or '`':
                    i = SkipQuoted(expression, i);
                    break;
                case '/' when IsRegularExpression(expression, i):
                    i = SkipRegularExpression(expression, i);
                    break;
                case '$':
                    var end = i + 1;
                    while (end < expression.Length && IsWord(expression[end]))
                        end++;
                    Take(expression, i, end, read, bound);
                    i = end - 1;
                    break;
            }
        }

        return read.Where(name => !bound.Contains(name)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The variables of every expression in a value.</summary>
    public static IEnumerable<string> Of(AslData? data) => data switch
    {
        AslExpression expression => Of(expression.Jsonata),
        AslObject obj => obj.Members.SelectMany(static m => Of(m.Value)),
        AslList list => list.Items.SelectMany(static i => Of(i)),
        _ => [],
    };

    private static void Take(string text, int start, int end, List<string> read, HashSet<string> bound)
    {
        var name = text.Substring(start + 1, end - start - 1);
        if (name.Length == 0 || name == "states")
            return;
        var next = end;
        while (next < text.Length && text[next] == ' ')
            next++;
        if (next < text.Length && text[next] == '(')
            return;
        if (IsParameter(text, start) || (next + 1 < text.Length && text[next] == ':' && text[next + 1] == '='))
            bound.Add(name);
        else
            read.Add(name);
    }

    /// <summary>True within the parentheses of `function(…)`.</summary>
    private static bool IsParameter(string text, int position)
    {
        for (var i = position - 1; i >= 0; i--)
        {
            if (text[i] == '(')
                return text.Substring(0, i).TrimEnd().EndsWith("function", StringComparison.Ordinal) || (i > 0 && text[i - 1] == 'λ');
            if (text[i] is not (',' or ' ' or '$') && !IsWord(text[i]))
                return false;
        }

        return false;
    }

    private static int SkipQuoted(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && text[open] != '`')
                i++;
            else if (text[i] == text[open])
                return i;
        }

        return text.Length;
    }

    /// <summary>A slash divides after a value and opens a regular expression elsewhere.</summary>
    private static bool IsRegularExpression(string text, int position)
    {
        var before = text.Substring(0, position).TrimEnd();
        return before.Length == 0 || before[before.Length - 1] is '(' or ',' or '[' or '=' or '~' or '>' or ':' or '?';
    }

    private static int SkipRegularExpression(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '/')
                return i;
        }

        return text.Length;
    }

    private static bool IsWord(char c) => c is '_' || char.IsLetterOrDigit(c);
}
