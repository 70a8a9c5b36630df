using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Serverless.Corpus.Seeds;

/// <summary>All seeds as one project: what robustness tests break and benchmarks measure.</summary>
internal static class SeedProgram
{
    public static IReadOnlyList<string> Sources { get; } =
        [.. SeedCatalogue.All.SelectMany(static (seed, at) => Enum.GetValues<SeedDepth>().Select(depth => (seed, at, depth)))
            .Select(static c => SeedHosts.Source("class library", c.depth, c.seed) is { } source ? InNamespace(source, $"Seed{c.at}{c.depth}") : null).OfType<string>()];

    public static CSharpCompilation Compile(IEnumerable<string> sources) => SeededRun.Compile("")
        .RemoveAllSyntaxTrees().AddSyntaxTrees(sources.Select(static (source, at) => CSharpSyntaxTree.ParseText(source, Projects.ProjectCompilation.Parsing, $"Function{at}.cs")));

    private static string InNamespace(string source, string name)
    {
        var end = source.LastIndexOf("using Microsoft.Extensions.DependencyInjection;", StringComparison.Ordinal) + "using Microsoft.Extensions.DependencyInjection;".Length;
        return source[..end] + $"\nnamespace {name};\n" + source[end..];
    }
}
