using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Rules;

namespace Serverless.Corpus.Findings;

/// <summary>Runs every hazard rule on a compilation. An exception in a rule is a failure of the run.</summary>
internal static class Analysis
{
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } = [new CodeHazardAnalyzer(), new ApplicationHazardAnalyzer()];

    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, AnalyzerOptions options)
    {
        Exception? failure = null;
        var with = new CompilationWithAnalyzersOptions(options, (exception, _, _) => failure ??= exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(Rules, with).GetAnalyzerDiagnosticsAsync();
        return failure is null ? diagnostics : throw new InvalidOperationException($"A rule failed on {compilation.AssemblyName}.", failure);
    }
}
