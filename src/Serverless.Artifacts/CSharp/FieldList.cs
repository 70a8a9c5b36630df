namespace Serverless.Artifacts;

/// <summary>Static fields that validations need: regular expressions, attributes of the user's.</summary>
internal sealed class FieldList
{
    private readonly List<(string Type, string Value)> _fields = [];

    public IEnumerable<string> Declarations => _fields.Select(static (f, i) => $"private static readonly {f.Type} {Name(i)} = {f.Value};");

    public string Add(string type, string value)
    {
        var index = _fields.IndexOf((type, value));
        if (index >= 0)
            return Name(index);
        _fields.Add((type, value));
        return Name(_fields.Count - 1);
    }

    private static string Name(int index) => "Check" + GeneratedFile.Number(index);
}
