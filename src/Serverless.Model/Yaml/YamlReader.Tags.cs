using Serverless.Model.Json;

namespace Serverless.Model.Yaml;

/// <content>Tags and anchors, and what a tag makes of its value.</content>
internal sealed partial class YamlReader
{
    /// <summary>What stands before a node.</summary>
    private readonly record struct Properties(string? Tag, int TagStart, string? Anchor)
    {
        public bool IsEmpty => Tag is null && Anchor is null;

        /// <summary>Those on the node's own line win.</summary>
        public Properties With(Properties inner) => new(inner.Tag ?? Tag, inner.Tag is null ? TagStart : inner.TagStart, inner.Anchor ?? Anchor);
    }

    private bool ReadProperty(ref Properties properties)
    {
        var start = _position;
        if (_text[_position] == '&')
        {
            _position++;
            properties = properties with { Anchor = ReadName() };
        }
        else
        {
            while (!IsGap(_position) && !IsFlowIndicator(_text[_position]))
                _position++;
            properties = properties with { Tag = _text.Substring(start, _position - start), TagStart = start };
        }

        _end = _position;
        return IsGap(_position) || IsFlowIndicator(_text[_position]) || Fail("A space is missing") is not null;
    }

    private JsonNode Finish(JsonNode node, Properties properties, int nodesBefore)
    {
        if (properties.Tag is { } tag && tag is not ("!!map" or "!!seq" or "!"))
            node = Tagged(tag, properties.TagStart, node, node.Start + node.Length);
        return Anchored(node, properties, nodesBefore);
    }

    private JsonNode Scalar(ScalarText scalar, Properties properties, bool isPlain, int nodesBefore)
    {
        JsonNode node = properties.Tag switch
        {
            null when isPlain => YamlScalars.Resolve(scalar.Text),
            "!!int" or "!!float" or "!!bool" or "!!null" => YamlScalars.Resolve(scalar.Text),
            _ => new JsonString(scalar.Text),
        };
        Placed(node, scalar.Start, scalar.End);
        if (properties.Tag is not (null or "!" or "!!str" or "!!int" or "!!float" or "!!bool" or "!!null"))
            node = Tagged(properties.Tag, properties.TagStart, node, Math.Max(scalar.End, properties.TagStart + properties.Tag.Length));
        return Anchored(node, properties, nodesBefore);
    }

    /// <summary>The anchor that was written last counts: one of the same name inside the node hides the node's own.</summary>
    private JsonNode Anchored(JsonNode node, Properties properties, int nodesBefore)
    {
        if (properties.Anchor is { } anchor && (!_anchors.TryGetValue(anchor, out var known) || known.Node.Start <= node.Start))
            _anchors[anchor] = (node, _nodes - nodesBefore);
        return node;
    }

    /// <summary>`!Ref x` is `{ "Ref": "x" }`, `!Sub x` is `{ "Fn::Sub": "x" }`; whatever is not CloudFormation's is opaque.</summary>
    private static JsonNode Tagged(string tag, int tagStart, JsonNode value, int end)
    {
        if (YamlScalars.LongForm(tag) is not { } name)
            return Placed(new JsonOpaque(), tagStart, end);
        if (name == "Fn::GetAtt" && value is JsonString { Value: var path } && path.IndexOf('.') is > 0 and var dot)
        {
            var whole = value;
            value = Placed(
                new JsonArray(new[] { Placed(path.Substring(0, dot), whole.Start, whole.Start + whole.Length), Placed(path.Substring(dot + 1), whole.Start, whole.Start + whole.Length) }),
                whole.Start,
                whole.Start + whole.Length);
        }

        var function = new JsonObject();
        function.Append(new JsonMember(name, value) { NameStart = tagStart, NameLength = tag.Length });
        return Placed(function, tagStart, end);
    }
}
