using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Names inside the class of readers and writers.</summary>
internal sealed class DirectJsonNames
{
    private readonly Dictionary<string, (PlainType Type, int Index)> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _roots = new(StringComparer.Ordinal);

    public DirectJsonNames(PlainJson plain)
    {
        Depth = plain.Depth;
        foreach (var type in plain.Types)
            _types.Add(type.Type, (type, _types.Count));
        foreach (var root in plain.Roots)
            _roots.Add(root.Name, _roots.Count);
    }

    public int Depth { get; }

    public PlainType this[string type] => _types[type].Type;

    public string ClassOf(PlainRoot root) => ClassAt(_roots[root.Name]);

    /// <summary>The class of a root by its place.</summary>
    public static string ClassAt(int index) => "Root" + GeneratedFile.Number(index);

    public string Suffix(PlainType type) => GeneratedFile.Number(_types[type.Type].Index);

    /// <summary>The type is read and written by generated methods, not by the runtime library.</summary>
    public static bool HasMethods(PlainType type) => type.Kind >= PlainKind.EnumNumber;

    /// <summary>A condition that reads a value into a target.</summary>
    public string Read(PlainType type, string target) =>
        HasMethods(type) ? $"Read{Suffix(type)}(ref reader, out {target})" : $"global::Serverless.Runtime.DirectJson.TryRead(ref reader, out {target})";
}
