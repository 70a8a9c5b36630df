using Serverless.Model.Json;

namespace Serverless.Model.Yaml;

/// <summary>
/// Reads the YAML that people write templates in into the same tree as <see cref="JsonReader"/>, each node with its place: block and flow collections, all scalar
/// styles, anchors, merge keys, and the short forms of CloudFormation's functions, which become their long ones. Our own because the compiler side carries no private dependencies.
/// Never throws: it returns the first fault. What is well-formed and still cannot be told becomes a <see cref="JsonOpaque"/>.
/// </summary>
internal sealed partial class YamlReader
{
    private const int DeepestNesting = 100;

    /// <summary>Aliases are counted as what they stand for, so that a few lines cannot unfold into millions of nodes.</summary>
    private const int MostNodes = 100_000;

    private readonly string _text;
    private readonly Dictionary<string, (JsonNode Node, int Nodes)> _anchors = new(StringComparer.Ordinal);
    private int _position;
    private int _lineStart;

    /// <summary>Behind the last token: where a node ends whose end nothing marks.</summary>
    private int _end;

    private int _nodes;
    private JsonError? _error;

    private YamlReader(string text) => _text = text;

    /// <summary>The first document; an empty text is a <see cref="JsonNull"/>. Null with an error when the text is not YAML.</summary>
    public static JsonNode? Read(string text, out JsonError? error)
    {
        var reader = new YamlReader(text);
        var node = reader.ReadDocument();
        error = reader._error;
        return error is null ? node : null;
    }

    private JsonNode? ReadDocument()
    {
        if (_text.Length > 0 && _text[0] == '\uFEFF')
            _position = _lineStart = 1;
        while (true)
        {
            if (!ToContent())
                return null;
            if (At(_position) != '%' || Column != 0)
                break;
            SkipLine();
        }

        if (_position < _text.Length && IsMarker('-'))
            _position += 3;
        var node = ReadBlockNode(parent: -1, depth: 0, Place.Document);
        if (node is null || !ToContent())
            return null;
        return AtEnd() ? node : Fail("The indentation fits nothing above");
    }

    private int Column => _position - _lineStart;

    private char At(int position) => position < _text.Length ? _text[position] : '\0';

    private JsonNode? Fail(string message)
    {
        _error ??= new JsonError(message, Math.Min(_position, _text.Length), _position < _text.Length ? 1 : 0);
        return null;
    }

    private static bool IsBreak(char c) => c is '\n' or '\r';

    private static bool IsSpace(char c) => c is ' ' or '\t';

    /// <summary>The place is a space, the end of the line, or the end of the text.</summary>
    private bool IsGap(int position) => position >= _text.Length || _text[position] is ' ' or '\t' or '\n' or '\r';

    private void SkipSpaces()
    {
        while (IsSpace(At(_position)))
            _position++;
    }

    private void SkipLine()
    {
        while (_position < _text.Length && !IsBreak(_text[_position]))
            _position++;
    }

    private void ReadBreak()
    {
        _position += _text[_position] == '\r' && At(_position + 1) == '\n' ? 2 : 1;
        _lineStart = _position;
    }

    /// <summary>`---` or `...` at the beginning of a line.</summary>
    private bool IsMarker(char c) => Column == 0 && At(_position) == c && At(_position + 1) == c && At(_position + 2) == c && IsGap(_position + 3);

    /// <summary>At content: there is no more of this document.</summary>
    private bool AtEnd() => _position >= _text.Length || IsMarker('-') || IsMarker('.');

    /// <summary>A sequence's entry begins here.</summary>
    private bool IsDash() => At(_position) == '-' && IsGap(_position + 1);

    /// <summary>Skips spaces; true when the line has nothing more to say.</summary>
    private bool AtLineEnd()
    {
        var from = _position;
        SkipSpaces();
        return _position >= _text.Length || IsBreak(_text[_position]) || (_text[_position] == '#' && (_position > from || _position == _lineStart || IsGap(_position - 1)));
    }

    /// <summary>From behind a token to the first character of the next line that has content. False when the line of the token goes on, or when a tab indents.</summary>
    private bool ToContent()
    {
        var fresh = IsFresh();
        while (true)
        {
            if (!AtLineEnd())
            {
                if (!fresh)
                    return Fail("Unexpected text behind a value") is not null;
                return _text.IndexOf('\t', _lineStart, _position - _lineStart) < 0 || Fail("A tab cannot indent") is not null;
            }

            SkipLine();
            if (_position >= _text.Length)
                return true;
            ReadBreak();
            fresh = true;
        }
    }

    /// <summary>Nothing but spaces stands before the position in its line.</summary>
    private bool IsFresh()
    {
        for (var i = _lineStart; i < _position; i++)
        {
            if (!IsSpace(_text[i]))
                return false;
        }

        return true;
    }

    private static JsonNode Placed(JsonNode node, int start, int end)
    {
        node.Start = start;
        node.Length = end - start;
        return node;
    }

    private JsonNode ReadAlias()
    {
        var start = _position++;
        var name = ReadName();
        _end = _position;
        if (_anchors.TryGetValue(name, out var anchor) && _nodes + anchor.Nodes <= MostNodes)
        {
            _nodes += anchor.Nodes;
            return anchor.Node;
        }

        return Placed(new JsonOpaque(), start, _position);
    }

    private string ReadName()
    {
        var start = _position;
        while (!IsGap(_position) && _text[_position] is not (',' or '[' or ']' or '{' or '}'))
            _position++;
        return _text.Substring(start, _position - start);
    }
}
