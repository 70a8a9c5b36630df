using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Corpus.Findings;
using Serverless.Corpus.Projects;
using Serverless.Corpus.Seeds;

namespace Serverless.Corpus.Tests;

/// <summary>All rules over code that is broken in every way: nothing throws, nothing hangs, and every order of work gives the same answer.</summary>
public sealed class RobustnessTests
{
    private static readonly AnalyzerOptions NoOptions = new([], new ProjectOptions(ImmutableDictionary<string, string>.Empty));

    [Fact]
    public async Task Truncated_sources_make_no_rule_fail()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 12; round++)
            await Analysis.RunAsync(SeedProgram.Compile(SeedProgram.Sources.Select(source => source[..random.Next(source.Length)])), NoOptions);
    }

    [Fact]
    public async Task Mutated_sources_make_no_rule_fail()
    {
        var random = new Random(11223344);
        for (var round = 0; round < 12; round++)
            await Analysis.RunAsync(SeedProgram.Compile(SeedProgram.Sources.Select(source => Mutated(source, random))), NoOptions);
    }

    [Fact]
    public async Task Missing_references_make_no_rule_fail()
    {
        var whole = SeedProgram.Compile(SeedProgram.Sources);
        foreach (var kept in new[] { 1, 40, 120 })
            await Analysis.RunAsync(whole.WithReferences(whole.References.Take(kept)), NoOptions);
        await Analysis.RunAsync(whole.WithReferences(), NoOptions);
    }

    [Fact]
    public async Task Types_that_contain_and_derive_from_each_other_end()
    {
        var source = SeedHosts.Usings + """
            public class A : B { A _a; public static A Make() => new A { _a = Make() }; public static implicit operator B2(A a) => a; }
            public class B : A { public A P { get => P; set => P = value; } }
            public class B2 { public B2 Next => Next.Next; public Lazy<B2> Later = new(() => new B2().Later.Value); }
            public interface I<T> where T : I<T> { void M(I<I<T>> i); }
            public class C : I<C> { public void M(I<I<C>> i) { i.M(null!); F(this); } static void F(object o) { F(o); new C().M(null!); } }
            public record R(R Inner) { public R(int i) : this(new R(i)) { } }
            public class Function { [LambdaFunction] public async Task<A> Handle(R r, ILambdaContext c) { await Handle(r.Inner, c); new C().M(null!); return A.Make(); } }
            """;
        await Analysis.RunAsync(SeededRun.Compile(source), NoOptions);
    }

    [Fact]
    public async Task Giant_literals_and_long_chains_end()
    {
        var numbers = string.Join(", ", Enumerable.Range(0, 20_000));
        var text = string.Join(" + ", Enumerable.Range(0, 400).Select(static i => $"\"{i}\" + input.Id"));
        var chain = string.Concat(Enumerable.Repeat(".Trim()", 300));
        var branches = string.Concat(Enumerable.Range(0, 400).Select(static i => $"if (input.Id == \"{i}\") Console.WriteLine({i}); else "));
        var source = SeedHosts.Usings + $$"""
            public class Function
            {
                static readonly int[] Table = [{{numbers}}];
                [LambdaFunction] public async Task Handle(Input input, ILambdaContext context)
                {
                    await Task.Yield();
                    var path = {{text}};
                    File.WriteAllText(path, input.Id{{chain}});
                    {{branches}} Console.WriteLine(Table.Length);
                }
            }
            """;
        await Analysis.RunAsync(SeededRun.Compile(source), NoOptions).WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Concurrent_and_serial_runs_say_the_same()
    {
        var serial = await TextAsync(concurrent: false);
        Assert.NotEmpty(serial);
        Assert.Equal(serial, await TextAsync(concurrent: true));
        Assert.Equal(serial, await TextAsync(concurrent: true));

        static async Task<string[]> TextAsync(bool concurrent)
        {
            var options = new CompilationWithAnalyzersOptions(NoOptions, static (exception, _, _) => throw exception, concurrent, logAnalyzerExecutionTime: false);
            var diagnostics = await SeedProgram.Compile(SeedProgram.Sources).WithAnalyzers(Analysis.Rules, options).GetAnalyzerDiagnosticsAsync();
            return [.. diagnostics.Select(static d => d.ToString()).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public async Task A_run_that_is_cancelled_at_any_point_leaves_nothing_behind()
    {
        var expected = (await Analysis.RunAsync(SeedProgram.Compile(SeedProgram.Sources), NoOptions)).Select(static d => d.ToString()).Order(StringComparer.Ordinal).ToList();
        var compilation = SeedProgram.Compile(SeedProgram.Sources);
        var random = new Random(5);
        for (var round = 0; round < 15; round++)
        {
            using var cancellation = new CancellationTokenSource(random.Next(1, 400));
            Exception? failure = null;
            var options = new CompilationWithAnalyzersOptions(NoOptions, (exception, _, _) => failure ??= exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            try
            {
                await compilation.WithAnalyzers(Analysis.Rules, options).GetAnalyzerDiagnosticsAsync(cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                // What the test is about.
            }

            Assert.Null(failure);
        }

        Assert.Equal(expected, (await Analysis.RunAsync(compilation, NoOptions)).Select(static d => d.ToString()).Order(StringComparer.Ordinal));
    }

    private static string Mutated(string source, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(static t => t.ToFullString()).ToList();
        for (var i = 0; i < 4; i++)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(4))
            {
                case 0: tokens.RemoveAt(at); break;
                case 1: tokens.Insert(at, tokens[random.Next(tokens.Count)]); break;
                case 2: (tokens[at], tokens[^1]) = (tokens[^1], tokens[at]); break;
                default: tokens[at] = random.Next(3) switch { 0 => "null! ", 1 => "static ", _ => "await " }; break;
            }
        }

        return string.Concat(tokens);
    }
}
