using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Serverless.Corpus.Projects;

/// <summary>A project as the compiler would see it, without MSBuild: sources, implicit usings, references to other projects, files beside the code.</summary>
internal sealed class ProjectCompilation(Libraries libraries)
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private const string WebUsings = """
        global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    private readonly Dictionary<string, CSharpCompilation> _known = new(StringComparer.Ordinal);

    public static CSharpParseOptions Parsing { get; } = new CSharpParseOptions(LanguageVersion.Latest).WithPreprocessorSymbols(
        "NET", "NETCOREAPP", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER", "NET10_0");

    public CSharpCompilation Of(ProjectFile project)
    {
        if (_known.TryGetValue(project.Path, out var known))
            return known;
        // A cycle of projects ends at the empty compilation.
        _known[project.Path] = CSharpCompilation.Create(project.AssemblyName);
        var others = project.ProjectReferences.Where(static path => path.EndsWith(".csproj", StringComparison.Ordinal)).Select(path => (MetadataReference)Of(new ProjectFile(path)).ToMetadataReference());
        var trees = TreesOf(project).ToList();
        var isProgram = project.Property("OutputType")?.Equals("exe", StringComparison.OrdinalIgnoreCase) == true || project.IsWeb;
        return _known[project.Path] = CSharpCompilation.Create(
            project.AssemblyName,
            trees,
            [.. libraries.For(PackagesOf(project, [])), .. others],
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: project.UsesNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable));
    }

    /// <summary>A project sees the packages of the projects that it references.</summary>
    private static HashSet<string> PackagesOf(ProjectFile project, HashSet<string> seen)
    {
        var packages = new HashSet<string>(project.Packages, StringComparer.OrdinalIgnoreCase);
        foreach (var other in project.ProjectReferences)
        {
            if (other.EndsWith(".csproj", StringComparison.Ordinal) && seen.Add(other))
                packages.UnionWith(PackagesOf(new ProjectFile(other), seen));
        }

        return packages;
    }

    public static AnalyzerOptions OptionsOf(ProjectFile project)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in ProjectFile.Visible)
        {
            if (project.Property(name) is { } value)
                properties[name] = value;
        }

        properties["IsTestProject"] = project.IsTest ? "true" : "false";
        return new AnalyzerOptions([.. project.DeploymentFiles().Select(static path => (AdditionalText)new DeploymentFile(path))], new ProjectOptions(properties.ToImmutable()));
    }

    public static IEnumerable<SyntaxTree> TreesOf(ProjectFile project)
    {
        foreach (var source in project.Sources())
            yield return CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(source), Encoding.UTF8), Parsing, source);
        if (project.UsesImplicitUsings)
            yield return CSharpSyntaxTree.ParseText(SourceText.From(project.IsWeb ? Usings + WebUsings : Usings, Encoding.UTF8), Parsing, project.Folder + "/GlobalUsings.g.cs");
    }
}
