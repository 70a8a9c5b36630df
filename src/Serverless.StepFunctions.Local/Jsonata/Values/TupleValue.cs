namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>An item of a path with the variables that <c>@</c>, <c>#</c> and <c>%</c> bound on the way.</summary>
internal sealed class TupleValue(object? item)
{
    private readonly List<KeyValuePair<string, object?>> _bindings = [];

    public object? Item { get; set; } = item;

    public IReadOnlyList<KeyValuePair<string, object?>> Bindings => _bindings;

    public TupleValue Copy()
    {
        var copy = new TupleValue(Item);
        copy._bindings.AddRange(_bindings);
        return copy;
    }

    /// <summary>Takes over everything from another one.</summary>
    public void Assign(TupleValue other)
    {
        Item = other.Item;
        foreach (var (name, value) in other._bindings)
            Set(name, value);
    }

    public object? Get(string name)
    {
        foreach (var (key, value) in _bindings)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
                return value;
        }

        return null;
    }

    public void Set(string name, object? value)
    {
        var binding = KeyValuePair.Create(name, value);
        for (var i = 0; i < _bindings.Count; i++)
        {
            if (string.Equals(_bindings[i].Key, name, StringComparison.Ordinal))
            {
                _bindings[i] = binding;
                return;
            }
        }

        _bindings.Add(binding);
    }
}
