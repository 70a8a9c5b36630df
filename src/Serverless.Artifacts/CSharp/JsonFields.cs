using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// What a function reads and writes its types with: generated code where it does so as the serialiser does, else the serialiser's
/// metadata, in static fields that are looked up once, in init.
/// </summary>
internal sealed class JsonFields(Application application)
{
    private readonly List<string> _types = [];

    public IEnumerable<string> Declarations => _types.Select((type, i) =>
        $"private static readonly global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}> {Name(i)} = {Creation(type, application.Project)};");

    /// <summary>Expression for a type that is read.</summary>
    public string Reader(string type) => Root(type, static root => root.IsRead) ?? this[type];

    /// <summary>Expression for a type that is written.</summary>
    public string Writer(string type) => Root(type, static root => root.IsWritten) ?? this[type];

    /// <summary>The field of the serialiser's metadata.</summary>
    public string this[string type]
    {
        get
        {
            var index = _types.IndexOf(type);
            if (index < 0)
            {
                index = _types.Count;
                _types.Add(type);
            }

            return Name(index);
        }
    }

    /// <summary>Roots are ordered by name.</summary>
    private string? Root(string type, Func<PlainRoot, bool> fits)
    {
        var roots = application.PlainJson.Roots;
        var least = 0;
        var most = roots.Count - 1;
        while (least <= most)
        {
            var middle = (least + most) / 2;
            var order = string.CompareOrdinal(roots[middle].Name, type);
            if (order == 0)
                return fits(roots[middle]) ? $"global::{(application.Project.RootNamespace.Length == 0 ? "" : application.Project.RootNamespace + ".")}{DirectJsonSource.Class}.{DirectJsonNames.ClassAt(middle)}.Value" : null;
            if (order < 0)
                least = middle + 1;
            else
                most = middle - 1;
        }

        return null;
    }

    /// <summary>Expression of the serialiser's metadata of a type.</summary>
    public static string Creation(string type, ProjectFacts project) => project.JsonContext is { } context
        ? $"global::Serverless.Runtime.JsonMetadata.From<{type}>({context}.Default)"
        : $"global::Serverless.Runtime.JsonMetadata.Reflected<{type}>()";

    private static string Name(int index) => "Json" + GeneratedFile.Number(index);
}
