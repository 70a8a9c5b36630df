using System.Xml.Linq;

namespace Serverless.Corpus.Projects;

/// <summary>
/// What matters of a C# project file. Read as XML, not evaluated: the packages of these projects do not all restore everywhere, and nothing of a fetched repository is executed.
/// </summary>
internal sealed class ProjectFile
{
    private readonly List<XDocument> _documents = [];

    public ProjectFile(string path)
    {
        Path = path;
        _documents.Add(XDocument.Load(path));
        for (var at = Directory.GetParent(path); at is not null; at = at.Parent)
        {
            var shared = System.IO.Path.Combine(at.FullName, "Directory.Build.props");
            if (!File.Exists(shared))
                continue;
            _documents.Add(XDocument.Load(shared));
            break;
        }
    }

    public string Path { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public string AssemblyName => Property("AssemblyName") is { Length: > 0 } name && !name.Contains("$(", StringComparison.Ordinal) ? name : System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool IsWeb => Sdk == "Microsoft.NET.Sdk.Web";

    public bool IsTest => References("Microsoft.NET.Test.Sdk") || Property("IsTestProject") == "true";

    public bool UsesImplicitUsings => Property("ImplicitUsings") is "enable" or "true";

    public bool UsesNullable => Property("Nullable") is "enable";

    /// <summary>The properties that the package makes visible to the analyzers.</summary>
    public static readonly string[] Visible =
        ["AWSProjectType", "OutputType", "PublishAot", "PublishTrimmed", "PublishReadyToRun", "InvariantGlobalization", "ServerlessTarget", "ServerlessSnapStart", "TargetFramework", "RootNamespace"];

    private string Sdk => _documents[0].Root?.Attribute("Sdk")?.Value ?? "";

    /// <summary>The first value found, the project's own before the shared one.</summary>
    public string? Property(string name) => _documents
        .SelectMany(static d => d.Descendants()).FirstOrDefault(e => e.Name.LocalName == name && e.Parent?.Name.LocalName == "PropertyGroup")?.Value.Trim();

    public IEnumerable<string> Packages => Items("PackageReference").Concat(ProjectReferences.Select(static path => System.IO.Path.GetFileNameWithoutExtension(path)));

    public bool References(string package) => Items("PackageReference").Any(i => i.Equals(package, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<string> ProjectReferences =>
        Items("ProjectReference").Select(i => System.IO.Path.GetFullPath(System.IO.Path.Combine(Folder, i.Replace('\\', '/')))).Where(File.Exists);

    /// <summary>Sources below the project's folder, without those of projects further down, of outputs, and without what the project removes.</summary>
    public IReadOnlyList<string> Sources()
    {
        var removed = _documents[0].Descendants().Where(static e => e.Name.LocalName is "Compile").Select(static e => e.Attribute("Remove")?.Value).OfType<string>()
            .SelectMany(static value => value.Split(';')).Select(static value => value.Replace('\\', '/').TrimEnd('*').TrimEnd('/')).Where(static v => v.Length > 0).ToList();
        return [.. Files("*.cs").Where(file => !removed.Exists(folder => System.IO.Path.GetRelativePath(Folder, file).Replace('\\', '/').StartsWith(folder, StringComparison.Ordinal)))];
    }

    /// <summary>The files that the package hands to the analyzers.</summary>
    public IReadOnlyList<string> DeploymentFiles() =>
        [.. new[] { "*.template", "template.json", "template.yaml", "template.yml", "aws-lambda-tools-defaults.json", "*.asl.json", "*.asl.yaml", "*.asl.yml" }.SelectMany(Files).Distinct(StringComparer.Ordinal)];

    private IEnumerable<string> Items(string kind) =>
        _documents.SelectMany(static d => d.Descendants()).Where(e => e.Name.LocalName == kind).Select(static e => e.Attribute("Include")?.Value).OfType<string>();

    private List<string> Files(string pattern)
    {
        var others = Directory.EnumerateFiles(Folder, "*.csproj", SearchOption.AllDirectories).Select(static p => System.IO.Path.GetDirectoryName(p)!).Where(f => f != Folder).Distinct(StringComparer.Ordinal).ToList();
        return [.. Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories)
            .Where(file => !others.Exists(other => file.StartsWith(other + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            .Where(static file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal) && !file.Contains("/cdk.out/", StringComparison.Ordinal))
            .OrderBy(static file => file, StringComparer.Ordinal)];
    }
}
