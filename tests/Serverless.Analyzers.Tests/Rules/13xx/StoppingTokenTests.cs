using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Rules.Fargate;

public sealed class StoppingTokenTests
{
    private const string Usings = RuleTests.Usings + "using Microsoft.Extensions.Hosting;\nusing System.Threading.Channels;\n";
    private const string Head = "public class Worker : BackgroundService\n{\n    static Task Poll(CancellationToken t = default) => Task.CompletedTask;\n    static Task Plain() => Task.CompletedTask;\n";

    private static void OnFargate(AnalyzerTest<DefaultVerifier> test) => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = Fargate"));

    private static Task Check(string source)
    {
        var test = new RuleTest<StoppingTokenRule>(Usings + source);
        OnFargate(test);
        return test.RunAsync();
    }

    private static string Worker(string body) => Head + "    protected override async Task ExecuteAsync(CancellationToken stoppingToken)\n    {\n" + body + "\n    }\n}\n";

    [Theory]
    [InlineData("{|SVLS1301:while|} (true) { await Poll(); await Task.Delay(1000); }")]
    [InlineData("{|SVLS1301:for|} (;;) await Poll();")]
    [InlineData("{|SVLS1301:do|} { await Poll(); } while (true);")]
    [InlineData("while (!stoppingToken.IsCancellationRequested) { await Poll(stoppingToken); await {|SVLS1301:Task.Delay(1000)|}; }")]
    [InlineData("while (!stoppingToken.IsCancellationRequested) { await Poll(); {|SVLS1301:Thread.Sleep(1000)|}; }")]
    [InlineData("using var t = new PeriodicTimer(TimeSpan.FromSeconds(1)); {|SVLS1301:while|} (await t.WaitForNextTickAsync()) await Poll();")]
    [InlineData("var c = Channel.CreateUnbounded<int>(); {|SVLS1301:await|} foreach (var i in c.Reader.ReadAllAsync()) await Plain();")]
    [InlineData("{|SVLS1301:while|} (true) { try { await Poll(); } catch (Exception) { await Task.Delay(1000); } }")]
    [InlineData("{|SVLS1301:while|} (true) { foreach (var i in new[] { 1 }) { if (i > 0) break; } await Poll(); }")]
    public Task A_loop_that_ignores_the_token_is_flagged(string body) => Check(Worker(body));

    [Theory]
    [InlineData("while (!stoppingToken.IsCancellationRequested) { await Poll(stoppingToken); await Task.Delay(1000, stoppingToken); }")]
    [InlineData("while (true) { await Poll(stoppingToken); }")]
    [InlineData("while (true) { stoppingToken.ThrowIfCancellationRequested(); await Poll(); }")]
    [InlineData("using var own = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken); while (true) { await Poll(own.Token); }")]
    [InlineData("var t = stoppingToken; while (true) { await Poll(t); }")]
    [InlineData("while (true) { await Poll(); if (DateTime.UtcNow.Year > 3000) break; }")]
    [InlineData("while (true) { await Poll(); return; }")]
    [InlineData("for (var i = 0; i < 10; i++) await Poll();")]
    [InlineData("await Poll();")]
    [InlineData("using var t = new PeriodicTimer(TimeSpan.FromSeconds(1)); while (await t.WaitForNextTickAsync(stoppingToken)) await Plain();")]
    [InlineData("await Task.Delay(10); while (!stoppingToken.IsCancellationRequested) await Poll(stoppingToken);")]
    public Task A_loop_that_asks_it_or_ends_is_not(string body) => Check(Worker(body));

    [Fact]
    public Task Helpers_of_the_worker_are_read() => Check("""
        public partial class Worker(string name) : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Given(stoppingToken), Missing());
            private static async Task Given(CancellationToken token) { {|SVLS1301:while|} (true) await Task.Yield(); }
            private async Task Unused() { while (true) await Task.Yield(); }
            private partial Task Missing();
        }
        public partial class Worker
        {
            private async partial Task Missing() { {|SVLS1301:while|} (true) { Console.WriteLine(name); await Task.Yield(); } }
        }
        public class NoWorker
        {
            protected virtual async Task ExecuteAsync(CancellationToken stoppingToken) { while (true) await Task.Yield(); }
        }
        """);

