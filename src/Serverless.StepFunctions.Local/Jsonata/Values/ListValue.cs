using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>
/// An array of JSON, or a sequence: the result of a step, which is its item when there is one only and nothing when there is none.
/// An array of JSON is read when someone looks inside.
/// </summary>
internal sealed class ListValue
{
    private JsonArray? _source;
    private List<object?>? _items;

    public ListValue(List<object?> items) => _items = items;

    public ListValue(JsonArray source) => _source = source;

    public ListValue() => _items = [];

    /// <summary>The items; a null reference is nothing, which JSON shows as null.</summary>
    public List<object?> Items => _items ??= Read();

    public int Count => Items.Count;

    /// <summary>Where the array comes from, as long as it is unchanged.</summary>
    public JsonArray? Source => _source;

    public bool IsSequence { get; set; }

    /// <summary>Whether a sequence of one item stays an array.</summary>
    public bool KeepSingleton { get; set; }

    /// <summary>Whether it was written out as an array, which the next step does not take apart.</summary>
    public bool IsConstructed { get; set; }

    /// <summary>Whether the items are <see cref="TupleValue"/>s.</summary>
    public bool IsTupleStream { get; set; }

    /// <summary>Whether it holds the input, an array, as its only item.</summary>
    public bool IsOuterWrapper { get; set; }

    public object? this[int index] => Items[index];

    public static ListValue Sequence() => new() { IsSequence = true };

    public static ListValue Sequence(object? item) => new([item]) { IsSequence = true };

    public void Add(object? item)
    {
        var items = Items;
        _source = null;
        items.Add(item);
    }

    private List<object?> Read()
    {
        var items = new List<object?>(_source!.Count);
        foreach (var item in _source)
            items.Add(JsonValues.Read(item));
        return items;
    }
}
