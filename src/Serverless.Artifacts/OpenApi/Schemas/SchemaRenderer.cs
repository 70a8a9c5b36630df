using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Schemas of the types that a document uses. A type with a name becomes a component, the others stand where they are used.</summary>
internal sealed class SchemaRenderer
{
    private const string ProblemName = "Problem";
    private const string Prefix = "#/components/schemas/";

    private readonly Dictionary<string, JsonType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _checkedByApi = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonObject> _components = new(StringComparer.Ordinal);
    private readonly SchemaNames _names;
    private readonly SchemaDialect _dialect;
    private readonly ObjectSchemas _objects;

    /// <param name="application">Holds the types.</param>
    /// <param name="dialect">Words that may be used.</param>
    /// <param name="bodies">Bodies of requests.</param>
    /// <param name="checkedByApi">Those that the API itself checks: what a handler would accept must pass there.</param>
    public SchemaRenderer(Application application, SchemaDialect dialect, IEnumerable<JsonTypeRef> bodies, IEnumerable<JsonTypeRef> checkedByApi)
    {
        foreach (var type in application.JsonTypes)
            _types[type.Type] = type;
        _dialect = dialect;
        _names = new SchemaNames(_types);
        _objects = new ObjectSchemas(this, dialect);
        foreach (var body in bodies)
            Mark(body.Type, _read);
        foreach (var body in checkedByApi)
            Mark(body.Type, _checkedByApi);
    }

    /// <summary>The components that were used, by name; null when there are none.</summary>
    public JsonObject? Components()
    {
        if (_components.Count == 0)
            return null;
        var components = new JsonObject();
        foreach (var component in _components)
            components.Add(component.Key, component.Value);
        return components;
    }

    /// <summary>Body of a request or answer. A REST API makes a model of it, which must have a name.</summary>
    public JsonObject OfContent(JsonTypeRef type) => _dialect == SchemaDialect.Rest ? Named(type) : Of(type);

    /// <summary>A sequence of items.</summary>
    public JsonObject OfSequence(JsonTypeRef item)
    {
        var sequence = new JsonObject { { "type", "array" }, { "items", Of(item) } };
        return _dialect == SchemaDialect.Rest ? AddNamed(_names.OfSequence(item), () => sequence) : sequence;
    }

    /// <summary>Body of a failure, RFC 9457.</summary>
    public JsonObject Problem() => AddNamed(ProblemName, () => ProblemSchema.Render(_dialect));

    /// <summary>A use of a type.</summary>
    public JsonObject Of(JsonTypeRef use, JsonType? owner = null) => Of(use, SchemaConstraints.None, SchemaNotes.None, owner);

    /// <param name="use">The type, and whether null is valid.</param>
    /// <param name="constraints">Limits of the value here.</param>
    /// <param name="notes">What is said about it here.</param>
    /// <param name="owner">Type that holds the value; null for a body itself.</param>
    public JsonObject Of(JsonTypeRef use, SchemaConstraints constraints, SchemaNotes notes, JsonType? owner)
    {
        var type = Find(use.Type);
        if (type.Name.Length > 0)
            return Reference(type, use, constraints, notes, owner);
        var schema = Inline(type);
        if (use.IsNullable && type.Kind != JsonTypeKind.Any)
            MakeNullable(schema, owner);
        ConstraintWords.Add(schema, constraints, type, _dialect);
        notes.AddTo(schema, _dialect);
        return schema;
    }

    /// <summary>A parameter of the path, the query or a header: text that is parsed.</summary>
    public JsonObject OfParameter(HandlerParameter parameter)
    {
        var isList = parameter.Form is ParameterForm.Array or ParameterForm.List;
        var value = Inline(Find(parameter.Schema!.Type));
        if (parameter.AllowedTexts.Count > 0)
            value.Add("enum", new JsonArray(parameter.AllowedTexts.Select(static text => new JsonString(text))));
        var schema = isList ? new JsonObject { { "type", "array" }, { "items", value } } : value;
        ConstraintWords.Add(schema, parameter.Constraints, isList ? null : Find(parameter.Schema.Type), _dialect);
        return schema;
    }

    public JsonType Find(string type) => _types.TryGetValue(type, out var found) ? found : new JsonType { Type = type, Kind = JsonTypeKind.Any };

    /// <summary>A handler reads values of the type; else it is only written.</summary>
    public bool IsRead(JsonType type) => _read.Contains(type.Type);

    public static JsonObject ReferenceTo(string name) => new() { { "$ref", Prefix + name } };

    public static string PathOf(string name) => Prefix + name;

