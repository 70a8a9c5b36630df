using Microsoft.CodeAnalysis;
using Serverless.Corpus.Seeds;
using Xunit.Abstractions;

namespace Serverless.Corpus.Tests;

/// <summary>How many seeded hazards the rules find: in the handler, one helper away, and behind an interface.</summary>
public sealed class RecallTests(ITestOutputHelper output)
{
    public static TheoryData<string> Hosts { get; } = new(SeedHosts.Names);

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Nothing_is_said_about_a_clean_function(string host)
    {
        foreach (var depth in Enum.GetValues<SeedDepth>())
            Assert.Empty(await SeededRun.DiagnosticsAsync(SeedHosts.Source(host, depth, null)!, new Dictionary<string, string>()));
    }

    [Fact]
    public void Every_seeded_function_compiles()
    {
        foreach (var seed in SeedCatalogue.All)
        {
            foreach (var depth in Enum.GetValues<SeedDepth>())
            {
                if (SeedHosts.Source("class library", depth, seed) is { } source)
                    Assert.Empty(SeededRun.Compile(source).GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(d => $"{seed.Rule} {depth}: {d}"));
            }
        }
    }

    [Fact]
    public async Task Seeded_hazards_are_found_at_every_depth()
    {
        var cases = await SeededRun.RunAsync();
        var report = SeededRun.Report(cases);
        output.WriteLine(report);
        foreach (var depth in cases.GroupBy(static c => c.Depth))
            Assert.True(depth.Count(static c => c.Found) >= 0.95 * depth.Count(), report);
    }
}
