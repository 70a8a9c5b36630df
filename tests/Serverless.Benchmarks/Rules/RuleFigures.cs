using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Rules;

namespace Serverless.Benchmarks.Rules;

/// <summary>
/// What the hazard rules cost: their share of a compilation beside general analyzers on the same sources, each rule beside an empty analyzer, and a project that is
/// not serverless. Medians of a few rounds; a keystroke is the `hazards` area.
/// </summary>
internal static class RuleFigures
{
    public static int Run(string[] arguments)
    {
        var services = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 400;
        var rounds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 5;
        var workload = RuleWorkload.Create(services);
        Console.WriteLine(FormattableString.Invariant($"{services} services, {RuleWorkload.Lines(workload):N0} lines, {HazardRules.All.SelectMany(static r => r.Descriptors).Distinct().Count()} rules, medians of {rounds}"));
        ImmutableArray<DiagnosticAnalyzer> ours = [new CodeHazardAnalyzer(), new ApplicationHazardAnalyzer()];

        var compile = Median(rounds, () => Time(() => workload.Clone().Emit(Stream.Null)));
        Console.WriteLine(FormattableString.Invariant($"compile                     {compile,9:N0} ms"));
        Console.WriteLine("                                  own work   of compile    wall beside empty");
        var floor = Median(rounds, () => Wall(workload, [new EmptyAnalyzer()]));
        Print("an empty analyzer", Median(rounds, () => Own(workload, [new EmptyAnalyzer()])), compile, floor, floor);
        foreach (var (name, analyzers) in new[]
        {
            ("Serverless.Analyzers", ours), ("Meziantou.Analyzer", OtherAnalyzers.From("Meziantou")), ("Roslynator.Analyzers", OtherAnalyzers.From("Roslynator")), ("SonarAnalyzer.CSharp", OtherAnalyzers.From("Sonar")),
        })
        {
            Print(FormattableString.Invariant($"{name} ({analyzers.Sum(static a => a.SupportedDiagnostics.Length)})"), Median(rounds, () => Own(workload, analyzers)), compile, Median(rounds, () => Wall(workload, analyzers)), floor);
        }

        var plain = RuleWorkload.CreatePlain(services);
        Console.WriteLine(FormattableString.Invariant($"not serverless              {Median(rounds, () => Own(plain, ours)),9:N2} ms"));
        foreach (var rule in HazardRules.All)
            Console.WriteLine(FormattableString.Invariant($"  {Median(Math.Min(rounds, 3), () => Own(workload, [new OneRule(rule)])),9:N1} ms  {new OneRule(rule).Name}"));
        return 0;
    }

    private static void Print(string name, double own, double compile, double wall, double floor) =>
        Console.WriteLine(FormattableString.Invariant($"{name,-32}{own,9:N0} ms {100 * own / compile,9:N1} % {wall / floor,11:N2} ×"));

    /// <summary>Milliseconds inside the analyzers, as `/reportanalyzer` counts them: what binds for the first time counts for whoever asks first.</summary>
    private static double Own(CSharpCompilation workload, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), static (exception, _, _) => Console.Error.WriteLine(exception.Message), concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var compilation = workload.Clone();
        // Bound before the clock starts, as a build has done when the analyzers run.
        compilation.GetDiagnostics();
        var result = compilation.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return analyzers.Sum(a => result.AnalyzerTelemetryInfo[a].ExecutionTime.TotalMilliseconds);
    }

    private static double Wall(CSharpCompilation workload, ImmutableArray<DiagnosticAnalyzer> analyzers) => Time(() =>
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), static (_, _, _) => { }, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        workload.Clone().WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    });

    private static double Time(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(int rounds, Func<double> measure)
    {
        var values = Enumerable.Range(0, rounds).Select(_ => measure()).Order().ToList();
        return values[values.Count / 2];
    }
}
