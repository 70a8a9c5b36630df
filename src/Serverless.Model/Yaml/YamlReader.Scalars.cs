using System.Text;
using Serverless.Model.Json;

namespace Serverless.Model.Yaml;

/// <content>Plain and quoted scalars.</content>
internal sealed partial class YamlReader
{
    private bool StartsPlain(bool isInFlow)
    {
        var c = At(_position);
        if (c is '-' or '?' or ':')
            return !IsGap(_position + 1) && !(isInFlow && IsFlowIndicator(At(_position + 1)));
        return _position < _text.Length && c is not (',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`') && c >= ' ';
    }

    private static bool IsFlowIndicator(char c) => c is ',' or '[' or ']' or '{' or '}';

    private ScalarText ReadPlainLine(bool isInFlow)
    {
        if (!StartsPlain(isInFlow))
        {
            Fail("No value can begin with this character");
            return default;
        }

        var start = _position;
        SkipPlainLine(isInFlow);
        return new ScalarText(_text.Substring(start, _position - start), start, _position);
    }

    /// <summary>To the end of a plain scalar's part on this line; the spaces behind it are not its own.</summary>
    private void SkipPlainLine(bool isInFlow)
    {
        var end = _position;
        for (var at = _position; at < _text.Length && !IsBreak(_text[at]); at++)
        {
            var c = _text[at];
            if (c == ':' && (IsGap(at + 1) || (isInFlow && IsFlowIndicator(_text[at + 1]))))
                break;
            if (isInFlow && IsFlowIndicator(c))
                break;
            if (c == '#' && at > 0 && IsSpace(_text[at - 1]))
                break;
            if (!IsSpace(c))
                end = at + 1;
        }

        _position = _end = end;
    }

    /// <summary>The lines that a plain scalar goes on for: one break is a space, further ones are kept. Null on a fault.</summary>
    private ScalarText? ReadPlainLines(ScalarText first, int parent, bool isInFlow)
    {
        StringBuilder? text = null;
        var end = first.End;
        while (true)
        {
            var (position, lineStart) = (_position, _lineStart);
            SkipSpaces();
            var breaks = 0;
            while (_position < _text.Length && IsBreak(_text[_position]))
            {
                ReadBreak();
                breaks++;
                SkipSpaces();
            }

            if (breaks == 0 || _position >= _text.Length || At(_position) == '#' || (Column <= parent && !isInFlow) || AtEnd() || (isInFlow && (IsFlowIndicator(At(_position)) || IsFlowColon())))
            {
                (_position, _lineStart) = (position, lineStart);
                _end = end;
                return text is null ? first : new ScalarText(text.ToString(), first.Start, end);
            }

            var start = _position;
            SkipPlainLine(isInFlow);
            if (_position == start || (!isInFlow && IsColonNext()))
            {
                Fail("A key must be on one line");
                return null;
            }

            text ??= new StringBuilder(first.Text);
            Fold(text, breaks);
            text.Append(_text, start, _position - start);
            end = _position;
        }
    }

    private bool IsFlowColon() => At(_position) == ':' && (IsGap(_position + 1) || IsFlowIndicator(At(_position + 1)));

    private static void Fold(StringBuilder text, int breaks)
    {
        if (breaks == 1)
            text.Append(' ');
        else
            text.Append('\n', breaks - 1);
    }

    private ScalarText ReadQuoted()
    {
        var start = _position;
        var quote = _text[_position++];
        var text = new StringBuilder();
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == quote && quote == '\'' && At(_position + 1) == '\'')
            {
                text.Append('\'');
                _position += 2;
            }
            else if (c == quote)
            {
                _end = ++_position;
                return new ScalarText(text.ToString(), start, _end);
            }
            else if (c == '\\' && quote == '"')
            {
                if (!ReadEscape(text))
                    return default;
            }
            else if (IsSpace(c) || IsBreak(c))
            {
                if (!ReadQuotedSpace(text))
                    return default;
            }
            else
            {
                text.Append(c);
                _position++;
            }
        }

        Fail("A quoted text is not closed");
        return default;
    }

    /// <summary>Spaces stay, unless a line ends: then the break is folded and the spaces around it go.</summary>
    private bool ReadQuotedSpace(StringBuilder text)
    {
        var start = _position;
        SkipSpaces();
        if (_position >= _text.Length || !IsBreak(_text[_position]))
        {
            text.Append(_text, start, _position - start);
            return true;
        }

        var breaks = SkipBreaks();
        if (breaks < 0)
            return false;
        Fold(text, breaks);
        return true;
    }

    /// <summary>Breaks and the spaces that indent the next line; negative when the document ends in between.</summary>
    private int SkipBreaks()
    {
        var breaks = 0;
        while (_position < _text.Length && IsBreak(_text[_position]))
        {
            ReadBreak();
            breaks++;
            if (IsMarker('-') || IsMarker('.'))
            {
                Fail("A quoted text is not closed");
                return -1;
            }

            SkipSpaces();
        }

        return breaks;
    }

    private bool ReadEscape(StringBuilder text)
    {
        var escape = At(++_position);
        if (_position < _text.Length && IsBreak(escape))
        {
            var breaks = SkipBreaks();
            if (breaks > 1)
                text.Append('\n', breaks - 1);
            return breaks >= 0;
        }

        _position++;
        switch (escape)
        {
            case '0': text.Append('\0'); return true;
            case 'a': text.Append('\a'); return true;
            case 'b': text.Append('\b'); return true;
            case 't' or '\t': text.Append('\t'); return true;
            case 'n': text.Append('\n'); return true;
            case 'v': text.Append('\v'); return true;
            case 'f': text.Append('\f'); return true;
            case 'r': text.Append('\r'); return true;
            case 'e': text.Append('\u001B'); return true;
            case ' ' or '"' or '/' or '\\': text.Append(escape); return true;
            case 'N': text.Append('\u0085'); return true;
            case '_': text.Append('\u00A0'); return true;
            case 'L': text.Append('\u2028'); return true;
            case 'P': text.Append('\u2029'); return true;
            case 'x': return ReadCode(text, 2);
            case 'u': return ReadCode(text, 4);
            case 'U': return ReadCode(text, 8);
            default:
                _position -= 2;
                return Fail("Unknown escape") is not null;
        }
    }

    private bool ReadCode(StringBuilder text, int digits)
    {
        if (_position + digits > _text.Length
            || !uint.TryParse(_text.Substring(_position, digits), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code)
            || code > 0x10FFFF)
        {
            return Fail("Unknown escape") is not null;
        }

        _position += digits;
        if (code > 0xFFFF)
            text.Append(char.ConvertFromUtf32((int)code));
        else
            text.Append((char)code);
        return true;
    }
}
