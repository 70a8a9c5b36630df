using Serverless.Model.Json;
using Serverless.Model.Yaml;

namespace Serverless.Analyzers.Deployment;

/// <summary>
/// Which files describe a deployment, and how they are read. The package marks the files that it finds with `ServerlessRole`; a project may mark others so.
/// Files that come without a mark are known by their names.
/// </summary>
internal static class DeploymentFiles
{
    public const string RoleKey = "build_metadata.AdditionalFiles.ServerlessRole";

    private const string ToolsDefaults = "aws-lambda-tools-defaults.json";

    public static DeploymentFileKind KindOf(string path, string? role = null)
    {
        switch (role)
        {
            case "Template": return DeploymentFileKind.Template;
            case "ToolsDefaults": return DeploymentFileKind.ToolsDefaults;
            case "StateMachine": return DeploymentFileKind.StateMachine;
            case "Fragment" or "SamConfig": return DeploymentFileKind.None;
        }

        var name = FileName(path);
        if (name.Equals(ToolsDefaults, StringComparison.OrdinalIgnoreCase))
            return DeploymentFileKind.ToolsDefaults;
        if (Ends(name, ".asl.json") || Ends(name, ".asl.yaml") || Ends(name, ".asl.yml"))
            return DeploymentFileKind.StateMachine;
        return Ends(name, ".template") || IsTemplateName(name) ? DeploymentFileKind.Template : DeploymentFileKind.None;
    }

    /// <summary>JSON or YAML: what a `.template` is, its first character says. Null when it is neither.</summary>
    public static JsonNode? Parse(string path, string text) =>
        Ends(path, ".yaml") || Ends(path, ".yml") || (!Ends(path, ".json") && !LooksLikeJson(text))
            ? YamlReader.Read(text, out _)
            : JsonReader.Read(text, out _, allowComments: true);

    private static bool LooksLikeJson(string text)
    {
        foreach (var c in text)
        {
            if (c is '{' or '/')
                return true;
            if (!char.IsWhiteSpace(c) && c != '\uFEFF')
                return false;
        }

        return true;
    }

    /// <summary>`template.yaml`, `orders.template.json`.</summary>
    private static bool IsTemplateName(string name)
    {
        foreach (var extension in new[] { ".json", ".yaml", ".yml" })
        {
            if (Ends(name, "template" + extension))
                return name.Length == "template".Length + extension.Length || name[name.Length - extension.Length - "template".Length - 1] == '.';
        }

        return false;
    }

    private static bool Ends(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static string FileName(string path) => path.Substring(Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1);
}
