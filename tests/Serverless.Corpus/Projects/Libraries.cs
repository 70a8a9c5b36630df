using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Serverless.Corpus.Projects;

/// <summary>
/// What the projects compile against: the frameworks and packages of this program; the Lambda libraries compiled in memory from a checkout of their own repository, so that their
/// shapes are the real ones; stand-ins for the services of the AWS SDK that have no package here.
/// </summary>
internal static class Libraries
{
    /// <summary>These are real here.</summary>
    private static readonly string[] RealServices = ["AwsSdk.cs", "AwsSdkS3", "AwsSdkSqs", "AwsSdkSQS", "AwsSdkDynamo", "AwsSdkCore", "AwsSdkRuntime"];

    public static IReadOnlyList<MetadataReference> Of(string lambdaRepository, IEnumerable<string> folders)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Concat(folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*.dll")))
            .Where(static path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();
        references.Add(Compile("AWSSDK.Others", StandIns("AwsSdk", RealServices), references));
        references.Add(Compile("Libraries", StandIns("Libraries", []), references));
        foreach (var project in new[] { "Amazon.Lambda.Core", "SnapshotRestore.Registry" })
            references.Add(FromSource(Path.Combine(lambdaRepository, "Libraries", "src", project), references));
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(lambdaRepository, "Libraries", "src")).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(folder) is not ("Amazon.Lambda.Core" or "SnapshotRestore.Registry" or "Amazon.Lambda.Tools" or "Amazon.Lambda.PowerShellHost") && !folder.EndsWith("Generator", StringComparison.Ordinal) && !folder.EndsWith("Analyzers", StringComparison.Ordinal))
                references.Add(FromSource(folder, references));
        }

        return references;
    }

    public static IReadOnlyList<MetadataReference> OfStandIns()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("AWSSDK", StringComparison.Ordinal))
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

    private static CompilationReference FromSource(string folder, IEnumerable<MetadataReference> references)
    {
        var project = new ProjectFile(Directory.EnumerateFiles(folder, "*.csproj").First());
        return Compile(project.AssemblyName, ProjectCompilation.TreesOf(project), references);
    }

    /// <summary>Errors do not matter: what binds, binds.</summary>
    private static CompilationReference Compile(string assembly, IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(assembly, trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
}
