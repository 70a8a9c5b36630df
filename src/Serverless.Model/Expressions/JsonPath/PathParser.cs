using System.Globalization;
using System.Text;

namespace Serverless.Model.Expressions.JsonPath;

/// <summary>
/// Reads JSONPath as Step Functions takes it: paths on the input (`$`), the context object (`$$`) and variables (`$name`), and intrinsic
/// functions. What a field allows of it is <see cref="PathRules"/>' question.
/// </summary>
internal sealed partial class PathParser
{
    /// <summary>Deeper texts are refused, so that no text can exhaust the stack.</summary>
    private const int Deepest = 64;

    private readonly string _text;
    private int _position;
    private int _depth;

    private PathParser(string text) => _text = text;

    private bool IsAtEnd => _position >= _text.Length;

    private char Current => IsAtEnd ? '\0' : _text[_position];

    /// <summary>Reads a path or an intrinsic function. Null, with the reason, when it is neither.</summary>
    public static PathExpression? Parse(string text, out PathError error)
    {
        try
        {
            error = default;
            return new PathParser(text).ReadWhole();
        }
        catch (PathSyntaxException exception)
        {
            error = exception.Error;
            return null;
        }
    }

    /// <summary>The characters that a text literal stands for.</summary>
    public static string Unescape(string text)
    {
        if (text.IndexOf('\\') < 0)
            return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            result.Append(text[++i] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                var c => c,
            });
        }

        return result.ToString();
    }

    private PathExpression ReadWhole()
    {
        if (_text.Length == 0)
            throw Fault(0, 0, "a path is needed here; '$' is the whole input");
        PathExpression expression = Current == '$' ? ReadPath() : ReadCall();
        SkipBlanks();
        if (!IsAtEnd)
            throw Fault(_position, _text.Length - _position, $"'{_text.Substring(_position)}' does not continue {(expression is IntrinsicCall ? "the function call" : "the path")}");
        return expression;
    }

    private DataPath ReadPath()
    {
        var start = _position;
        var (root, variable) = ReadRoot();
        var segments = new List<PathSegment>();
        while (ReadSegment(segments.Count > 0 ? segments[segments.Count - 1] : null) is { } segment)
            segments.Add(segment);
        return new DataPath(start, _position - start, root, variable, segments);
    }

    private (PathRoot Root, string? Variable) ReadRoot()
    {
        if (Current == '@')
        {
            _position++;
            return (PathRoot.Current, null);
        }

        _position++;
        if (Current == '$')
        {
            _position++;
            return (PathRoot.Context, null);
        }

        var start = _position;
        while (!IsAtEnd && IsNamePart(Current))
            _position++;
        if (_position == start)
            return (PathRoot.Input, null);
        if (char.IsDigit(_text[start]))
            throw Fault(start, _position - start, "a variable's name starts with a letter; members of the input follow '$.'");
        return (PathRoot.Variable, _text.Substring(start, _position - start));
    }

    private static bool IsNamePart(char c) => c == '_' || char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Surrogate or UnicodeCategory.NonSpacingMark;

    /// <summary>Null where the path ends.</summary>
    private PathSegment? ReadSegment(PathSegment? before)
    {
        if (Current is not ('.' or '['))
            return null;
        if (before is FunctionSegment)
            throw Fault(_position, 1, "nothing follows a function of a path");
        var isRecursive = false;
        if (Current == '.')
        {
            _position++;
            if (Current == '.')
            {
                isRecursive = true;
                _position++;
            }
        }

        if (Current == '[')
            return ReadBrackets(isRecursive);
        if (Current == '*')
        {
            _position++;
            return new WildcardSegment(isRecursive);
        }

        return ReadMember(isRecursive);
    }

    private PathSegment ReadMember(bool isRecursive)
    {
        var start = _position;
        var name = new StringBuilder();
        while (!IsAtEnd && !IsMemberEnd(Current))
        {
            if (Current == '\\' && _position + 1 < _text.Length)
                _position++;
            name.Append(Current);
            _position++;
        }

        if (name.Length == 0)
            throw Fault(start, IsAtEnd ? 0 : 1, "the name of a member is missing behind the dot");
        if (Current != '(')
            return new MemberSegment(isRecursive, [name.ToString()]);
        var function = name.ToString();
        if (function == "States")
            throw Fault(start, function.Length, "an intrinsic function cannot stand in a path");
        if (isRecursive || Array.IndexOf(FunctionSegment.Names, function) < 0)
            throw Fault(start, function.Length, $"paths have no function '{function}'");
        _position++;
        if (Current != ')')
            throw Fault(_position, IsAtEnd ? 0 : 1, $"'{function}' takes no arguments here");
        _position++;
        return new FunctionSegment(function);
    }

    /// <summary>Names with any of these stand in brackets and quotes.</summary>
    private static bool IsMemberEnd(char c) => c is '.' or '[' or ']' or '(' or ')' or ',' or '\'' or '"' or '<' or '>' or '=' or '!' or '&' or '|' or '*' or '?' or ':' or '@' || char.IsWhiteSpace(c);

    private PathSegment ReadBrackets(bool isRecursive)
    {
        var open = _position++;
        SkipBlanks();
        PathSegment segment = Current switch
        {
            '\'' or '"' => new MemberSegment(isRecursive, ReadNames()),
            '*' => ReadWildcard(isRecursive),
            '?' => new FilterSegment(isRecursive, ReadFilter()),
            '(' => ReadScript(isRecursive),
            ':' or '-' or (>= '0' and <= '9') => ReadPositions(isRecursive),
            '$' => throw Fault(_position, 1, "a path inside a path has no meaning; use States.ArrayGetItem with the position"),
            _ => throw Fault(_position, IsAtEnd ? 0 : 1, "brackets hold a position, a slice, a quoted name, '*' or a filter '?(…)'"),
        };
        SkipBlanks();
        if (Current != ']')
            throw Fault(IsAtEnd ? open : _position, 1, IsAtEnd ? "the bracket is never closed" : "']' is missing here");
        _position++;
        return segment;
    }

    private WildcardSegment ReadWildcard(bool isRecursive)
    {
        _position++;
        return new WildcardSegment(isRecursive);
    }

    private List<string> ReadNames()
    {
        var names = new List<string>();
        do
        {
            SkipBlanks();
            if (Current is not ('\'' or '"'))
                throw Fault(_position, IsAtEnd ? 0 : 1, "a quoted name is missing here");
            names.Add(Unescape(ReadQuoted()));
            SkipBlanks();
        }
        while (Skip(','));
        return names;
    }

    private PathSegment ReadPositions(bool isRecursive)
    {
        var first = Current == ':' ? (int?)null : ReadInteger();
        SkipBlanks();
        if (Skip(':'))
        {
            SkipBlanks();
            return new SliceSegment(isRecursive, first, Current is '-' or (>= '0' and <= '9') ? ReadInteger() : null);
        }

        var indices = new List<int> { first!.Value };
        while (Skip(','))
        {
            SkipBlanks();
            indices.Add(ReadInteger());
            SkipBlanks();
        }

        return new IndexSegment(isRecursive, indices);
    }

    /// <summary>`(@.length-1)`: the only script that is known, a position from the end.</summary>
    private IndexSegment ReadScript(bool isRecursive)
    {
        var open = _position;
        var close = _text.IndexOf(')', open);
        var script = close < 0 ? "" : _text.Substring(open + 1, close - open - 1).Replace(" ", "");
        const string Prefix = "@.length-";
        if (!script.StartsWith(Prefix, StringComparison.Ordinal)
            || !int.TryParse(script.Substring(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var distance) || distance == 0)
            throw Fault(open, close < 0 ? 1 : close - open + 1, "of scripts only '(@.length-1)' and the like are known; '[-1]' is the last element as well");
        _position = close + 1;
        return new IndexSegment(isRecursive, [-distance]);
    }

    private int ReadInteger()
    {
        var start = _position;
        if (Current == '-')
            _position++;
        while (Current is >= '0' and <= '9')
            _position++;
        return int.TryParse(_text.Substring(start, _position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Fault(start, Math.Max(1, _position - start), "a whole number is needed here");
    }

    /// <summary>The raw characters between quotes.</summary>
    private string ReadQuoted()
    {
        var open = _position;
        var quote = Current;
        for (_position++; !IsAtEnd; _position++)
        {
            if (Current == '\\')
                _position++;
            else if (Current == quote)
                return _text.Substring(open + 1, _position++ - open - 1);
        }

        throw Fault(open, 1, "the text is never closed");
    }

    private IntrinsicCall ReadCall()
    {
        var start = _position;
        while (!IsAtEnd && (Current == '.' || IsNamePart(Current)))
            _position++;
        var name = _text.Substring(start, _position - start);
        if (Current != '(' || name.Length == 0)
            throw Fault(start, Math.Max(name.Length, Math.Min(1, _text.Length - start)), NotAnExpression(name));
        if (++_depth > Deepest)
            throw Fault(start, name.Length, "functions are nested too deep");
        _position++;
        var arguments = new List<PathExpression>();
        SkipBlanks();
        while (Current != ')')
        {
            arguments.Add(ReadArgument());
            SkipBlanks();
            if (Current == ')')
                break;
            if (!Skip(','))
                throw Fault(IsAtEnd ? start : _position, IsAtEnd ? name.Length : 1, IsAtEnd ? $"the parenthesis of '{name}' is never closed" : "',' or ')' is missing here");
            SkipBlanks();
            if (Current == ')')
                throw Fault(_position, 1, "an argument is missing here");
        }

        _position++;
        _depth--;
        return new IntrinsicCall(start, _position - start, name, name.Length, arguments);
    }

    private static string NotAnExpression(string name) => name.Length == 0
        ? "a path starts with '$', an intrinsic function with 'States.'"
        : $"'{name}' is neither a path, which starts with '$', nor a call of an intrinsic function";

    private PathExpression ReadArgument() => Current switch
    {
        '$' => ReadPath(),
        '\'' or '"' => ReadText(),
        '-' or (>= '0' and <= '9') => ReadNumber(),
        '\0' => throw Fault(_position, 0, "an argument is missing here"),
        _ => ReadWord() is { } word ? word : ReadCall(),
    };

    private PathLiteral ReadText()
    {
        var start = _position;
        if (Current == '"')
            throw Fault(start, 1, "texts stand in single quotes");
        var text = ReadQuoted();
        return new PathLiteral(start, _position - start, PathLiteralKind.Text, text);
    }

    private PathLiteral ReadNumber()
    {
        var start = _position;
        while (!IsAtEnd && (char.IsLetterOrDigit(Current) || Current is '-' or '+' or '.'))
            _position++;
        var text = _text.Substring(start, _position - start);
        if (!IsNumber(text))
            throw Fault(start, text.Length, $"'{text}' is no number as JSON writes them");
        return new PathLiteral(start, text.Length, PathLiteralKind.Number, text);
    }

    private PathLiteral? ReadWord()
    {
        var end = _position;
        while (end < _text.Length && char.IsLetter(_text[end]))
            end++;
        PathLiteralKind? kind = _text.Substring(_position, end - _position) switch
        {
            "true" => PathLiteralKind.True,
            "false" => PathLiteralKind.False,
            "null" => PathLiteralKind.Null,
            _ => null,
        };
        if (kind is null || (end < _text.Length && _text[end] is '.' or '('))
            return null;
        var literal = new PathLiteral(_position, end - _position, kind.Value, _text.Substring(_position, end - _position));
        _position = end;
        return literal;
    }

    private static bool IsNumber(string text)
    {
        var i = text[0] == '-' ? 1 : 0;
        var whole = Digits(text, ref i);
        if (whole == 0 || (whole > 1 && text[i - whole] == '0'))
            return false;
        if (i < text.Length && text[i] == '.')
        {
            i++;
            if (Digits(text, ref i) == 0)
                return false;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
                i++;
            if (Digits(text, ref i) == 0)
                return false;
        }

        return i == text.Length;
    }

    private static int Digits(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && text[i] is >= '0' and <= '9')
            i++;
        return i - start;
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
            _position++;
    }

    private bool Skip(char c)
    {
        if (Current != c || IsAtEnd)
            return false;
        _position++;
        return true;
    }

    private static PathSyntaxException Fault(int position, int length, string message) => new(new PathError(position, length, message));
}
