using System.Text;

namespace Serverless.Model.Json;

/// <summary>What is wrong with a JSON text, and where.</summary>
internal readonly record struct JsonError(string Message, int Position, int Length);

/// <summary>
/// Reads JSON (RFC 8259; comments allowed on request, as AWS tools allow them in template files) into nodes with positions.
/// Never throws on bad input: it returns the first fault.
/// </summary>
internal sealed class JsonReader
{
    private const int DeepestNesting = 200;

    private readonly string _text;
    private readonly bool _allowComments;
    private int _position;
    private JsonError? _error;

    private JsonReader(string text, bool allowComments)
    {
        _text = text;
        _allowComments = allowComments;
    }

    /// <summary>Null with an error when the text is not JSON.</summary>
    public static JsonNode? Read(string text, out JsonError? error, bool allowComments = false)
    {
        var reader = new JsonReader(text, allowComments);
        if (text.Length > 0 && text[0] == '\uFEFF')
            reader._position = 1;
        reader.SkipSpace();
        var node = reader.ReadValue(depth: 0);
        if (node is not null)
        {
            reader.SkipSpace();
            if (reader._position < text.Length)
                node = reader.Fail("Unexpected text after the end of the value", reader._position, text.Length - reader._position);
        }

        error = reader._error;
        return reader._error is null ? node : null;
    }

    private JsonNode? Fail(string message, int position, int length = 1)
    {
        _error ??= new JsonError(message, Math.Min(position, _text.Length), Math.Max(0, Math.Min(length, _text.Length - position)));
        return null;
    }

    private JsonNode? ReadValue(int depth)
    {
        if (depth > DeepestNesting)
            return Fail("Nested too deeply", _position);
        if (_position >= _text.Length)
            return Fail("A value is missing at the end", _position, 0);
        var start = _position;
        var node = _text[start] switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' => ReadString() is { } s ? new JsonString(s) : null,
            't' => ReadWord("true", () => new JsonBoolean(true)),
            'f' => ReadWord("false", () => new JsonBoolean(false)),
            'n' => ReadWord("null", () => new JsonNull()),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => Fail($"Unexpected character '{_text[start]}'", start),
        };
        if (node is not null)
        {
            node.Start = start;
            node.Length = _position - start;
        }

        return node;
    }

    private JsonNode? ReadWord(string word, Func<JsonNode> make)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
            return Fail("Unexpected word", _position);
        _position += word.Length;
        return make();
    }

    private JsonNode? ReadNumber()
    {
        var start = _position;
        if (Peek('-'))
            _position++;
        if (Peek('0'))
            _position++;
        else if (!Digits())
            return Fail("A digit is missing", _position);
        if (Peek('.'))
        {
            _position++;
            if (!Digits())
                return Fail("A digit is missing after the point", _position);
        }

        if (Peek('e') || Peek('E'))
        {
            _position++;
            if (Peek('+') || Peek('-'))
                _position++;
            if (!Digits())
                return Fail("A digit is missing in the exponent", _position);
        }

        return new JsonNumber(_text.Substring(start, _position - start));
    }

    private bool Digits()
    {
        var start = _position;
        while (_position < _text.Length && _text[_position] is >= '0' and <= '9')
            _position++;
        return _position > start;
    }

    private bool Peek(char c) => _position < _text.Length && _text[_position] == c;

    private JsonNode? ReadObject(int depth)
    {
        var obj = new JsonObject();
        _position++;
        SkipSpace();
        if (Peek('}'))
        {
            _position++;
            return obj;
        }

        while (true)
        {
            SkipSpace();
            if (!Peek('"'))
                return Fail("A quoted member name is expected", _position);
            var nameStart = _position;
            if (ReadString() is not { } name)
                return null;
            var nameLength = _position - nameStart;
            SkipSpace();
            if (!Peek(':'))
                return Fail("':' is expected", _position);
            _position++;
            SkipSpace();
            if (ReadValue(depth + 1) is not { } value)
                return null;
            obj.Append(new JsonMember(name, value) { NameStart = nameStart, NameLength = nameLength });
            SkipSpace();
            if (Peek(','))
            {
                _position++;
                continue;
            }

            if (!Peek('}'))
                return Fail("',' or '}' is expected", _position);
            _position++;
            return obj;
        }
    }

    private JsonNode? ReadArray(int depth)
    {
        var array = new JsonArray();
        _position++;
        SkipSpace();
        if (Peek(']'))
        {
            _position++;
            return array;
        }

        while (true)
        {
            SkipSpace();
            if (ReadValue(depth + 1) is not { } value)
                return null;
            array.Add(value);
            SkipSpace();
            if (Peek(','))
            {
                _position++;
                continue;
            }

            if (!Peek(']'))
                return Fail("',' or ']' is expected", _position);
            _position++;
            return array;
        }
    }

    private string? ReadString()
    {
        var open = _position;
        _position++;
        var plain = _position;
        while (_position < _text.Length && _text[_position] is not ('"' or '\\') && _text[_position] >= ' ')
            _position++;
        if (Peek('"'))
            return _text.Substring(plain, _position++ - plain);

        var value = new StringBuilder(_text, plain, _position - plain, 64 + _position - plain);
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == '"')
            {
                _position++;
                return value.ToString();
            }

            if (c < ' ')
            {
                Fail("A control character must be escaped", _position);
                return null;
            }

            _position++;
            if (c != '\\')
            {
                value.Append(c);
                continue;
            }

            if (_position >= _text.Length)
                break;
            var escape = _text[_position++];
            switch (escape)
            {
                case '"' or '\\' or '/': value.Append(escape); break;
                case 'n': value.Append('\n'); break;
                case 'r': value.Append('\r'); break;
                case 't': value.Append('\t'); break;
                case 'b': value.Append('\b'); break;
                case 'f': value.Append('\f'); break;
                case 'u' when _position + 4 <= _text.Length && ushort.TryParse(
                    _text.Substring(_position, 4), System.Globalization.NumberStyles.AllowHexSpecifier,
                    System.Globalization.CultureInfo.InvariantCulture, out var code):
                    value.Append((char)code);
                    _position += 4;
                    break;
                default:
                    Fail("Unknown escape", _position - 2, 2);
                    return null;
            }
        }

        Fail("The string is not closed", open, _text.Length - open);
        return null;
    }

    private void SkipSpace()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c is ' ' or '\t' or '\n' or '\r')
            {
                _position++;
            }
            else if (_allowComments && c == '/' && _position + 1 < _text.Length && _text[_position + 1] == '/')
            {
                while (_position < _text.Length && _text[_position] != '\n')
                    _position++;
            }
            else if (_allowComments && c == '/' && _position + 1 < _text.Length && _text[_position + 1] == '*')
            {
                var end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
                _position = end < 0 ? _text.Length : end + 2;
            }
            else
            {
                return;
            }
        }
    }
}