    [Fact]
    public async Task With_all_rules_a_sleep_is_reported_once()
    {
        var compilation = AllRules.Compile(Usings + Worker("while (!stoppingToken.IsCancellationRequested) { await Poll(stoppingToken); await Task.Delay(1000); }"));
        var options = new AnalyzerOptions([], new TestOptions(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("ServerlessTarget", "Fargate")));
        var found = await compilation.WithAnalyzers(AllRules.Hazards, options).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(["SVLS0405"], found.Select(static d => d.Id).Where(static id => id is "SVLS0405" or "SVLS1301"));
    }

    [Fact]
    public Task Only_containers_are_told_to_stop() =>
        new RuleTest<StoppingTokenRule>(Usings + Worker("while (true) await Poll();")).RunAsync();

    [Fact]
    public async Task The_message_names_the_method_and_generated_code_is_left_alone()
    {
        var test = new RuleTest<StoppingTokenRule>(Usings + Worker("{|#0:while|} (true) await Poll();"));
        OnFargate(test);
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nclass Made : Microsoft.Extensions.Hosting.BackgroundService { protected override async System.Threading.Tasks.Task ExecuteAsync(System.Threading.CancellationToken t) { while (true) await System.Threading.Tasks.Task.Yield(); } }"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(FargateRules.StoppingTokenIgnored, "The loop", "Worker.ExecuteAsync", "ask 'stoppingToken' in the loop and pass it on"));
        await test.RunAsync();
    }

    // FN: a lambda may run anywhere.
    [Fact]
    public Task A_loop_in_a_lambda_is_not_seen() => Check(Worker("await Task.Run(async () => { while (true) await Poll(); });"));

    [Fact]
    public Task The_loop_asks_the_token_and_passes_it_on()
    {
        var test = new FixTest<HostedRule<StoppingTokenRule>, StoppingTokenFixer>(
            Usings + Worker("""
                        // works
                        {|SVLS1301:while|} (true)
                        {
                            await Poll(); // one
                            await Plain();
                            await Task.Delay(1000);
                        }
                        {|SVLS1301:for|} (;;) await Task.Delay(1000);
                """),
            Usings + Worker("""
                        // works
                        while (!stoppingToken.IsCancellationRequested)
                        {
                            await Poll(stoppingToken); // one
                            await Plain();
                            await Task.Delay(1000, stoppingToken);
                        }
                        for (; !stoppingToken.IsCancellationRequested;) await Task.Delay(1000, stoppingToken);
                """));
        OnFargate(test);
        return test.RunAsync();
    }

    [Fact]
    public Task A_sleep_is_given_the_token()
    {
        var test = new FixTest<HostedRule<StoppingTokenRule>, StoppingTokenFixer>(
            Usings + Worker("        while (!stoppingToken.IsCancellationRequested) { await {|SVLS1301:Task.Delay(1000)|}; }"),
            Usings + Worker("        while (!stoppingToken.IsCancellationRequested) { await Task.Delay(1000, stoppingToken); }"));
        OnFargate(test);
        return test.RunAsync();
    }

    [Fact]
    public Task Where_there_is_no_token_or_no_overload_nothing_is_offered()
    {
        const string source = """
            public class Worker : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken) => Loop();
                private async Task Loop() { {|SVLS1301:while|} (true) await Task.Delay(1000); }
            }
            public class Sleeper : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    while (!stoppingToken.IsCancellationRequested) { await Task.Yield(); {|SVLS1301:Thread.Sleep(1000)|}; }
                }
            }
            """;
        var test = new FixTest<HostedRule<StoppingTokenRule>, StoppingTokenFixer>(Usings + source, Usings + source);
        OnFargate(test);
        return test.RunAsync();
    }
}
