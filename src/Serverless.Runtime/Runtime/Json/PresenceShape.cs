using System.ComponentModel;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>What a JSON value is made of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PresenceKind
{
    /// <summary>Members by name.</summary>
    Object,

    /// <summary>A list.</summary>
    Items,

    /// <summary>Any names, values of one shape.</summary>
    DictionaryValues,
}

/// <summary>A member that a body may or must have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PresenceMember(string Name, bool IsRequired, PresenceShape? Shape);

/// <summary>
/// Which members must be present in a body. The serialiser turns an absent number into zero; only the JSON itself tells the
/// two apart, so it is scanned, but only when a value looks absent.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PresenceShape(PresenceKind kind, bool ignoreCase)
{
    /// <summary>Members of an object.</summary>
    public PresenceMember[] Members { get; set; } = [];

    /// <summary>What a list or dictionary holds; null when it does not matter.</summary>
    public PresenceShape? Item { get; set; }

    /// <summary>Adds a fault for every required member that is absent. JSON that cannot be read adds none.</summary>
    internal void Scan(ReadOnlySpan<byte> json, ref RequestFaults faults)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            if (reader.Read())
                Scan(ref reader, ref faults);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Whoever deserialised it reports that. A name with half a surrogate pair is an invalid operation to the reader.
        }
    }

    private void Scan(ref Utf8JsonReader reader, ref RequestFaults faults)
    {
        if (kind == PresenceKind.Items && reader.TokenType == JsonTokenType.StartArray)
            ScanItems(ref reader, ref faults);
        else if (kind == PresenceKind.DictionaryValues && reader.TokenType == JsonTokenType.StartObject)
            ScanValues(ref reader, ref faults);
        else if (kind == PresenceKind.Object && reader.TokenType == JsonTokenType.StartObject)
            ScanMembers(ref reader, ref faults);
        else
            reader.Skip();
    }

    private void ScanItems(ref Utf8JsonReader reader, ref RequestFaults faults)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var mark = faults.Count;
            Next(Item, ref reader, ref faults);
            faults.Prefix(mark, index);
        }
    }

    private void ScanValues(ref Utf8JsonReader reader, ref RequestFaults faults)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            var mark = faults.Count;
            Next(Item, ref reader, ref faults);
            faults.PrefixKey(mark);
        }
    }

    private void ScanMembers(ref Utf8JsonReader reader, ref RequestFaults faults)
    {
        var seen = Members.Length <= 128 ? stackalloc bool[Members.Length] : new bool[Members.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = Find(ref reader);
            reader.Read();
            if (index < 0)
            {
                reader.Skip();
                continue;
            }

            seen[index] = true;
            var mark = faults.Count;
            Next(Members[index].Shape, ref reader, ref faults);
            faults.Prefix(mark, Members[index].Name);
        }

        for (var i = 0; i < Members.Length; i++)
        {
            if (Members[i].IsRequired && !seen[i])
                faults.AddMember(Members[i].Name, "is required");
        }
    }

    private static void Next(PresenceShape? shape, ref Utf8JsonReader reader, ref RequestFaults faults)
    {
        if (shape is null || !faults.HasRoom)
            reader.Skip();
        else
            shape.Scan(ref reader, ref faults);
    }

    private int Find(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < Members.Length; i++)
        {
            if (reader.ValueTextEquals(Members[i].Name))
                return i;
        }

        if (!ignoreCase)
            return -1;
        var name = reader.GetString();
        return Array.FindIndex(Members, m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
