namespace Serverless.Model.Json;

/// <summary>
/// A JSON value with its place in the text it came from (-1 when it was built, not read).
/// Our own because the compiler side carries no private dependencies; it reads what users write by hand
/// (template fragments, conditions, ASL files) and holds what renderers write.
/// </summary>
internal abstract class JsonNode
{
    /// <summary>First character of the value in the source text, or -1.</summary>
    public int Start { get; internal set; } = -1;

    /// <summary>Characters the value takes in the source text.</summary>
    public int Length { get; internal set; }

    public static implicit operator JsonNode(string text) => new JsonString(text);

    public static implicit operator JsonNode(int number) => new JsonNumber(number);

    public static implicit operator JsonNode(bool value) => new JsonBoolean(value);

    /// <summary>Indented, two spaces, `\n`, no escapes but those JSON demands.</summary>
    public override string ToString() => JsonWriter.Write(this, indented: true);

    /// <summary>On one line, without spaces.</summary>
    public string ToCompactString() => JsonWriter.Write(this, indented: false);

    /// <summary>A copy that shares nothing with this node.</summary>
    public abstract JsonNode Clone();
}

internal sealed class JsonString(string value) : JsonNode
{
    public string Value { get; } = value;

    public override JsonNode Clone() => new JsonString(Value);
}

/// <summary>A number, kept as it was written: 1.10 stays 1.10 and nothing is rounded through a double.</summary>
internal sealed class JsonNumber(string text) : JsonNode
{
    public JsonNumber(long value) : this(value.ToString(System.Globalization.CultureInfo.InvariantCulture)) { }

    public JsonNumber(double value) : this(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)) { }

    public string Text { get; } = text;

    public bool TryGetInt64(out long value) =>
        long.TryParse(Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out value);

    public override JsonNode Clone() => new JsonNumber(Text);
}

internal sealed class JsonBoolean(bool value) : JsonNode
{
    public bool Value { get; } = value;

    public override JsonNode Clone() => new JsonBoolean(Value);
}

internal sealed class JsonNull : JsonNode
{
    public override JsonNode Clone() => new JsonNull();
}

internal sealed class JsonArray : JsonNode, IEnumerable<JsonNode>
{
    private readonly List<JsonNode> _items = [];

    public JsonArray() { }

    public JsonArray(IEnumerable<JsonNode> items) => _items.AddRange(items);

    public int Count => _items.Count;

    public JsonNode this[int index] => _items[index];

    public void Add(JsonNode item) => _items.Add(item);

    public List<JsonNode>.Enumerator GetEnumerator() => _items.GetEnumerator();

    IEnumerator<JsonNode> IEnumerable<JsonNode>.GetEnumerator() => _items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => _items.GetEnumerator();

    public override JsonNode Clone() => new JsonArray(_items.Select(static item => item.Clone()));
}

/// <summary>A member of an object, with the place of its name.</summary>
internal sealed class JsonMember(string name, JsonNode value)
{
    public string Name { get; } = name;

    public JsonNode Value { get; internal set; } = value;

    /// <summary>First character of the quoted name in the source text, or -1.</summary>
    public int NameStart { get; internal set; } = -1;

    /// <summary>Characters of the quoted name in the source text.</summary>
    public int NameLength { get; internal set; }
}

/// <summary>An object whose members keep the order they were written in. `null` values given to <see cref="Add(string, JsonNode?)"/> are left out.</summary>
internal sealed class JsonObject : JsonNode, IEnumerable<JsonMember>
{
    private readonly List<JsonMember> _members = [];
    private Dictionary<string, JsonMember>? _index;

    public int Count => _members.Count;

    public IReadOnlyList<JsonMember> Members => _members;

    /// <summary>The value of a member, or null. Setting replaces in place or appends; setting null removes.</summary>
    public JsonNode? this[string name]
    {
        get => Find(name)?.Value;
        set
        {
            var found = Find(name);
            if (value is null)
            {
                if (found is not null)
                {
                    _members.Remove(found);
                    _index?.Remove(name);
                }
            }
            else if (found is null)
            {
                Append(new JsonMember(name, value));
            }
            else
            {
                found.Value = value;
            }
        }
    }

    public void Add(string name, JsonNode? value)
    {
        if (value is not null)
            this[name] = value;
    }

    /// <summary>Appends a member as read, duplicates included, so that a reader can report them.</summary>
    internal void Append(JsonMember member)
    {
        _members.Add(member);
        if (_index is not null && !_index.ContainsKey(member.Name))
            _index.Add(member.Name, member);
    }

    public JsonMember? Find(string name)
    {
        if (_members.Count <= 8)
        {
            foreach (var member in _members)
            {
                if (member.Name == name)
                    return member;
            }

            return null;
        }

        if (_index is null)
        {
            _index = new Dictionary<string, JsonMember>(StringComparer.Ordinal);
            foreach (var member in _members)
            {
                if (!_index.ContainsKey(member.Name))
                    _index.Add(member.Name, member);
            }
        }

        return _index.TryGetValue(name, out var found) ? found : null;
    }

    public List<JsonMember>.Enumerator GetEnumerator() => _members.GetEnumerator();

    IEnumerator<JsonMember> IEnumerable<JsonMember>.GetEnumerator() => _members.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => _members.GetEnumerator();

    public override JsonNode Clone()
    {
        var copy = new JsonObject();
        foreach (var member in _members)
            copy.Append(new JsonMember(member.Name, member.Value.Clone()));
        return copy;
    }
}
