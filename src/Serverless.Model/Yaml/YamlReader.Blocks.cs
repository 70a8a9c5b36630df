using Serverless.Model.Json;

namespace Serverless.Model.Yaml;

/// <content>Collections whose structure is their indentation.</content>
internal sealed partial class YamlReader
{
    /// <summary>Behind what a block node stands.</summary>
    private enum Place
    {
        Document,
        Value,
        Entry,
    }

    /// <param name="parent">The column of the collection that the node is in: its own lines are indented further.</param>
    private JsonNode? ReadBlockNode(int parent, int depth, Place place)
    {
        if (depth > DeepestNesting)
            return Fail("Nested too deeply");
        var nodesBefore = _nodes++;
        var behind = _position;
        var isOnLine = !AtLineEnd() && !(place == Place.Document && IsFresh());
        if (!isOnLine && !ToContent())
            return null;
        if (!isOnLine && !Belongs(parent, place))
            return Empty(default, behind, nodesBefore);

        // Properties on a line of their own are the collection's, those before a key are the key's.
        var outer = default(Properties);
        var inner = default(Properties);
        var start = _position;
        while (At(_position) is '!' or '&')
        {
            if (!ReadProperty(ref inner))
                return null;
            behind = _position;
            if (!AtLineEnd())
                continue;
            outer = outer.With(inner);
            inner = default;
            isOnLine = false;
            if (!ToContent())
                return null;
            if (!Belongs(parent, place))
                return Empty(outer, behind, nodesBefore);
            start = _position;
        }

        var mayHaveStructure = !isOnLine || place == Place.Entry;
        if (IsDash())
        {
            if (!mayHaveStructure || !inner.IsEmpty)
                return Fail("A sequence begins on a line of its own");
            return ReadSequence(depth) is { } sequence ? Finish(sequence, outer, nodesBefore) : null;
        }

        if (At(_position) == '?' && IsGap(_position + 1))
            return mayHaveStructure ? Finish(SkipIndented(Column), outer, nodesBefore) : Fail("A mapping begins on a line of its own");
        if (At(_position) is '|' or '>')
            return ReadBlockScalar(parent) is { } block ? Scalar(block, outer.With(inner), isPlain: false, nodesBefore) : null;

        var line = _lineStart;
        var scalarStart = _position;
        var scalar = default(ScalarText);
        JsonNode? node = null;
        switch (At(_position))
        {
            case '*': node = ReadAlias(); break;
            case '[' or '{': node = ReadFlowCollection(depth); break;
            case '"' or '\'': scalar = ReadQuoted(); break;
            default: scalar = ReadPlainLine(isInFlow: false); break;
        }

        if (_error is not null)
            return null;
        if (line == _lineStart && IsColonNext())
        {
            if (!mayHaveStructure)
                return Fail("A mapping begins on a line of its own");
            if (node is not null)
                return Finish(SkipIndented(start - _lineStart), outer, nodesBefore);
            if (inner.Anchor is not null)
                Scalar(scalar, inner, isPlain: true, _nodes - 1);
            return ReadMapping(start, scalar, depth) is { } mapping ? Finish(mapping, outer, nodesBefore) : null;
        }

        if (node is not null)
            return Finish(node, outer.With(inner), nodesBefore);
        if (At(scalarStart) is '"' or '\'')
            return Scalar(scalar, outer.With(inner), isPlain: false, nodesBefore);
        return ReadPlainLines(scalar, parent, isInFlow: false) is { } lines ? Scalar(lines, outer.With(inner), isPlain: true, nodesBefore) : null;
    }

    /// <summary>At content: it is indented further than the parent. A sequence may stand in the column of the key whose value it is.</summary>
    private bool Belongs(int parent, Place place) =>
        !AtEnd() && (Column > parent || (place == Place.Value && Column == parent && IsDash()));

    private JsonNode Empty(Properties properties, int at, int nodesBefore)
    {
        _end = at;
        return Scalar(new ScalarText("", at, at), properties, isPlain: true, nodesBefore);
    }

    private JsonArray? ReadSequence(int depth)
    {
        var column = Column;
        var start = _position;
        var sequence = new JsonArray();
        do
        {
            _end = ++_position;
            if (ReadBlockNode(column, depth + 1, Place.Entry) is not { } item)
                return null;
            sequence.Add(item);
            if (!GoesOn(column, out var goesOn))
                return null;
            if (!goesOn)
                break;
        }
        while (IsDash());
        Placed(sequence, start, _end);
        return sequence;
    }

    private JsonNode? ReadMapping(int start, ScalarText first, int depth)
    {
        var column = start - _lineStart;
        var mapping = new MappingBuilder();
        var key = first;
        while (true)
        {
            _end = ++_position;
            if (ReadBlockNode(column, depth + 1, Place.Value) is not { } value)
                return null;
            mapping.Add(key, value);
            if (!GoesOn(column, out var goesOn))
                return null;
            if (!goesOn)
                return Placed(mapping.Build(), start, _end);
            if (At(_position) is '*' or '[' or '{' || (At(_position) == '?' && IsGap(_position + 1)))
            {
                SkipIndented(column);
                return Placed(new JsonOpaque(), start, _end);
            }

            if (!ReadKey(out key))
                return null;
        }
    }

    /// <summary>False on a fault; else whether a further line of the collection in this column follows.</summary>
    private bool GoesOn(int column, out bool goesOn)
    {
        goesOn = false;
        if (!ToContent())
            return false;
        goesOn = !AtEnd() && Column >= column;
        return !goesOn || Column == column || Fail("The indentation fits nothing above") is not null;
    }

    private bool ReadKey(out ScalarText key)
    {
        key = default;
        var properties = default(Properties);
        while (At(_position) is '!' or '&')
        {
            if (!ReadProperty(ref properties))
                return false;
            SkipSpaces();
        }

        var line = _lineStart;
        key = At(_position) is '"' or '\'' ? ReadQuoted() : ReadPlainLine(isInFlow: false);
        if (_error is not null)
            return false;
        if (line != _lineStart || !IsColonNext())
            return Fail("A key and ':' are expected") is not null;
        if (properties.Anchor is not null)
            Scalar(key, properties, isPlain: true, _nodes - 1);
        return true;
    }

    /// <summary>Moves to the ':' behind a key, when there is one.</summary>
    private bool IsColonNext()
    {
        var at = _position;
        while (IsSpace(At(at)))
            at++;
        if (At(at) != ':' || !IsGap(at + 1))
            return false;
        _position = at;
        return true;
    }

    /// <summary>Passes over the lines of a construct that is not read.</summary>
    private JsonOpaque SkipIndented(int column)
    {
        var start = _position;
        do
        {
            SkipLine();
            _end = _position;
            if (_position >= _text.Length)
                break;
            ReadBreak();
            while (AtLineEnd() && _position < _text.Length)
            {
                SkipLine();
                if (_position < _text.Length)
                    ReadBreak();
            }
        }
        while (!AtEnd() && Column >= column);
        var opaque = new JsonOpaque();
        Placed(opaque, start, _end);
        return opaque;
    }
}
