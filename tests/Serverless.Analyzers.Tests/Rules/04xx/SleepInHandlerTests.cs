using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Timeouts;

public sealed class SleepInHandlerTests
{
    private static Task Check(string members, string rest = "") => RuleTests.Check<SleepRule>(RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("{|SVLS0410:Thread.Sleep(5000)|};")]
    [InlineData("{|SVLS0410:Thread.Sleep(TimeSpan.FromSeconds(2))|};")]
    [InlineData("{|SVLS0410:Thread.Sleep(r.Items.Count)|};")]
    [InlineData("{|SVLS0410:Thread.SpinWait(100000)|};")]
    [InlineData("{|SVLS0410:SpinWait.SpinUntil(() => r.Items.Count > 0)|};")]
    [InlineData("foreach (var i in r.Items) {|SVLS0410:Thread.Sleep(100)|};")]
    public Task Sleeping_is_flagged(string statement) => Check($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("await {|#0:Task.Delay(2000)|};")]
    [InlineData("await {|#0:Task.Delay(TimeSpan.FromMinutes(1))|}.ConfigureAwait(false);")]
    [InlineData("const int Pause = 1000; await {|#0:Task.Delay(Pause)|};")]
    [InlineData("await {|#0:Task.Delay(Timeout.Infinite)|};")]
    [InlineData("await {|#0:Task.Delay(2 * TimeSpan.FromSeconds(1))|};")]
    public Task A_long_delay_is_information(string statement)
    {
        var test = new RuleTest<SleepRule>(RuleTests.Usings + RuleTests.InFunction($"[LambdaFunction] public async Task Handle(Request r) {{ {statement} }}"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(TimeoutRules.SleepInHandler, "Task.Delay", "Handle").WithSeverity(DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("await Task.Delay(200);")]
    [InlineData("await Task.Delay(r.Items.Count);")]
    [InlineData("Thread.Sleep(0);")]
    [InlineData("await Task.WhenAny(Task.Run(() => { }), Task.Delay(5000));")]
    [InlineData("var limit = Task.Delay(5000); await Task.WhenAny(Task.Run(() => { }), limit);")]
    [InlineData("await Task.Yield();")]
    [InlineData("new Clock().Sleep(5000); await Task.Yield();")]
    public Task Short_delays_limits_and_other_sleepers_are_not(string statement) => Check(
        $"[LambdaFunction] public async Task Handle(Request r) {{ {statement} }}", "public class Clock { public void Sleep(int milliseconds) { } }");

    [Theory]
    [InlineData("try { } catch { {|#0:Thread.Sleep(500)|}; }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { return; } catch (HttpRequestException) { } {|#0:Thread.Sleep(500)|}; }")]
    public Task Back_off_between_attempts_is_information(string statement)
    {
        var test = new RuleTest<SleepRule>(RuleTests.Usings + RuleTests.InFunction($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(TimeoutRules.SleepInHandler, "Thread.Sleep", "Handle").WithSeverity(DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    [Fact]
    public Task A_helper_is_followed_and_named()
    {
        var test = new RuleTest<SleepRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Pause(); static void Pause() => {|#0:Thread.Sleep(100)|};"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(TimeoutRules.SleepInHandler, "Thread.Sleep", "Handle → Function.Pause"));
        return test.RunAsync();
    }

    [Fact]
    public Task Code_that_no_handler_reaches_is_not_flagged() =>
        Check("[LambdaFunction] public void Handle(Request r) { }", "public static class Tool { public static void Run() => Thread.Sleep(5000); }");

    [Fact]
    public Task Durable_workflows_and_their_steps_are_another_rules() => Check("""
        [LambdaFunction] public async Task Handle(Request r, Amazon.Lambda.DurableExecution.IDurableContext context)
        {
            await Task.Delay(5000);
            await context.StepAsync(async (step, token) => { await Task.Delay(5000); });
        }
        """);

    [Fact]
    public Task The_shortest_delay_is_an_option()
    {
        var test = new RuleTest<SleepRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public async Task Handle(Request r) { await {|SVLS0410:Task.Delay(200)|}; }"));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nserverless_analyzers.SVLS0410.minimum_milliseconds = 100"));
        return test.RunAsync();
    }

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<SleepRule>("""
        public record Input(string Id);
        public partial record Handlers(int Pause)
        {
            [LambdaFunction] public void Handle(Input i) => Wait();
            private partial void Wait();
        }
        public partial record Handlers
        {
            private partial void Wait() => {|SVLS0410:Thread.Sleep(Pause)|};
        }
        public class Other
        {
            [LambdaFunction] public async Task Run()
            {
                await Task.Run(async () => { await Task.Yield(); {|SVLS0410:Thread.Sleep(1)|}; });
                Local();
                static void Local() { {|SVLS0410:Thread.Sleep(1)|}; }
            }
        }
        """);

    [Fact]
    public Task A_top_level_program_is_told_of_both() => RuleTests.Check<SleepRule>("""
        using Amazon.Lambda.RuntimeSupport;

        {|SVLS0305:Thread.Sleep(100)|};
        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); {|SVLS0410:Thread.Sleep(100)|}; return s; }).Build().RunAsync();
        """, static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<SleepRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Run();"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static void Run() => System.Threading.Thread.Sleep(1000); }"));
        return test.RunAsync();
    }

    // FN: a timer that is awaited sleeps as well.
    [Fact]
    public Task A_periodic_timer_is_not_seen() =>
        Check("[LambdaFunction] public async Task Handle(Request r) { using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5)); await timer.WaitForNextTickAsync(); }");
}
