using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>
/// The stand-ins as references: compiled once from the files of the StandIns folder, so that to the code under test they are libraries, as the real packages are.
/// </summary>
internal static class StandInReferences
{
    public static MetadataReference Lambda { get; } = Compile("Amazon.Lambda", "AmazonLambda.cs");

    public static MetadataReference AwsSdk { get; } = Compile("AWSSDK", "AwsSdk.cs");

    public static MetadataReference Hosting { get; } = Compile("Hosting", "Hosting.cs");

    /// <summary>The real attributes: no stand-in can drift from them.</summary>
    public static MetadataReference Annotations { get; } = MetadataReference.CreateFromFile(typeof(ServerlessHandlerAttribute).Assembly.Location);

    public static IReadOnlyList<MetadataReference> All { get; } = [Lambda, AwsSdk, Hosting, Annotations];

    private static PortableExecutableReference Compile(string assembly, string file)
    {
        var name = typeof(StandInReferences).Assembly.GetManifestResourceNames().Single(n => n.EndsWith("StandIns." + file, StringComparison.Ordinal));
        using var reader = new StreamReader(typeof(StandInReferences).Assembly.GetManifestResourceStream(name)!);
        var tree = CSharpSyntaxTree.ParseText(reader.ReadToEnd(), CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest));
        var compilation = CSharpCompilation.Create(assembly, [tree], Net100.References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
