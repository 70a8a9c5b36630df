using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Corpus.Findings;
using Serverless.Corpus.Projects;

namespace Serverless.Corpus.Seeds;

/// <summary>One hazard in one place.</summary>
internal sealed record SeededCase(Seed Seed, string Host, SeedDepth Depth, bool Found);

/// <summary>Seeds every hazard into every host at every depth and asks the rules.</summary>
internal static class SeededRun
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(Libraries.OfStandIns);

    public static async Task<IReadOnlyList<SeededCase>> RunAsync()
    {
        var cases = new List<SeededCase>();
        foreach (var seed in SeedCatalogue.All)
        {
            foreach (var host in SeedHosts.Names)
            {
                foreach (var depth in Enum.GetValues<SeedDepth>())
                {
                    if (SeedHosts.Source(host, depth, seed) is { } source)
                        cases.Add(new SeededCase(seed, host, depth, (await DiagnosticsAsync(source, seed.Properties)).Any(d => d.Id == seed.Rule)));
                }
            }
        }

        return cases;
    }

    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string source, IReadOnlyDictionary<string, string> properties)
    {
        var options = new AnalyzerOptions([], new ProjectOptions(properties.ToImmutableDictionary()));
        return await Analysis.RunAsync(Compile(source), options);
    }

    public static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Seeded",
        [CSharpSyntaxTree.ParseText(source, ProjectCompilation.Parsing, "Function.cs")],
        References.Value,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>`direct 98 of 100, helper …`, and what was missed.</summary>
    public static string Report(IReadOnlyList<SeededCase> cases)
    {
        var lines = new List<string>();
        foreach (var depth in cases.GroupBy(static c => c.Depth))
        {
            var found = depth.Count(static c => c.Found);
            lines.Add(FormattableString.Invariant($"{depth.Key,-10}{found} of {depth.Count()} found: {100.0 * found / depth.Count():0.0} %"));
        }

        lines.AddRange(cases.Where(static c => !c.Found).GroupBy(static c => (c.Seed.Rule, c.Seed.Statements)).Select(static group =>
            $"missed {group.Key.Rule} [{string.Join(", ", group.Select(static c => $"{c.Depth} in {c.Host}"))}]: {group.Key.Statements}"));
        return string.Join(Environment.NewLine, lines);
    }
}
