using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Names for types that have none of their own, where a model needs one: `ListOfOrder`.</summary>
internal sealed class SchemaNames
{
    private readonly IReadOnlyDictionary<string, JsonType> _types;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    public SchemaNames(IReadOnlyDictionary<string, JsonType> types)
    {
        _types = types;
        foreach (var type in types.Values)
        {
            _taken.Add(type.Name);
            _taken.UnionWith(type.DerivedTypes.Select(static d => d.Name));
        }
    }

    public string Of(string type) => _types.TryGetValue(type, out var found) && found is { Kind: JsonTypeKind.Array, Item: { } item } ? OfSequence(item) : Give(type, Word(type));

    /// <summary>An array, a list and a sequence of one type are one in JSON.</summary>
    public string OfSequence(JsonTypeRef item) => Give("sequence of " + item.Type + (item.IsNullable ? "?" : ""), "ListOf" + Word(item.Type));

    private string Give(string key, string name)
    {
        if (_given.TryGetValue(key, out var given))
            return given;
        var unique = name;
        while (!_taken.Add(unique))
            unique += "Value";
        _given.Add(key, unique);
        return unique;
    }

    private string Word(string name)
    {
        if (!_types.TryGetValue(name, out var type))
            return "Anything";
        if (type.Name.Length > 0)
            return type.Name;
        return type.Kind switch
        {
            JsonTypeKind.Array => "ListOf" + (type.Item is { } item ? Word(item.Type) : "Anything"),
            JsonTypeKind.Dictionary => "MapOf" + (type.Item is { } value ? Word(value.Type) : "Anything"),
            JsonTypeKind.Any => "Anything",
            JsonTypeKind.String => type.Format switch
            {
                "uuid" => "Uuid",
                "date-time" => "DateTime",
                "date" => "Date",
                "time" => "Time",
                "byte" => "Bytes",
                _ => "Text",
            },
            JsonTypeKind.Integer => "WholeNumber",
            _ => type.Kind.ToString(),
        };
    }
}
