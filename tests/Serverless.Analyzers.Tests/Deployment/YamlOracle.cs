using Serverless.Model.Json;
using Serverless.Model.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Serverless.Analyzers.Tests.Deployment;

/// <summary>What YamlDotNet makes of a document, as our tree: the same text must give the same tree, and scalars must stand where it says.</summary>
internal static class YamlOracle
{
    /// <summary>Null when YamlDotNet refuses the text.</summary>
    public static JsonNode? Read(string text, out List<(int Start, string Value)> scalars)
    {
        scalars = [];
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 0 ? new JsonNull() : Convert(stream.Documents[0].RootNode, scalars, depth: 0);
        }
        catch (Exception exception) when (exception is YamlException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonNode? Convert(YamlNode node, List<(int, string)> scalars, int depth)
    {
        if (depth > 60)
            throw new InvalidOperationException("cyclic");
        JsonNode? value = node switch
        {
            YamlScalarNode scalar => OfScalar(scalar, scalars),
            YamlSequenceNode sequence => OfSequence(sequence, scalars, depth),
            YamlMappingNode mapping => OfMapping(mapping, scalars, depth),
            _ => null,
        };
        return value is null ? null : Tagged(node, value);
    }

    private static JsonNode OfScalar(YamlScalarNode scalar, List<(int, string)> scalars)
    {
        var text = scalar.Value ?? "";
        if (text.Length > 0 && scalar.Tag.IsEmpty && scalar.Anchor.IsEmpty)
            scalars.Add(((int)scalar.Start.Index, text));
        var isPlain = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty;
        return isPlain ? YamlScalars.Resolve(text) : new JsonString(text);
    }

    private static JsonArray? OfSequence(YamlSequenceNode sequence, List<(int, string)> scalars, int depth)
    {
        var array = new JsonArray();
        foreach (var item in sequence)
        {
            if (Convert(item, scalars, depth + 1) is not { } value)
                return null;
            array.Add(value);
        }

        return array;
    }

    private static JsonObject? OfMapping(YamlMappingNode mapping, List<(int, string)> scalars, int depth)
    {
        var builder = new MappingBuilder();
        foreach (var (key, item) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } keyNode || Convert(item, scalars, depth + 1) is not { } value)
                return null;
            builder.Add(new ScalarText(name, 0, keyNode.Style == ScalarStyle.Plain ? name.Length : name.Length + 2), value);
        }

        return builder.Build();
    }

    private static JsonNode Tagged(YamlNode node, JsonNode value)
    {
        if (node.Tag.IsEmpty)
            return value;
        var tag = node.Tag.Value;
        if (tag is "tag:yaml.org,2002:str" or "tag:yaml.org,2002:map" or "tag:yaml.org,2002:seq" or "!")
            return value;
        if (tag.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal) && tag["tag:yaml.org,2002:".Length..] is "int" or "float" or "bool" or "null")
            return value is JsonString text ? YamlScalars.Resolve(text.Value) : value;
        if (YamlScalars.LongForm(tag) is not { } name)
            return new JsonOpaque();
        if (name == "Fn::GetAtt" && value is JsonString { Value: var path } && path.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
            value = new JsonArray([path[..dot], path[(dot + 1)..]]);
        return new JsonObject { { name, value } };
    }
}
