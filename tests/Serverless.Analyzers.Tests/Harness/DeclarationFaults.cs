using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Rules.Declarations;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.Harness;

/// <summary>Runs the declaration analyzer and compares what it reports, with places, with the markup of the source.</summary>
internal static class DeclarationFaults
{
    /// <summary>What is said of nearly every small example, because it has no authorizer, no need of its kind of API or no heartbeat. Tests of these rules ask <see cref="VerifyAdvice"/>.</summary>
    public static readonly string[] Advice = [RuleIds.PublicEndpoint, RuleIds.RestWithoutRestFeature, RuleIds.Advice, RuleIds.CallbackWithoutHeartbeat];

    public static Task Verify(params string[] sources) => Verify(TestProject.Of(sources));

    public static async Task Verify(TestProject project) => Compare(project, (await Analyze(project)).Where(static d => !Advice.Contains(d.Id)));

    public static async Task VerifyAdvice(params string[] sources)
    {
        var project = TestProject.Of(sources);
        Compare(project, await Analyze(project));
    }

    public static void Compare(TestProject project, IEnumerable<Diagnostic> reported)
    {
        var expected = project.Sources.Concat(project.Fragments).SelectMany(static s => s.Expected);
        Assert.Equal(Lines(project, expected), Lines(project, reported.Select(static d => new ExpectedDiagnostic(d.Location.GetLineSpan().Path, d.Id, d.Location.SourceSpan))));
    }

    /// <summary>Message of the only diagnostic of the project.</summary>
    public static async Task<string> Message(TestProject project) => Assert.Single(await Analyze(project), static d => !Advice.Contains(d.Id)).GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<ImmutableArray<Diagnostic>> Analyze(TestProject project, params DiagnosticAnalyzer[] analyzers)
    {
        var compilation = project.Compile();
        var failures = new List<string>();
        var analysis = compilation.WithAnalyzers(
            analyzers.Length > 0 ? [.. analyzers] : [new DeclarationAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(project.AdditionalFiles, project.Options),
                (exception, _, _) => failures.Add(exception.ToString()),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        var reported = await analysis.GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error && d.Id != "CS5001").Select(static d => d.ToString()));
        return reported;
    }

    /// <summary>One line for each diagnostic with the text it stands on, so that a difference can be read.</summary>
    private static IEnumerable<string> Lines(TestProject project, IEnumerable<ExpectedDiagnostic> diagnostics) => diagnostics
        .OrderBy(static d => d.Path, StringComparer.Ordinal).ThenBy(static d => d.Span.Start).ThenBy(static d => d.Span.Length).ThenBy(static d => d.Id, StringComparer.Ordinal)
        .Select(d => $"{d.Path} {d.Span.Start}+{d.Span.Length} {d.Id} {project.Sources.Concat(project.Fragments).First(s => s.Path == d.Path).Text.Substring(d.Span.Start, d.Span.Length)}");
}
