using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Serverless.Corpus.Projects;

/// <summary>
/// What the projects compile against: the frameworks and packages of this program; the Lambda libraries compiled in memory from a checkout of their own repository, so that their
/// shapes are the real ones; stand-ins for the services of the AWS SDK that have no package here.
/// </summary>
internal sealed class Libraries
{
    /// <summary>These are real here.</summary>
    private static readonly string[] RealServices = ["AwsSdkRuntime", "AwsSdkS3", "AwsSdkSqs", "AwsSdkDynamo"];

    private readonly List<MetadataReference> _everywhere;
    private readonly Dictionary<string, MetadataReference> _lambda = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, List<MetadataReference>> _named;
    private readonly Dictionary<string, List<string>> _needs = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="lambdaRepository">A checkout of the Lambda libraries.</param>
    /// <param name="named">`Package=folder`: further assemblies for the projects that name the package.</param>
    public Libraries(string lambdaRepository, IEnumerable<string> named)
    {
        _named = named.Select(static n => n.Split('=')).ToLookup(
            static parts => parts[0],
            static parts => Directory.EnumerateFiles(parts[1], "*.dll").Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList(),
            StringComparer.OrdinalIgnoreCase);
        _everywhere = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();
        _everywhere.Add(Compile("AWSSDK.Others", StandIns("AwsSdk", RealServices), _everywhere));
        _everywhere.Add(Compile("Libraries", StandIns("Libraries", []), _everywhere));
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(lambdaRepository, "Libraries", "src")).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(folder) is not ("Amazon.Lambda.Tools" or "Amazon.Lambda.PowerShellHost") && !folder.EndsWith("Generator", StringComparison.Ordinal) && !folder.EndsWith("Analyzers", StringComparison.Ordinal))
                FromSource(folder);
        }
    }

    /// <summary>What a project that names these packages compiles against: whether a project is serverless at all depends on it.</summary>
    public IEnumerable<MetadataReference> For(IEnumerable<string> packages)
    {
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var package in packages)
        {
            if (_lambda.ContainsKey(package))
                Add(package);
            else if (package.StartsWith("AWS.Lambda.Powertools", StringComparison.OrdinalIgnoreCase))
                Add("Amazon.Lambda.Core");
        }

        return [.. _everywhere, .. named.Select(name => _lambda[name]), .. packages.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(package => _named[package]).SelectMany(static references => references)];

        void Add(string name)
        {
            if (!named.Add(name))
                return;
            foreach (var needed in _needs[name].Where(_lambda.ContainsKey))
                Add(needed);
        }
    }

    public static IReadOnlyList<MetadataReference> OfStandIns()
    {
        // The frameworks alone: beside the packages of a test run every project would look like a test project.
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.Replace('\\', '/').Contains("/shared/Microsoft.", StringComparison.Ordinal))
            .Append(typeof(ServerlessHandlerAttribute).Assembly.Location)
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();
        references.Add(Compile("AWSSDK.Core", StandIns("AwsSdk", []), references));
        references.Add(Compile("Amazon.Lambda", StandIns("AmazonLambda", []), references));
        references.Add(Compile("Libraries", StandIns("Libraries", []), references));
        return references;
    }

    private static IEnumerable<SyntaxTree> StandIns(string prefix, string[] without)
    {
        var home = typeof(Libraries).Assembly;
        foreach (var name in home.GetManifestResourceNames().Where(n => n.Contains("StandIns." + prefix, StringComparison.Ordinal)))
        {
            if (Array.Exists(without, w => name.Contains("StandIns." + w, StringComparison.Ordinal)))
                continue;
            using var reader = new StreamReader(home.GetManifestResourceStream(name)!);
            yield return CSharpSyntaxTree.ParseText(reader.ReadToEnd(), ProjectCompilation.Parsing, name);
        }

        yield return CSharpSyntaxTree.ParseText("[assembly: System.Reflection.AssemblyVersion(\"4.0.0.0\")]", ProjectCompilation.Parsing);
    }

    private void FromSource(string folder)
    {
        var name = Path.GetFileName(folder);
        if (_lambda.ContainsKey(name) || Directory.EnumerateFiles(folder, "*.csproj").FirstOrDefault() is not { } path)
            return;
        var project = new ProjectFile(path);
        var needs = project.ProjectReferences.Select(static p => Path.GetFileName(Path.GetDirectoryName(p)!)).ToList();
        foreach (var needed in project.ProjectReferences.Select(static p => Path.GetDirectoryName(p)!).Where(Directory.Exists))
            FromSource(needed);
        _needs[name] = needs;
        _lambda[name] = Compile(project.AssemblyName, ProjectCompilation.TreesOf(project), [.. _everywhere, .. _lambda.Values]);
    }

    /// <summary>Errors do not matter: what binds, binds.</summary>
    private static CompilationReference Compile(string assembly, IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(assembly, trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
}
