using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Concurrency;

public sealed class BlockingInHandlerTests
{
    private const string Load = " static async Task<string> LoadAsync() { await Task.Yield(); return \"x\"; } static ValueTask<int> CountAsync() => new(1); ";
    private const string Db = " public sealed class Db : Microsoft.EntityFrameworkCore.DbContext; ";

    private static Task Check(string members, string rest = "", Action<RuleTest<BlockingHandlerRule>>? configure = null) =>
        RuleTests.Check(RuleTests.InFunction(Load + members) + rest, configure);

    [Theory]
    [InlineData("var s = {|SVLS0509:LoadAsync().Result|};")]
    [InlineData("{|SVLS0509:LoadAsync().Wait()|};")]
    [InlineData("var s = {|SVLS0509:LoadAsync().GetAwaiter().GetResult()|};")]
    [InlineData("var s = {|SVLS0509:LoadAsync().ConfigureAwait(false).GetAwaiter().GetResult()|};")]
    [InlineData("{|SVLS0509:Task.WaitAll(LoadAsync(), LoadAsync())|};")]
    [InlineData("{|SVLS0509:Task.WaitAny(LoadAsync())|};")]
    [InlineData("var n = {|SVLS0509:CountAsync().Result|};")]
    [InlineData("var t = LoadAsync(); Console.WriteLine({|SVLS0509:t.Result|});")]
    [InlineData("var t = LoadAsync(); var u = LoadAsync(); if (t.IsCompleted) Console.WriteLine({|SVLS0509:u.Result|});")]
    [InlineData("Parallel.ForEach(r.Items, i => {|SVLS0509:LoadAsync().Wait()|});")]
    [InlineData("var all = r.Items.Select(i => {|SVLS0509:LoadAsync().Result|}).ToList();")]
    public Task Waiting_in_a_handler_is_flagged(string statement) => Check($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("var a = LoadAsync(); var b = LoadAsync(); await Task.WhenAll(a, b); Console.WriteLine(a.Result + b.Result);")]
    [InlineData("var all = r.Items.Select(i => LoadAsync()).ToList(); await Task.WhenAll(all); foreach (var t in all) Console.WriteLine(t.Result);")]
    [InlineData("var t = LoadAsync(); if (t.IsCompletedSuccessfully) Console.WriteLine(t.Result); await t;")]
    [InlineData("var t = LoadAsync(); var s = t.IsCompletedSuccessfully ? t.Result : await t;")]
    [InlineData("var t = LoadAsync(); if (t.Status == TaskStatus.RanToCompletion && t.Result.Length > 0) return; await t;")]
    [InlineData("var t = LoadAsync(); if (!t.IsCompleted) await t; Console.WriteLine(t.Result);")]
    [InlineData("var t = LoadAsync(); if (await Task.WhenAny(t, Task.Delay(10)) == t) Console.WriteLine(t.Result);")]
    [InlineData("var t = LoadAsync(); var first = await Task.WhenAny(t, LoadAsync()); Console.WriteLine(first.Result);")]
    [InlineData("var s = Task.FromResult(\"x\").Result; await Task.Yield();")]
    [InlineData("var s = new HttpResult().Result + new Thing.Task().Result; await Task.Yield();")]
    [InlineData("IAsyncResult done = LoadAsync(); Console.WriteLine(done.AsyncState); await Task.Yield();")]
    [InlineData("Console.WriteLine(nameof(Task<int>.Result)); await Task.Yield();")]
    [InlineData("using var gate = new SemaphoreSlim(1); gate.Wait(); await Task.Yield();")]
    [InlineData("using var data = new MemoryStream(); data.CopyTo(Stream.Null); await Task.Yield();")]
    public Task What_is_finished_or_is_no_task_is_not(string statement) => Check(
        $"class HttpResult {{ public string Result => \"\"; }} [LambdaFunction] public async Task Handle(Request r) {{ {statement} }}",
        " namespace Thing { public class Task { public string Result => \"\"; public void Wait() { } } }");

