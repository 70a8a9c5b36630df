using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Serverless.Analyzers.Tests.Harness;

/// <summary>
/// A project of a user in memory: sources with markup, build properties, template fragments. Our own attributes and runtime are
/// referenced; everything else a test needs it declares.
/// </summary>
internal sealed record TestProject
{
    private static readonly ImmutableArray<MetadataReference> OwnReferences =
    [
        MetadataReference.CreateFromFile(typeof(Runtime.FunctionTable).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(AllowAttribute).Assembly.Location),
    ];

    private const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    public ImmutableArray<MarkupSource> Sources { get; init; } = [];

    public ImmutableArray<MarkupSource> Fragments { get; init; } = [];

    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty
        .Add("TargetFramework", "net10.0")
        .Add("RootNamespace", "Shop");

    public string AssemblyName { get; init; } = "Shop";

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    public ImmutableArray<MetadataReference> References { get; init; } = [.. FrameworkReferences.All, .. OwnReferences];

    public static TestProject Of(params string[] sources) => new()
    {
        Sources = [.. sources.Select(static (source, i) => MarkupSource.Parse($"/shop/Source{i}.cs", source))],
    };

    public TestProject WithProperty(string name, string value) => this with { Properties = Properties.SetItem(name, value) };

    public TestProject WithFragment(string json, string name = "resources.json") => this with { Fragments = Fragments.Add(MarkupSource.Parse("/shop/" + name, json)) };

    public TestProject AsExecutable() => this with { OutputKind = OutputKind.ConsoleApplication };

    public TestProject WithReference(MetadataReference reference) => this with { References = References.Add(reference) };

    public TestOptions Options => new(Properties);

    public ImmutableArray<AdditionalText> AdditionalFiles => [.. Fragments.Select(static f => new TestFile(f.Path, f.Text, isTemplate: true))];

    public CSharpParseOptions ParseOptions => CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion);

    public CSharpCompilation Compile() => CSharpCompilation.Create(
        AssemblyName,
        [
            CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "/shop/obj/GlobalUsings.g.cs"),
            .. Sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.Path)),
        ],
        References,
        new CSharpCompilationOptions(OutputKind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
}
