using System.Globalization;
using System.Text;

namespace Serverless.StepFunctions.Local.Jsonata.Pictures;

/// <summary>
/// Regular expressions of JavaScript in the dialect of .NET. The option <c>ECMAScript</c> would refuse look-behinds and named groups,
/// so what differs is written out instead.
/// </summary>
internal static class ScriptRegex
{
    private static readonly System.Buffers.SearchValues<char> Hexadecimal = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    private const string Space = @"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
    private const string Lines = @"\n\r\u2028\u2029";

    /// <param name="pattern">The source between the slashes.</param>
    /// <param name="multiline">Whether <c>^</c> and <c>$</c> are the ends of lines.</param>
    public static string Translate(string pattern, bool multiline)
    {
        var result = new StringBuilder(pattern.Length + 16);
        var names = GroupNames(pattern);
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            switch (c)
            {
                case '\\' when i + 1 < pattern.Length:
                    i = Escape(pattern, i + 1, result, names, inClass: false);
                    break;
                case '[':
                    i = Class(pattern, i, result, names);
                    break;
                case '.':
                    result.Append("[^").Append(Lines).Append(']');
                    break;
                case '$':
                    result.Append(multiline ? $"(?=[{Lines}]|\\z)" : "\\z");
                    break;
                case '^':
                    result.Append(multiline ? $"(?<=\\A|[{Lines}])" : "\\A");
                    break;
                case '(' when IsNamed(pattern, i):
                    // .NET numbers named groups behind the others; JavaScript counts parentheses.
                    i = pattern.IndexOf('>', i);
                    result.Append('(');
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }

    private static bool IsNamed(string pattern, int i)
        => i + 3 < pattern.Length && pattern[i + 1] == '?' && pattern[i + 2] == '<' && pattern[i + 3] is not ('=' or '!') && pattern.IndexOf('>', i) > 0;

    private static List<string> GroupNames(string pattern)
    {
        var names = new List<string>();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass && IsNamed(pattern, i):
                    names.Add(pattern[(i + 3)..pattern.IndexOf('>', i)]);
                    break;
                case '(' when !inClass && (i + 1 >= pattern.Length || pattern[i + 1] != '?'):
                    names.Add("");
                    break;
            }
        }

        return names;
    }

    private static int Class(string pattern, int start, StringBuilder result, List<string> names)
    {
        var i = start + 1;
        var negated = i < pattern.Length && pattern[i] == '^';
        if (negated)
            i++;
        if (i < pattern.Length && pattern[i] == ']')
        {
            // The class of nothing, and of everything.
            result.Append(negated ? @"[\s\S]" : "(?!)");
            return i;
        }

        result.Append(negated ? "[^" : "[");
        for (; i < pattern.Length && pattern[i] != ']'; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
                i = Escape(pattern, i + 1, result, names, inClass: true);
            else if (pattern[i] == '[')
                result.Append("\\[");
            else
                result.Append(pattern[i]);
        }

        result.Append(']');
        return i;
    }

    private static int Escape(string pattern, int i, StringBuilder result, List<string> names, bool inClass)
    {
        var c = pattern[i];
        switch (c)
        {
            case 'd':
                result.Append(inClass ? "0-9" : "[0-9]");
                return i;
            case 'D':
                result.Append(inClass ? @"\x00-/:-\uffff" : "[^0-9]");
                return i;
            case 'w':
                result.Append(inClass ? "a-zA-Z0-9_" : "[a-zA-Z0-9_]");
                return i;
            case 'W':
                result.Append(inClass ? @"\x00-/:-@\[-\^`{-\uffff" : "[^a-zA-Z0-9_]");
                return i;
            case 's':
                result.Append(inClass ? Space : $"[{Space}]");
                return i;
            case 'S':
                result.Append(inClass ? @"\x00-\x08\x0e-\x1f!-\u009f\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\uffff" : $"[^{Space}]");
                return i;
            case 'b' or 'B' when !inClass:
                var word = "(?<![a-zA-Z0-9_])(?=[a-zA-Z0-9_])|(?<=[a-zA-Z0-9_])(?![a-zA-Z0-9_])";
                result.Append(c == 'b' ? $"(?:{word})" : $"(?!{word})");
                return i;
            case 'k' when !inClass && i + 1 < pattern.Length && pattern[i + 1] == '<' && pattern.IndexOf('>', i) is var end and > 0:
                var number = names.IndexOf(pattern[(i + 2)..end]) + 1;
                result.Append(CultureInfo.InvariantCulture, $"(?:\\{number})");
                return end;
            case 'n' or 'r' or 't' or 'f' or 'v' or 'b':
                result.Append('\\').Append(c);
                return i;
            case 'x' when Hex(pattern, i + 1, 2):
                result.Append('\\').Append(pattern, i, 3);
                return i + 2;
            case 'u' when Hex(pattern, i + 1, 4):
                result.Append('\\').Append(pattern, i, 5);
                return i + 4;
            case 'c' when i + 1 < pattern.Length && char.IsAsciiLetter(pattern[i + 1]):
                result.Append('\\').Append(pattern, i, 2);
                return i + 1;
            case '0' when i + 1 >= pattern.Length || !char.IsAsciiDigit(pattern[i + 1]):
                result.Append("\\x00");
                return i;
            case >= '1' and <= '9' when !inClass:
                var last = i;
                while (last + 1 < pattern.Length && char.IsAsciiDigit(pattern[last + 1]))
                    last++;
                var reference = int.Parse(pattern.AsSpan(i, last - i + 1), CultureInfo.InvariantCulture);
                if (reference > names.Count)
                {
                    result.Append("\\x0").Append(c);
                    return i;
                }

                // A group that took no part is empty in JavaScript and a failure in .NET.
                result.Append(CultureInfo.InvariantCulture, $"(?({reference})\\{reference})");
                return last;
            default:
                // Any other character stands for itself.
                if (char.IsAsciiLetterOrDigit(c) || c == '_')
                    result.Append(c);
                else
                    result.Append('\\').Append(c);
                return i;
        }
    }

    private static bool Hex(string pattern, int start, int count)
        => start + count <= pattern.Length && !pattern.AsSpan(start, count).ContainsAnyExcept(Hexadecimal);
}
