using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Concurrency;

public sealed class WorkNotAwaitedTests
{
    private const string Members = "static Task SaveAsync(string s) => Task.CompletedTask; static ValueTask PutAsync() => default; static Task? _running; static readonly List<Task> Pending = new(); ";

    private static Task Check(string members, string rest = "") => RuleTests.Check<UnawaitedWorkRule>(
        RuleTests.InFunction(Members + members) + rest, static test => test.CompilerDiagnostics = CompilerDiagnostics.Errors);

    [Theory]
    [InlineData("{|SVLS0501:SaveAsync(r.Id)|};")]
    [InlineData("_ = {|SVLS0501:SaveAsync(r.Id)|};")]
    [InlineData("{|SVLS0501:PutAsync()|};")]
    [InlineData("{|SVLS0501:Task.Run(() => { })|};")]
    [InlineData("{|SVLS0501:Task.Factory.StartNew(() => { })|};")]
    [InlineData("{|SVLS0501:SaveAsync(r.Id).ContinueWith(t => { })|};")]
    [InlineData("{|SVLS0501:ThreadPool.QueueUserWorkItem(_ => { })|};")]
    [InlineData("var task = {|SVLS0501:SaveAsync(r.Id)|};")]
    [InlineData("var task = {|SVLS0501:SaveAsync(r.Id)|}; Console.WriteLine(task.IsCompleted);")]
    [InlineData("var task = {|SVLS0501:SaveAsync(r.Id)|}; _ = task;")]
    [InlineData("{|SVLS0501:SaveAsync(r.Id).ConfigureAwait(false)|};")]
    [InlineData("r.Items.ForEach(i => {|SVLS0501:SaveAsync(i)|});")]
    [InlineData("{|SVLS0501:SaveAsync(r.Id).SafeFireAndForget()|};")]
    public Task Dropped_work_is_flagged(string statement) =>
        Check($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}", "public static class Forget { public static void SafeFireAndForget(this Task task) { } }");

    [Theory]
    [InlineData("await SaveAsync(r.Id);")]
    [InlineData("var task = SaveAsync(r.Id); await task;")]
    [InlineData("var tasks = new List<Task>(); tasks.Add(SaveAsync(r.Id)); await Task.WhenAll(tasks);")]
    [InlineData("var task = SaveAsync(r.Id); Pending.Add(task); await Task.WhenAll(Pending);")]
    [InlineData("await Task.WhenAll(r.Items.Select(i => SaveAsync(i)));")]
    [InlineData("_running = SaveAsync(r.Id); await _running;")]
    [InlineData("_running ??= SaveAsync(r.Id); await _running;")]
    [InlineData("SaveAsync(r.Id).Wait(); await Task.Yield();")]
    [InlineData("var a = SaveAsync(r.Id); var b = PutAsync(); await a; await b;")]
    [InlineData("_ = int.TryParse(r.Id, out _); await Task.Yield();")]
    [InlineData("Func<Task> later = () => SaveAsync(r.Id); await later();")]
    public Task Work_that_is_awaited_or_passed_on_is_not(string statement) =>
        Check($"[LambdaFunction] public async Task Handle(Request r) {{ {statement} }}");

    [Fact]
    public Task A_returned_task_is_the_callers() => Check("[LambdaFunction] public Task Handle(Request r) { var task = SaveAsync(r.Id); return task; }");

    [Fact]
    public Task The_message_names_the_call_and_the_path()
    {
        var test = new RuleTest<UnawaitedWorkRule>(RuleTests.Usings + RuleTests.InFunction(Members + "[LambdaFunction] public void Handle(Request r) => Log(); void Log() { _ = {|#0:SaveAsync(\"a\")|}; }"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(ConcurrencyRules.WorkNotAwaited, "SaveAsync", "Handle → Function.Log"));
        return test.RunAsync();
    }

    [Fact]
    public Task Code_that_no_handler_reaches_is_not_flagged() => Check(
        "[LambdaFunction] public void Handle(Request r) { }",
        "public static class Tool { public static void Run() { _ = Task.Run(() => { }); } }");

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<UnawaitedWorkRule>("""
        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            [LambdaFunction] public async Task Handle(Input i)
            {
                await Task.Run(async () => { await Task.Yield(); _ = {|SVLS0501:Task.Delay(1)|}; });
                Local();
                Keep(prefix + i.Id);
                static void Local() => {|SVLS0501:Task.Delay(2)|};
            }
            private partial void Keep(string id);
        }
        public partial class Handlers
        {
            private partial void Keep(string id) => {|SVLS0501:Task.Delay(3)|};
        }
        public record Other
        {
            [LambdaFunction] public void Run() => {|SVLS0501:Task.Delay(4)|};
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<UnawaitedWorkRule>("""
        using Amazon.Lambda.RuntimeSupport;

        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); _ = {|SVLS0501:Task.Delay(1)|}; return s; }).Build().RunAsync();
        """, static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<UnawaitedWorkRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Run();"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static void Run() { _ = System.Threading.Tasks.Task.Delay(1); } }"));
        return test.RunAsync();
    }

    // FN: a task that is stored counts as looked after.
    [Fact]
    public Task A_stored_task_that_nobody_awaits_is_not_seen() => Check("[LambdaFunction] public void Handle(Request r) { Pending.Add(SaveAsync(r.Id)); }");
}
