using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts.Tests.Sam;

/// <summary>Reads what a test asks for out of a rendered template.</summary>
internal static class TemplateAccess
{
    public static JsonObject Render(Application application) => TemplateRenderer.Render(application, new ReferenceResolver(application));

    /// <summary>A member by its path, `/` between the names; null when there is none.</summary>
    public static JsonNode? At(this JsonNode? node, string path)
    {
        foreach (var name in path.Split('/'))
            node = node is JsonArray array ? array[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : (node as JsonObject)?[name];
        return node;
    }

    /// <summary>The member as compact JSON; `absent` when there is none.</summary>
    public static string Text(this JsonNode? node, string path) => node.At(path)?.ToCompactString() ?? "absent";

    public static IEnumerable<string> Ids(this JsonObject template) => ((JsonObject)template["Resources"]!).Members.Select(static member => member.Name);
}