    /// <summary>A component of that name, made when it is asked for first.</summary>
    public JsonObject AddNamed(string name, Func<JsonObject> render)
    {
        if (!_components.ContainsKey(name))
        {
            // Known before it is rendered: a type may hold itself.
            _components.Add(name, new JsonObject());
            _components[name] = render();
        }

        return ReferenceTo(name);
    }

    /// <summary>Schema of a type without name, where it stands.</summary>
    public JsonObject Inline(JsonType type)
    {
        switch (type.Kind)
        {
            case JsonTypeKind.Array:
                return new JsonObject { { "type", "array" }, { "items", type.Item is { } item ? Of(item, type) : new JsonObject() } };
            case JsonTypeKind.Dictionary:
                return new JsonObject { { "type", "object" }, { "additionalProperties", type.Item is { } value ? Of(value, type) : new JsonObject() } };
            case JsonTypeKind.Any or JsonTypeKind.Object:
                return type.Kind == JsonTypeKind.Object ? new JsonObject { { "type", "object" } } : new JsonObject();
            default:
                return new JsonObject
                {
                    { "type", Word(type.Kind) },
                    { "format", Format(type) },
                    { "pattern", type.Pattern.Length > 0 ? new JsonString(type.Pattern) : null },
                };
        }
    }

    private static string Word(JsonTypeKind kind) => kind switch
    {
        JsonTypeKind.Boolean => "boolean",
        JsonTypeKind.Integer => "integer",
        JsonTypeKind.Number => "number",
        _ => "string",
    };

    /// <summary>Models know no formats of numbers, and how strictly they check those of text is nowhere said.</summary>
    private JsonString? Format(JsonType type) =>
        type.Format.Length == 0 || _dialect == SchemaDialect.Rest ? null : new JsonString(type.Format);

    /// <summary>The API refuses what does not fit before the handler sees it.</summary>
    private bool IsCheckedIn(JsonType? owner) => owner is not null && _checkedByApi.Contains(owner.Type);

    private JsonObject Reference(JsonType type, JsonTypeRef use, SchemaConstraints constraints, SchemaNotes notes, JsonType? owner)
    {
        var reference = AddNamed(type.Name, () => Component(type));
        if (_dialect == SchemaDialect.Rest)
        {
            // Nothing may stand beside a reference, and a model has no word for null but no type at all.
            return use.IsNullable && IsCheckedIn(owner) ? new JsonObject { { "description", notes.Description ?? "A " + type.Name + ", or null." } } : reference;
        }

        var schema = new JsonObject();
        if (use.IsNullable)
        {
            // Null is said of a type only.
            schema.Add("type", type.Kind != JsonTypeKind.Enum ? "object" : type.EnumAsText ? "string" : "integer");
            schema.Add("nullable", new JsonBoolean(true));
        }

        schema.Add("allOf", new JsonArray { reference });
        ConstraintWords.Add(schema, constraints, type, _dialect);
        notes.AddTo(schema, _dialect);
        return schema.Count == 1 ? reference : schema;
    }

    private void MakeNullable(JsonObject schema, JsonType? owner)
    {
        if (_dialect == SchemaDialect.Full)
        {
            schema.Add("nullable", new JsonBoolean(true));
            return;
        }

        // A model has no word for null: without a type both pass. What is only written is never checked, and keeps its type.
        if (!IsCheckedIn(owner))
            return;
        var form = (schema["type"] as JsonString)?.Value;
        foreach (var word in schema.Members.Select(static m => m.Name).ToList())
            schema[word] = null;
        schema.Add("description", form + " or null");
    }

    private JsonObject Component(JsonType type) => type.Kind == JsonTypeKind.Enum ? EnumSchemas.Render(type, _dialect) : _objects.Render(type);

    private JsonObject Named(JsonTypeRef use)
    {
        var type = Find(use.Type);
        if (type.Kind == JsonTypeKind.Any)
            return new JsonObject();
        return type.Name.Length > 0 ? Of(use with { IsNullable = false }) : AddNamed(_names.Of(use.Type), () => Inline(type));
    }

    /// <summary>Everything inside a body comes with it.</summary>
    private void Mark(string name, HashSet<string> marked)
    {
        if (!_types.TryGetValue(name, out var type) || !marked.Add(name))
            return;
        if (type.Item is { } item)
            Mark(item.Type, marked);
        foreach (var member in type.Members)
            Mark(member.Type.Type, marked);
        foreach (var derived in type.DerivedTypes)
            Mark(derived.Type, marked);
    }
}
