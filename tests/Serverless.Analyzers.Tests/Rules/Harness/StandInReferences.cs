using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>
/// The stand-ins as references: compiled once from the files of the StandIns folder, so that to the code under test they are libraries, as the real packages are.
/// The beginning of a file's name says which library it belongs to; a library sees those before it.
/// </summary>
internal static class StandInReferences
{
    private static readonly (string Prefix, string Assembly)[] Libraries =
        [("AwsSdk", "AWSSDK.Core"), ("AmazonLambda", "Amazon.Lambda"), ("Hosting", "Hosting"), ("Libraries", "Libraries"), ("Cdk", "Amazon.CDK.Lib")];

    private static readonly Dictionary<string, MetadataReference> Compiled = CompileAll();

    public static MetadataReference Lambda => Compiled["AmazonLambda"];

    public static MetadataReference AwsSdk => Compiled["AwsSdk"];

    public static MetadataReference Hosting => Compiled["Hosting"];

    /// <summary>Npgsql, Serilog, Polly and the like.</summary>
    public static MetadataReference Others => Compiled["Libraries"];

    /// <summary>Not among <see cref="All"/>: a project that deploys is another project than the one that is deployed.</summary>
    public static MetadataReference Cdk => Compiled["Cdk"];

    /// <summary>The real attributes: no stand-in can drift from them.</summary>
    public static MetadataReference Annotations { get; } = MetadataReference.CreateFromFile(typeof(ServerlessHandlerAttribute).Assembly.Location);

    public static IReadOnlyList<MetadataReference> All { get; } = [Lambda, AwsSdk, Hosting, Others, Annotations];

    /// <summary>A library of one test's own, in the place of one of these.</summary>
    public static MetadataReference Library(string assembly, string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest));
        return Emit(CSharpCompilation.Create(assembly, [tree], Net100.References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));
    }

    private static Dictionary<string, MetadataReference> CompileAll()
    {
        var compiled = new Dictionary<string, MetadataReference>(StringComparer.Ordinal);
        foreach (var (prefix, assembly) in Libraries)
            compiled.Add(prefix, Compile(prefix, assembly, compiled.Values));
        return compiled;
    }

    private static PortableExecutableReference Compile(string prefix, string assembly, IEnumerable<MetadataReference> before)
    {
        var home = typeof(StandInReferences).Assembly;
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var trees = home.GetManifestResourceNames().Where(name => name.Contains(".StandIns." + prefix, StringComparison.Ordinal)).Select(name =>
        {
            using var reader = new StreamReader(home.GetManifestResourceStream(name)!);
            return CSharpSyntaxTree.ParseText(reader.ReadToEnd(), options, name);
        }).Append(CSharpSyntaxTree.ParseText("[assembly: System.Reflection.AssemblyVersion(\"4.0.0.0\")]", options));
        var compilation = CSharpCompilation.Create(
            assembly, trees, [.. Net100.References.All, .. before], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return Emit(compilation);
    }

    private static PortableExecutableReference Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
