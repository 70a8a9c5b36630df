using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Analyzers.FrontEnds;
using Serverless.Analyzers.FrontEnds.Templates;
using Serverless.Analyzers.Generators;
using Serverless.Artifacts;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.Harness;

/// <summary>
/// One run of the generator over a project. Every run asserts what must hold of each: nothing is thrown, a second run over an
/// equal compilation does nothing, the model holds nothing of the compiler, and the result compiles.
/// </summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(Application application, Compilation output, ImmutableDictionary<string, string> files)
    {
        Application = application;
        Output = output;
        Files = files;
    }

    /// <summary>The model, read without the pipeline.</summary>
    public Application Application { get; }

    /// <summary>The user's compilation with what was generated.</summary>
    public Compilation Output { get; }

    /// <summary>Generated C# by hint name.</summary>
    public ImmutableDictionary<string, string> Files { get; }

    public string Handlers => string.Join("\n", Files.Where(static f => f.Key != "ServerlessArtifacts.g.cs").OrderBy(static f => f.Key, StringComparer.Ordinal).Select(static f => f.Value));

    /// <summary>Text of an artifact, as the user's assembly carries it.</summary>
    public string Artifact(string path) => ArtifactClassReader.Property(Output, ArtifactProperty.NameOf(path)) ?? throw new InvalidOperationException($"No artifact '{path}'.");

    /// <summary>The error faults that the build task would refuse on.</summary>
    public string Faults => ArtifactClassReader.Property(Output, "Faults") ?? "";

    public static GeneratorRun Of(params string[] sources) => Of(TestProject.Of(sources));

    public static GeneratorRun Of(TestProject project, bool mustCompile = true)
    {
        var compilation = project.Compile();
        var driver = Driver(project).RunGenerators(compilation);
        var result = driver.GetRunResult();
        Assert.Empty(result.Diagnostics);
        Assert.Null(result.Results[0].Exception);
        Cacheability.Assert(driver, compilation);
        var application = ReadModel(project, compilation);
        ModelGraph.AssertFreeOfCompiler(application);
        var output = compilation.AddSyntaxTrees(result.GeneratedTrees);
        if (mustCompile)
            Assert.Empty(output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning && !IsUsers(d)).Select(static d => d.ToString()));
        return new GeneratorRun(application, output, result.Results[0].GeneratedSources.ToImmutableDictionary(static s => s.HintName, static s => s.SourceText.ToString()));
    }

    /// <param name="project">Whose options and files the driver gets.</param>
    /// <param name="trackSteps">Off where memory is the subject: a tracked step remembers what it was made from.</param>
    public static GeneratorDriver Driver(TestProject project, bool trackSteps = true) => CSharpGeneratorDriver.Create(
        [new ServerlessGenerator().AsSourceGenerator()],
        project.AdditionalFiles,
        project.ParseOptions,
        project.Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    public static Application ReadModel(TestProject project) => ReadModel(project, project.Compile());

    private static Application ReadModel(TestProject project, Compilation compilation) => ApplicationReader.Read(
        compilation, ProjectOptions.Read(project.Options), project.Fragments.Select(static f => new FragmentText(f.Path, f.Text)).ToEquatableArray(), CancellationToken.None);

    /// <summary>Warnings in the test's own source say nothing about us; an executable under test may lack its entry point.</summary>
    private static bool IsUsers(Diagnostic diagnostic) =>
        diagnostic.Id == "CS5001" || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree is { FilePath: var path } && path.StartsWith("/shop/", StringComparison.Ordinal));
}
