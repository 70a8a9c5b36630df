using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>The serialiser's metadata of each type a function needs, as static fields: looked up once, in init.</summary>
internal sealed class JsonFields(ProjectFacts project)
{
    private readonly List<string> _types = [];

    public IEnumerable<string> Declarations => _types.Select((type, i) =>
        $"private static readonly global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}> {Name(i)} = {Creation(type)};");

    /// <summary>The field for a type.</summary>
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

    private string Creation(string type) => project.JsonContext is { } context
        ? $"global::Serverless.Runtime.JsonMetadata.From<{type}>({context}.Default)"
        : $"global::Serverless.Runtime.JsonMetadata.Reflected<{type}>()";

    private static string Name(int index) => "Json" + GeneratedFile.Number(index);
}
