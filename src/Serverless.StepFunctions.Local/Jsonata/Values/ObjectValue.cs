using System.Globalization;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>
/// An object. Members keep the order in which they were set, except that names which are array indexes come first, in their order, as in JavaScript.
/// An object of JSON is read when someone looks inside.
/// </summary>
internal sealed class ObjectValue
{
    /// <summary>Up to here looking at each name is faster than hashing.</summary>
    private const int Linear = 8;

    private JsonObject? _source;
    private List<string>? _names;
    private List<object?>? _values;
    private Dictionary<string, int>? _places;
    private int _indexes;

    public ObjectValue()
    {
        _names = [];
        _values = [];
    }

    public ObjectValue(JsonObject source) => _source = source;

    /// <summary>Where the object comes from, as long as it is unchanged.</summary>
    public JsonObject? Source => _source;

    public int Count => Names.Count;

    public List<string> Names
    {
        get
        {
            if (_names is null)
                Read();
            return _names!;
        }
    }

    public List<object?> Values
    {
        get
        {
            if (_names is null)
                Read();
            return _values!;
        }
    }

    /// <summary>A null reference for a member that does not exist.</summary>
    public object? Get(string name)
    {
        var place = Find(name);
        return place < 0 ? null : _values![place];
    }

    public bool Has(string name) => Find(name) >= 0;

    public void Set(string name, object? value)
    {
        var place = Find(name);
        _source = null;
        if (place >= 0)
            _values![place] = value;
        else
            Insert(name, value);
    }

    public void Remove(string name)
    {
        var place = Find(name);
        if (place < 0)
            return;
        _source = null;
        _names!.RemoveAt(place);
        _values!.RemoveAt(place);
        if (place < _indexes)
            _indexes--;
        _places = null;
    }

    private int Find(string name)
    {
        var names = Names;
        if (names.Count <= Linear)
        {
            for (var i = 0; i < names.Count; i++)
            {
                if (string.Equals(names[i], name, StringComparison.Ordinal))
                    return i;
            }

            return -1;
        }

        if (_places is null)
        {
            _places = new Dictionary<string, int>(names.Count, StringComparer.Ordinal);
            for (var i = 0; i < names.Count; i++)
                _places[names[i]] = i;
        }

        return _places.TryGetValue(name, out var place) ? place : -1;
    }

    private void Insert(string name, object? value)
    {
        if (name.Length > 0 && char.IsAsciiDigit(name[0]) && TryIndex(name, out var index))
        {
            var place = 0;
            while (place < _indexes && uint.Parse(_names![place], CultureInfo.InvariantCulture) < index)
                place++;
            _names!.Insert(place, name);
            _values!.Insert(place, value);
            _indexes++;
            _places = null;
            return;
        }

        _names!.Add(name);
        _values!.Add(value);
        _places?.Add(name, _names.Count - 1);
    }

    private static bool TryIndex(string name, out uint index)
        => uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index != uint.MaxValue && (name.Length == 1 || name[0] != '0');

    private void Read()
    {
        _names = new List<string>(_source!.Count);
        _values = new List<object?>(_source.Count);
        foreach (var (name, value) in _source)
            Insert(name, JsonValues.Read(value));
    }
}