    [Fact]
    public Task Disposal_has_nobody_to_await_it() => Check(
        "[LambdaFunction] public void Handle(Request r) { using var store = new Store(); }",
        "public class Store : IDisposable { public void Dispose() => Task.Delay(1).Wait(); ~Store() => Task.Delay(1).Wait(); }");

    [Fact]
    public Task Initialisation_is_another_rule_and_first_use_is_not() => Check("""
        static readonly string Secret = LoadAsync().Result;
        static readonly Lazy<string> Late = new(() => {|SVLS0509:LoadAsync().Result|});
        public Function() => LoadAsync().Wait();
        [LambdaFunction] public string Handle(Request r) => Secret + Late.Value;
        """);

    [Fact]
    public Task A_helper_is_followed_and_its_path_is_named()
    {
        var test = new RuleTest<BlockingHandlerRule>(RuleTests.Usings + RuleTests.InFunction(Load +
            "[LambdaFunction] public void Handle(Request r) => Save(); void Save() { var s = {|#0:LoadAsync().Result|}; }"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(ConcurrencyRules.BlockingInHandler, "Result", "Handle → Function.Save", ""));
        return test.RunAsync();
    }

    [Fact]
    public Task Where_invocations_share_a_process_the_message_says_so()
    {
        var test = new RuleTest<BlockingHandlerRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => {|#0:new Db().SaveChanges()|};") + Db);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = LambdaManagedInstances"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(ConcurrencyRules.BlockingInHandler, "SaveChanges", "Handle", ", and threads are what the other invocations of this process run out of"));
        return test.RunAsync();
    }

    [Fact]
    public Task Synchronous_network_calls_of_one_invocation_are_information()
    {
        var test = new RuleTest<BlockingHandlerRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => {|#0:new Db().SaveChanges(true)|};") + Db);
        test.ExpectedDiagnostics.Add(RuleTests.Expect(ConcurrencyRules.BlockingInHandler, "SaveChanges", "Handle", "").WithSeverity(DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    [Fact]
    public Task It_is_silent_where_overlaps_are_skipped() => Check(
        "[LambdaFunction] public void Handle(Request r) => LoadAsync().Wait();", configure:
        static test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nserverless_analyzers.skip_overlaps = true")));

    [Fact]
    public Task Code_that_no_handler_reaches_is_not_flagged() => Check("[LambdaFunction] public void Handle(Request r) { } static string Slow() => LoadAsync().Result;");

    [Fact]
    public Task Main_may_wait_and_its_handler_may_not() => RuleTests.Check<BlockingHandlerRule>("""
        using Amazon.Lambda.RuntimeSupport;

        Warm().Wait();
        LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); {|SVLS0509:Warm().Wait()|}; Local(); return s; }).Build().RunAsync().GetAwaiter().GetResult();
        static Task Warm() => Task.Delay(1);
        static void Local() => {|SVLS0509:Warm().Wait()|};
        """, static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public async Task Every_form_of_code_is_read_but_generated()
    {
        var test = new RuleTest<BlockingHandlerRule>(RuleTests.Usings + """
            public partial record Handlers(string Prefix)
            {
                [LambdaFunction] public void Handle(string s) { Keep(Prefix + s); Made.Run(); }
                private partial void Keep(string id);
            }
            public partial record Handlers
            {
                private partial void Keep(string id) => {|SVLS0509:Task.Delay(1).Wait()|};
            }
            public class Other(Task<string> given)
            {
                [LambdaFunction] public string Handle() => {|SVLS0509:given.Result|};
            }
            """);
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static void Run() => System.Threading.Tasks.Task.Delay(1).Wait(); }"));
        await test.RunAsync();
    }

    // FN: a library that waits inside.
    [Fact]
    public Task A_wait_inside_a_library_is_not_seen() => Check("[LambdaFunction] public string Handle(Request r) => new StreamReader(r.Path).ReadToEnd();");
}
