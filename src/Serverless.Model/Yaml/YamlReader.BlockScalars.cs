using System.Text;

namespace Serverless.Model.Yaml;

/// <content>`|` keeps lines, `&gt;` folds them; `+` and `-` say what becomes of the last breaks.</content>
internal sealed partial class YamlReader
{
    private ScalarText? ReadBlockScalar(int parent)
    {
        var start = _position;
        var isFolded = _text[_position++] == '>';
        var chomping = '\0';
        var indent = -1;
        while (At(_position) is '+' or '-' or (>= '1' and <= '9'))
        {
            var c = _text[_position++];
            if (c is '+' or '-')
                chomping = c;
            else
                indent = Math.Max(parent, 0) + c - '0';
        }

        var headerEnd = _position;
        if (!AtLineEnd())
        {
            Fail("Unexpected text behind the sign of a block");
            return null;
        }

        SkipLine();
        if (_position < _text.Length)
            ReadBreak();
        if (indent < 0)
            indent = Math.Max(DetectIndent(), parent + 1);
        _end = headerEnd;
        var text = ReadBlockLines(indent, isFolded, out var breaks);
        if (chomping == '+')
            text.Append('\n', breaks);
        else if (chomping == '\0' && text.Length > 0 && breaks > 0)
            text.Append('\n');
        return new ScalarText(text.ToString(), start, _end);
    }

    /// <summary>The column of the first line with text; of the longest blank line when there is none.</summary>
    private int DetectIndent()
    {
        var longest = 0;
        var at = _position;
        while (true)
        {
            var lineStart = at;
            while (At(at) == ' ')
                at++;
            longest = Math.Max(longest, at - lineStart);
            if (at >= _text.Length)
                return longest;
            if (!IsBreak(_text[at]))
                return at - lineStart;
            at += _text[at] == '\r' && At(at + 1) == '\n' ? 2 : 1;
        }
    }

    /// <summary>The lines without their last breaks, which are counted.</summary>
    private StringBuilder ReadBlockLines(int indent, bool isFolded, out int breaks)
    {
        var text = new StringBuilder();
        breaks = 0;
        var wasIndented = false;
        var isFirst = true;
        while (_position < _text.Length)
        {
            while (Column < indent && At(_position) == ' ')
                _position++;
            if (_position >= _text.Length)
                break;
            if (IsBreak(_text[_position]))
            {
                ReadBreak();
                breaks++;
                continue;
            }

            if (Column < indent || IsMarker('-') || IsMarker('.'))
            {
                _position = _lineStart;
                break;
            }

            var start = _position;
            SkipLine();
            var isIndented = IsSpace(_text[start]);
            if (!isFolded || isIndented || wasIndented || isFirst)
                text.Append('\n', breaks);
            else
                Fold(text, breaks);
            text.Append(_text, start, _position - start);
            _end = _position;
            breaks = 0;
            wasIndented = isIndented;
            isFirst = false;
            if (_position < _text.Length)
            {
                ReadBreak();
                breaks = 1;
            }
        }

        return text;
    }
}
