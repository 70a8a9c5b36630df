using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Analyzers.Generators;

namespace Serverless.Benchmarks.Generator;

/// <summary>
/// What typing costs. Drivers are immutable, so a stored driver measures a first run each time; here every iteration starts from
/// a driver that has seen the project, and runs on a fresh compilation that differs by one keystroke.
/// </summary>
[Config(typeof(Configuration))]
public class GeneratorBenchmarks
{
    /// <summary>In process and one invocation an iteration: each needs a compilation of its own, and medians are what a noisy machine can give.</summary>
    private sealed class Configuration : ManualConfig
    {
        public Configuration()
        {
            AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(5), logOutput: false)).WithStrategy(RunStrategy.Monitoring)
                .WithWarmupCount(5).WithIterationCount(25).WithInvocationCount(1).WithUnrollFactor(1));
            AddDiagnoser(MemoryDiagnoser.Default);
            AddColumn(StatisticColumn.Median);
        }
    }

    private CSharpCompilation _project = null!;
    private CSharpCompilation _edited = null!;
    private GeneratorDriver _cold = null!;
    private GeneratorDriver _warm = null!;
    private GeneratorDriver _floorCold = null!;
    private GeneratorDriver _floorWarm = null!;
    private int _keystroke;

    [Params(10, 100, 1000)]
    public int Handlers { get; set; }

    [GlobalSetup]
    public void Create()
    {
        _project = Workload.Create(Handlers);
        _cold = CSharpGeneratorDriver.Create(new ServerlessGenerator());
        _floorCold = CSharpGeneratorDriver.Create(new FloorGenerator());
        _warm = _cold.RunGenerators(_project);
        _floorWarm = _floorCold.RunGenerators(_project);
        var produced = _warm.GetRunResult();
        if (produced.GeneratedTrees.Length < 2 || produced.Diagnostics.Length > 0)
            throw new InvalidOperationException("The workload produced " + produced.GeneratedTrees.Length + " files and " + produced.Diagnostics.Length + " diagnostics.");
    }

    [IterationSetup(Targets = [nameof(FirstRun), nameof(FloorFirstRun)])]
    public void FreshProject() => _edited = Workload.EditBody(_project, ++_keystroke);

    [IterationSetup(Targets = [nameof(BodyEdit), nameof(FloorBodyEdit)])]
    public void EditBody() => _edited = Workload.EditBody(_project, ++_keystroke);

    [IterationSetup(Target = nameof(HandlerBodyEdit))]
    public void EditHandlerBody() => _edited = Workload.EditHandlerBody(_project, ++_keystroke);

    [IterationSetup(Targets = [nameof(DeclarationEdit), nameof(FloorDeclarationEdit)])]
    public void EditDeclaration() => _edited = Workload.EditDeclaration(_project, ++_keystroke);

    [Benchmark]
    public GeneratorDriver FirstRun() => _cold.RunGenerators(_edited);

    [Benchmark]
    public GeneratorDriver FloorFirstRun() => _floorCold.RunGenerators(_edited);

    [Benchmark]
    public GeneratorDriver BodyEdit() => _warm = _warm.RunGenerators(_edited);

    [Benchmark]
    public GeneratorDriver HandlerBodyEdit() => _warm = _warm.RunGenerators(_edited);

    [Benchmark]
    public GeneratorDriver FloorBodyEdit() => _floorWarm = _floorWarm.RunGenerators(_edited);

    [Benchmark]
    public GeneratorDriver DeclarationEdit() => _warm = _warm.RunGenerators(_edited);

    [Benchmark]
    public GeneratorDriver FloorDeclarationEdit() => _floorWarm = _floorWarm.RunGenerators(_edited);
}
