using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.ColdStart;

public sealed class BlockingInitialisationTests
{
    private const string Load = " static async Task<string> LoadAsync() { await Task.Yield(); return \"x\"; } ";

    private static Task Check(string members, string rest = "") => RuleTests.Check<BlockingInitialisationRule>(RuleTests.InFunction(Load + members) + rest);

    [Theory]
    [InlineData("static readonly string Secret = {|SVLS0303:LoadAsync().Result|};")]
    [InlineData("static readonly string Secret = {|SVLS0303:LoadAsync().GetAwaiter().GetResult()|};")]
    [InlineData("static readonly string Secret = {|SVLS0303:LoadAsync().ConfigureAwait(false).GetAwaiter().GetResult()|};")]
    [InlineData("readonly string _secret = {|SVLS0303:LoadAsync().Result|};")]
    [InlineData("public Function() { {|SVLS0303:LoadAsync().Wait()|}; }")]
    [InlineData("static Function() { {|SVLS0303:Task.WaitAll(LoadAsync())|}; }")]
    [InlineData("static string Secret { get; } = {|SVLS0303:LoadAsync().Result|};")]
    [InlineData("public Function() { Setup(); } static void Setup() => {|SVLS0303:LoadAsync().Wait()|};")]
    public Task Waiting_in_initialisation_is_flagged(string members) =>
        Check(members + " [LambdaFunction] public void Handle(Request r) { }");

    [Theory]
    [InlineData("static readonly Lazy<Task<string>> Secret = new(LoadAsync);")]
    [InlineData("static readonly Lazy<string> Secret = new(() => LoadAsync().Result);")]
    [InlineData("static readonly string Secret = Task.FromResult(\"x\").Result;")]
    [InlineData("static readonly Func<string> Secret = () => LoadAsync().Result;")]
    [InlineData("static readonly Task<string> Secret = LoadAsync();")]
    [InlineData("class Wrapper { public string Result => \"x\"; } static readonly string Secret = new Wrapper().Result;")]
    [InlineData("static string Slow() => LoadAsync().Result;")]
    public Task Lazy_completed_or_other_results_are_not(string members) =>
        Check(members + " [LambdaFunction] public void Handle(Request r) { }");

    [Theory]
    [InlineData("static readonly string Secret = {|#0:LoadAsync().Result|};", "Result", "other threads wait for the type initialiser, which can deadlock; keep a Lazy<Task<T>> and await it")]
    [InlineData("public Function() { {|#0:LoadAsync().Wait()|}; }", "Wait", "start the work here and await it at its first use")]
    public Task The_message_names_the_call_and_the_remedy(string members, string call, string remedy)
    {
        var test = new RuleTest<BlockingInitialisationRule>(RuleTests.Usings + RuleTests.InFunction(Load + members + " [LambdaFunction] public void Handle(Request r) { }"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(ColdStartRules.BlockingInitialisation, call, remedy));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("var t = Load(); await t; _ = t.Result;")]
    [InlineData("var t = Load(); await Task.WhenAll(t, Load()); _ = t.GetAwaiter().GetResult();")]
    [InlineData("var all = new[] { Load(), Load() }; await Task.WhenAll(all); foreach (var t in all) _ = t.Result;")]
    [InlineData("var all = new[] { Load(), Load() }; await Task.WhenAll(all); _ = all.Select(t => t.Result).ToList(); _ = all[0].Result;")]
    [InlineData("await Load().ContinueWith(t => t.Result);")]
    [InlineData("var t = Load(); await Task.WhenAny(t, Load()); _ = {|SVLS0303:t.Result|};")]
    [InlineData("var t = Load(); _ = {|SVLS0303:t.Result|}; await t;")]
    public Task A_task_that_was_awaited_before_does_not_block(string statements) => RuleTests.Check<BlockingInitialisationRule>(
        "await Start(); await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create((string s, ILambdaContext c) => s).Build().RunAsync();\n"
            + "static async Task Start() { " + statements + " }\nstatic async Task<string> Load() { await Task.Yield(); return \"x\"; }",
        static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Blocking_in_the_handler_is_another_rule() => Check("[LambdaFunction] public string Handle(Request r) => LoadAsync().Result;");

    [Fact]
    public Task Statics_of_types_that_the_handler_touches_are_followed() => Check(
        "[LambdaFunction] public string Handle(Request r) => Config.Value;",
        """
        public static class Config { public static readonly string Value = {|SVLS0303:Read().Result|}; static Task<string> Read() => Task.Run(() => "x"); }
        public static class Unused { public static readonly string Value = Read().Result; static Task<string> Read() => Task.Run(() => "x"); }
        """);

    [Fact]
    public Task A_singleton_and_start_up_code_are_initialisation() => Check(
        "[LambdaFunction] public void Handle(Request r) { }",
        """
        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
            {
                Microsoft.Extensions.DependencyInjection.ServiceRegistration.AddSingleton<Store>(services);
                {|SVLS0303:Task.Delay(1).Wait()|};
            }
        }
        public class Store { public Store() { {|SVLS0303:Task.Delay(1).Wait()|}; } }
        public class Other { public Other() { Task.Delay(1).Wait(); } }
        """);

    [Fact]
    public Task A_top_level_program_waits_before_the_loop() => RuleTests.Check<BlockingInitialisationRule>("""
        using Amazon.Lambda.RuntimeSupport;

        {|SVLS0303:Warm().Wait()|};
        Local();
        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); Warm().Wait(); return s; }).Build().RunAsync();
        static Task Warm() => Task.CompletedTask;
        static void Local() => {|SVLS0303:Warm().Wait()|};
        """, static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Records_partial_types_and_primary_constructors_are_read() => RuleTests.Check<BlockingInitialisationRule>("""
        public abstract record Base(string Value);
        public partial record Handlers(string Prefix) : Base({|SVLS0303:Task.Run(async () => { await Task.Yield(); return "x"; }).Result|})
        {
            [LambdaFunction] public string Handle(string s) => s + Prefix;
        }
        public partial record Handlers
        {
            private readonly string _x = {|SVLS0303:Task.Run(() => "x").Result|};
        }
        """);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<BlockingInitialisationRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public string Handle(Request r) => Made.Value;"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static readonly string Value = System.Threading.Tasks.Task.Run(() => \"x\").Result; }"));
        return test.RunAsync();
    }

    // FN: blocking inside a library that the constructor calls.
    [Fact]
    public Task A_library_that_blocks_is_not_seen() => Check("static readonly string Text = new StreamReader(new MemoryStream()).ReadToEnd(); [LambdaFunction] public void Handle(Request r) { }");
}
