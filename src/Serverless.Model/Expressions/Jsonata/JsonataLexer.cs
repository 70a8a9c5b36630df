using System.Globalization;
using System.Text;

namespace Serverless.Model.Expressions.Jsonata;

/// <summary>Cuts an expression into words, one at a time: whether a slash begins a regular expression depends on where the parser is.</summary>
internal sealed class JsonataLexer(string text)
{
    private const string Space = " \t\n\r\v";
    private const string SingleOperators = ".[]{}(),@#;:?+-*/%|=<>^&!~";

    private static readonly string[] DoubleOperators = ["..", ":=", "!=", ">=", "<=", "**", "~>"];

    private int _position;

    /// <summary>The next word. After an operand a slash is a division.</summary>
    public JsonataToken Next(bool afterOperand)
    {
        SkipSpaceAndComments();
        if (_position >= text.Length)
            return new JsonataToken(JsonataTokenKind.End, "", null, text.Length, text.Length);
        var start = _position;
        var c = text[start];
        if (c == '/' && !afterOperand)
            return ReadRegex(start);
        foreach (var pair in DoubleOperators)
        {
            if (c == pair[0] && start + 1 < text.Length && text[start + 1] == pair[1])
                return Operator(pair, start);
        }

        if (SingleOperators.IndexOf(c) >= 0)
            return Operator(c.ToString(), start);
        return c switch
        {
            '"' or '\'' => ReadString(start, c),
            '`' => ReadQuotedName(start),
            >= '0' and <= '9' => ReadNumber(start),
            _ => ReadWord(start),
        };
    }

    private JsonataToken Operator(string symbol, int start)
    {
        _position = start + symbol.Length;
        return new JsonataToken(JsonataTokenKind.Operator, symbol, null, start, _position);
    }

    private void SkipSpaceAndComments()
    {
        while (_position < text.Length)
        {
            if (Space.IndexOf(text[_position]) >= 0)
            {
                _position++;
            }
            else if (text[_position] == '/' && _position + 1 < text.Length && text[_position + 1] == '*')
            {
                var end = text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
                if (end < 0)
                    throw JsonataSyntaxException.At("S0106", _position, text.Length - _position, "The comment has no closing tag");
                _position = end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private JsonataToken ReadRegex(int start)
    {
        var depth = 0;
        for (var i = start + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\')
            {
                i++;
                continue;
            }

            if (c == '/' && depth == 0)
            {
                if (i == start + 1)
                    throw JsonataSyntaxException.At("S0301", start, 2, "An empty regular expression is not allowed");
                var end = i + 1;
                while (end < text.Length && text[end] is 'i' or 'm')
                    end++;
                _position = end;
                return new JsonataToken(JsonataTokenKind.Regex, text.Substring(start + 1, i - start - 1), text.Substring(i + 1, end - i - 1), start, end);
            }

            if (c is '(' or '[' or '{')
                depth++;
            else if (c is ')' or ']' or '}')
                depth--;
        }

        throw JsonataSyntaxException.At("S0302", start, text.Length - start, "The regular expression has no closing /");
    }

    private JsonataToken ReadString(int start, char quote)
    {
        var value = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == quote)
            {
                _position = i + 1;
                return new JsonataToken(JsonataTokenKind.String, value.ToString(), null, start, _position);
            }

            if (c != '\\')
            {
                value.Append(c);
                continue;
            }

            i++;
            if (i >= text.Length)
                break;
            switch (text[i])
            {
                case '"' or '\\' or '/':
                    value.Append(text[i]);
                    break;
                case 'b':
                    value.Append('\b');
                    break;
                case 'f':
                    value.Append('\f');
                    break;
                case 'n':
                    value.Append('\n');
                    break;
                case 'r':
                    value.Append('\r');
                    break;
                case 't':
                    value.Append('\t');
                    break;
                case 'u':
                    if (i + 4 >= text.Length || !ushort.TryParse(text.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                        throw JsonataSyntaxException.At("S0104", i - 1, Math.Min(6, text.Length - i + 1), "The escape sequence \\u must be followed by 4 hex digits");
                    value.Append((char)unit);
                    i += 4;
                    break;
                default:
                    throw JsonataSyntaxException.At("S0103", i - 1, 2, $"The escape sequence \\{text[i]} is not supported");
            }
        }

        throw JsonataSyntaxException.At("S0101", start, text.Length - start, "The string has no closing quotation mark");
    }

    private JsonataToken ReadQuotedName(int start)
    {
        var end = text.IndexOf('`', start + 1);
        if (end < 0)
            throw JsonataSyntaxException.At("S0105", start, text.Length - start, "The quoted name has no closing back quote");
        _position = end + 1;
        return new JsonataToken(JsonataTokenKind.Name, text.Substring(start + 1, end - start - 1), null, start, _position);
    }

    /// <summary>As in JSON: no leading zeros, so <c>01</c> is two words.</summary>
    private JsonataToken ReadNumber(int start)
    {
        var i = start + 1;
        if (text[start] != '0')
            i = Digits(i);
        if (i + 1 < text.Length && text[i] == '.' && IsDigit(i + 1))
            i = Digits(i + 1);
        if (i < text.Length && text[i] is 'e' or 'E')
        {
            var exponent = i + 1 < text.Length && text[i + 1] is '+' or '-' ? i + 2 : i + 1;
            if (IsDigit(exponent))
                i = Digits(exponent);
        }

        _position = i;
        // .NET Framework reports a number that is too large, .NET makes it infinite.
        if (!double.TryParse(text.Substring(start, i - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || double.IsInfinity(value))
            throw JsonataSyntaxException.At("S0102", start, i - start, "The number is out of range");
        return new JsonataToken(JsonataTokenKind.Number, text.Substring(start, i - start), value, start, i);
    }

    private bool IsDigit(int i) => i < text.Length && text[i] is >= '0' and <= '9';

    private int Digits(int i)
    {
        while (IsDigit(i))
            i++;
        return i;
    }

    private JsonataToken ReadWord(int start)
    {
        var i = start + 1;
        while (i < text.Length && Space.IndexOf(text[i]) < 0 && SingleOperators.IndexOf(text[i]) < 0)
            i++;
        _position = i;
        var word = text.Substring(start, i - start);
        if (word[0] == '$')
            return new JsonataToken(JsonataTokenKind.Variable, word.Substring(1), null, start, i);
        return word switch
        {
            "and" or "or" or "in" => new JsonataToken(JsonataTokenKind.Operator, word, null, start, i),
            "true" => new JsonataToken(JsonataTokenKind.Constant, word, true, start, i),
            "false" => new JsonataToken(JsonataTokenKind.Constant, word, false, start, i),
            "null" => new JsonataToken(JsonataTokenKind.Constant, word, null, start, i),
            _ => new JsonataToken(JsonataTokenKind.Name, word, null, start, i),
        };
    }
}
