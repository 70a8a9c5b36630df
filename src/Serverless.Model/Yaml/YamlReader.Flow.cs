using Serverless.Model.Json;

namespace Serverless.Model.Yaml;

/// <content>Collections in brackets: JSON with fewer quotes.</content>
internal sealed partial class YamlReader
{
    private JsonNode? ReadFlowCollection(int depth)
    {
        if (depth > DeepestNesting)
            return Fail("Nested too deeply");
        var start = _position;
        JsonNode? node = _text[_position] == '[' ? ReadFlowSequence(depth) : ReadFlowMapping(depth);
        if (node is null)
            return null;
        _end = _position;
        return Placed(node, start, _end);
    }

    private JsonArray? ReadFlowSequence(int depth)
    {
        var sequence = new JsonArray();
        _position++;
        while (true)
        {
            if (!SkipFlowSpace())
                return null;
            if (At(_position) == ']')
            {
                _position++;
                return sequence;
            }

            var start = _position;
            var isPair = At(_position) == '?' && IsGap(_position + 1);
            if (isPair)
                _position++;
            if (ReadFlowNode(depth + 1, out var key) is not { } item || !SkipFlowSpace())
                return null;
            if (At(_position) == ':')
            {
                if (ReadFlowValue(depth + 1) is not { } value)
                    return null;
                item = Pair(key, value, start);
            }
            else if (isPair)
            {
                item = Pair(key, new JsonNull(), start);
            }

            sequence.Add(item);
            if (!ReadSeparator(']'))
                return null;
        }
    }

    private JsonNode Pair(ScalarText? key, JsonNode value, int start)
    {
        var pair = new MappingBuilder();
        if (key is { } name)
            pair.Add(name, value);
        return Placed(key is null ? new JsonOpaque() : pair.Build(), start, _end);
    }

    private JsonNode? ReadFlowMapping(int depth)
    {
        var mapping = new MappingBuilder();
        var isOpaque = false;
        _position++;
        while (true)
        {
            if (!SkipFlowSpace())
                return null;
            if (At(_position) == '}')
            {
                _position++;
                return isOpaque ? new JsonOpaque() : mapping.Build();
            }

            if (At(_position) == '?' && IsGap(_position + 1))
                _position++;
            if (ReadFlowNode(depth + 1, out var key) is null || !SkipFlowSpace())
                return null;
            JsonNode? value = Placed(new JsonNull(), _end, _end);
            if (At(_position) == ':')
                value = ReadFlowValue(depth + 1);
            if (value is null)
                return null;
            if (key is { } name)
                mapping.Add(name, value);
            isOpaque |= key is null;
            if (!ReadSeparator('}'))
                return null;
        }
    }

    private JsonNode? ReadFlowValue(int depth)
    {
        _end = ++_position;
        return SkipFlowSpace() ? ReadFlowNode(depth, out _) : null;
    }

    /// <summary>At ',' or at the closing bracket, which stays.</summary>
    private bool ReadSeparator(char close)
    {
        if (!SkipFlowSpace())
            return false;
        if (At(_position) == ',')
        {
            _position++;
            return true;
        }

        return At(_position) == close || Fail($"',' or '{close}' is expected") is not null;
    }

    /// <param name="key">The text of a scalar, for the case that ':' follows; null for a collection.</param>
    private JsonNode? ReadFlowNode(int depth, out ScalarText? key)
    {
        key = null;
        if (!SkipFlowSpace())
            return null;
        var nodesBefore = _nodes++;
        var properties = default(Properties);
        while (At(_position) is '!' or '&')
        {
            if (!ReadProperty(ref properties) || !SkipFlowSpace())
                return null;
        }

        var c = At(_position);
        if (c is '[' or '{')
            return ReadFlowCollection(depth) is { } collection ? Finish(collection, properties, nodesBefore) : null;
        if (c == '*')
            return ReadAlias();
        if (c is '"' or '\'')
        {
            key = ReadQuoted();
            return _error is null ? Scalar(key.Value, properties, isPlain: false, nodesBefore) : null;
        }

        if (c == ',' && properties.IsEmpty)
            return Fail("A value is missing before ','");
        if (c is ',' or ']' or '}' || (c == ':' && !StartsPlain(isInFlow: true)))
        {
            key = new ScalarText("", _end, _end);
            return Scalar(key.Value, properties, isPlain: true, nodesBefore);
        }

        var first = ReadPlainLine(isInFlow: true);
        if (_error is not null)
            return null;
        key = ReadPlainLines(first, parent: -1, isInFlow: true);
        return key is { } plain ? Scalar(plain, properties, isPlain: true, nodesBefore) : null;
    }

    /// <summary>Spaces, line breaks and comments; false at the end of the text: a bracket is still open.</summary>
    private bool SkipFlowSpace()
    {
        while (AtLineEnd())
        {
            SkipLine();
            if (_position >= _text.Length)
                return Fail("A bracket is not closed") is not null;
            ReadBreak();
            if (AtEnd())
                return Fail("A bracket is not closed") is not null;
        }

        return true;
    }
}
