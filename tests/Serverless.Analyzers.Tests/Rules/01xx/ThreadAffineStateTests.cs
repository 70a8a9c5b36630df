using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using ToAsync = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.ThreadAffineStateRule>, Serverless.Analyzers.CodeFixes.AsyncLocalFixer>;

namespace Serverless.Analyzers.Tests.Rules.State;

public sealed class ThreadAffineStateTests
{
    private static Task Check(string members, string rest = "") => RuleTests.Check<ThreadAffineStateRule>(RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("[ThreadStatic] static string? t_tenant;", "{|SVLS0108:t_tenant|} = r.Id;")]
    [InlineData("static readonly ThreadLocal<string> Tenant = new();", "{|SVLS0108:Tenant.Value|} = r.Id;")]
    [InlineData("static readonly LocalDataStoreSlot Slot = Thread.AllocateDataSlot();", "{|SVLS0108:Thread.SetData(Slot, r.Id)|};")]
    [InlineData("[ThreadStatic] static Request? t_last;", "var copy = r with { Path = \"\" }; {|SVLS0108:t_last|} = copy;")]
    public Task Request_data_on_a_thread_is_flagged(string field, string statement) =>
        Check($"{field} [LambdaFunction] public async Task Handle(Request r) {{ {statement} await Task.Yield(); }}");

    [Theory]
    [InlineData("[ThreadStatic] static byte[]? t_buffer;", "t_buffer = new byte[256]; await Task.Yield();")]
    [InlineData("[ThreadStatic] static int t_depth;", "t_depth = t_depth + 1; await Task.Yield();")]
    [InlineData("static readonly AsyncLocal<string> Tenant = new();", "Tenant.Value = r.Id; await Task.Yield();")]
    [InlineData("static readonly ThreadLocal<string> Tenant = new();", "_ = Tenant.Value + r.Id; await Task.Yield();")]
    [InlineData("static string? _tenant;", "_tenant = r.Id; await Task.Yield();")]
    [InlineData("sealed class Box { public string? Value; } static readonly Box Tenant = new();", "Tenant.Value = r.Id; await Task.Yield();")]
    public Task Buffers_async_locals_and_reads_are_not(string field, string statement) =>
        Check($"{field} [LambdaFunction] public async Task Handle(Request r) {{ {statement} }}");

    [Fact]
    public Task A_synchronous_handler_stays_on_its_thread() => Check("[ThreadStatic] static string? t_tenant; [LambdaFunction] public void Handle(Request r) { t_tenant = r.Id; }");

    [Theory]
    [InlineData("async Task", "", "finds nothing, or the value of an earlier invocation")]
    [InlineData("Task", "LambdaManagedInstances", "finds the value of an invocation that runs at the same time")]
    public Task The_message_says_what_is_found(string modifiers, string target, string consequence)
    {
        var test = new RuleTest<ThreadAffineStateRule>(RuleTests.Usings + RuleTests.InFunction($$"""
            [ThreadStatic] static string? t_tenant;
            [LambdaFunction] public {{modifiers}} Handle(Request r) { Enter(r.Id); {{(modifiers == "Task" ? "return Task.CompletedTask;" : "await Task.Yield();")}} }
            static void Enter(string id) => {|#0:t_tenant|} = id;
            """));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = " + target));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.ThreadAffineState, "t_tenant", consequence, "Handle → Function.Enter"));
        return test.RunAsync();
    }

    [Fact]
    public Task Code_that_no_handler_reaches_is_not() =>
        Check("[ThreadStatic] static string? t_tenant; [LambdaFunction] public async Task Handle(Request r) => await Task.Yield(); public static async Task Tool(Request r) { t_tenant = r.Id; await Task.Yield(); }");

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<ThreadAffineStateRule>("""
        public record Input(string Id);
        public partial class Handlers
        {
            [ThreadStatic] private static string? t_id;
            [LambdaFunction] public async Task Handle(Input i)
            {
                await Task.Run(async () => { await Task.Yield(); {|SVLS0108:t_id|} = i.Id; });
                Local(i.Id);
                Keep(i.Id);
                void Local(string id) => {|SVLS0108:t_id|} = id;
            }
            private partial void Keep(string id);
        }
        public partial class Handlers
        {
            private partial void Keep(string id) => {|SVLS0108:t_id|} = id;
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<ThreadAffineStateRule>("""
        using Amazon.Lambda.RuntimeSupport;

        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { {|SVLS0108:Cache.Last|} = s; await Task.Yield(); return s; }).Build().RunAsync();

        static class Cache { [ThreadStatic] public static string? Last; }
        """, static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<ThreadAffineStateRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public async Task Handle(Request r) { Made.Keep(r.Id); await Task.Yield(); }"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { [System.ThreadStatic] static string t_last; public static void Keep(string s) => t_last = s; }"));
        return test.RunAsync();
    }

    // FN: what two helpers away from the handler is put on the thread is not known to be the request's.
    [Fact]
    public Task Two_helpers_away_is_not_seen() => Check("""
        [ThreadStatic] static string? t_last;
        [LambdaFunction] public async Task Handle(Request r) { First(r.Id); await Task.Yield(); }
        static void First(string id) => Second(id);
        static void Second(string id) => t_last = id;
        """);

    [Fact]
    public Task A_thread_static_becomes_an_async_local() => ToAsync.Check(
        """
        // who asks
        [ThreadStatic] private static string? t_tenant;
        private static readonly ThreadLocal<Request> Last = new();

        [LambdaFunction]
        public async Task<string?> Handle(Request r)
        {
            {|SVLS0108:t_tenant|} = r.Id;
            {|SVLS0108:Last.Value|} = r;
            await Task.Yield();
            return t_tenant;
        }
        """,
        """
        // who asks
        private static readonly AsyncLocal<string?> t_tenant = new();
        private static readonly AsyncLocal<Request> Last = new();

        [LambdaFunction]
        public async Task<string?> Handle(Request r)
        {
            t_tenant.Value = r.Id;
            Last.Value = r;
            await Task.Yield();
            return t_tenant.Value;
        }
        """);

    [Theory]
    [InlineData("[ThreadStatic] internal static string? t_tenant;", "{|SVLS0108:t_tenant|} = r.Id;")]
    [InlineData("[ThreadStatic] static string t_tenant; static void Fill(ref string s) { }", "{|SVLS0108:t_tenant|} = r.Id; Fill(ref t_tenant);")]
    [InlineData("static readonly ThreadLocal<string> Tenant = new(() => \"\");", "{|SVLS0108:Tenant.Value|} = r.Id;")]
    [InlineData("static readonly ThreadLocal<string> Tenant = new();", "{|SVLS0108:Tenant.Value|} = r.Id; _ = Tenant.IsValueCreated;")]
    public Task What_others_see_or_an_async_local_cannot_do_is_left(string field, string statement) =>
        ToAsync.CheckNone($"{field} [LambdaFunction] public async Task Handle(Request r) {{ {statement} await Task.Yield(); }}");

    [Fact]
    public void It_can_fix_everything() => Assert.NotNull(new AsyncLocalFixer().GetFixAllProvider());
}
