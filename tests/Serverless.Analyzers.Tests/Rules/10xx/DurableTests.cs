using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.StepFunctions;

public sealed class DurableTests
{
    private const string Usings = "using Amazon.Lambda.DurableExecution;\n";
    private const string Run = "[LambdaFunction, DurableExecution(900)] public async Task<string> Run(Request i, IDurableContext c) ";

    private static Task Check<TRule>(string members)
        where TRule : HazardRule, new() => RuleTests.Check<TRule>(Usings + RuleTests.InFunction(members));

    private static Task Expect<TRule>(string members, DiagnosticDescriptor rule, DiagnosticSeverity? severity, params object[] arguments)
        where TRule : HazardRule, new()
    {
        var test = new RuleTest<TRule>(RuleTests.Usings + Usings + RuleTests.InFunction(members));
        var result = RuleTests.Expect(rule, arguments);
        test.ExpectedDiagnostics.Add(severity is { } other ? result.WithSeverity(other) : result);
        return test.RunAsync();
    }

    [Theory]
    [InlineData(Run + "{ var b = Build(i); return await c.StepAsync((_, _) => Task.FromResult(b)); } string Build(Request i) => {|SVLS1006:Guid.NewGuid()|} + i.Id;")]
    [InlineData(Run + "{ if (Late()) return \"\"; return await c.StepAsync((_, _) => Task.FromResult(\"\")); } static bool Late() => {|SVLS1006:DateTime.UtcNow|}.Hour > 9;")]
    [InlineData(Run + "{ var n = Pick(); return await c.StepAsync((_, _) => Task.FromResult(\"\" + n)); } static int Pick() { var random = {|SVLS1006:new Random()|}; return random.Next(); }")]
    [InlineData("readonly TimeProvider _time = TimeProvider.System; " + Run + "{ await Task.Yield(); return {|SVLS1006:_time.GetUtcNow()|}.ToString(); }")]
    [InlineData("readonly Random _random = new(); " + Run + "{ await Task.Yield(); return {|SVLS1006:_random.Next()|}.ToString(); }")]
    [InlineData(Run + "{ await Task.Yield(); return {|SVLS1006:Guid.CreateVersion7()|}.ToString(); }")]
    [InlineData(Run + "{ await Task.Yield(); return {|SVLS1006:Environment.GetEnvironmentVariable(\"A\")|}!; }")]
    [InlineData("static int s_count; " + Run + "{ await Task.Yield(); return {|SVLS1006:s_count|}.ToString(); }")]
    [InlineData("} public partial record Flow(string Name) { [LambdaFunction, DurableExecution(900)] public Task<string> Run(Request i, IDurableContext c) => c.RunInChildContextAsync(async (child, t) => { await Task.Yield(); return Made(Name); }); static string Made(string name) { return Local(); string Local() => name + {|SVLS1006:Path.GetRandomFileName()|}; }")]
    public Task What_changes_is_flagged_in_helpers_of_a_workflow(string members) => Check<DurableDeterminismRule>(members);

    [Theory]
    [InlineData(Run + "=> await c.StepAsync((_, _) => Task.FromResult(Build(i))); string Build(Request i) => Guid.NewGuid() + i.Id;")]
    [InlineData(Run + "{ await Task.Yield(); return Guid.NewGuid() + DateTime.Now.ToString(); }")]
    [InlineData(Run + "{ var n = new Random(42).Next(); return await c.StepAsync((_, _) => Task.FromResult(\"\" + n)); }")]
    [InlineData("readonly Random _random = new(42); " + Run + "{ await Task.Yield(); return _random.Next().ToString(); }")]
    [InlineData("static readonly int s_limit = 3; const int Limit = 4; " + Run + "{ await Task.Yield(); return (s_limit + Limit).ToString(); }")]
    [InlineData("[LambdaFunction] public string Handle(Request i) => Build(i); string Build(Request i) => Guid.NewGuid() + i.Id;")]
    [InlineData(Run + "{ await Task.Yield(); return i.Id; } public string Unused() => Guid.NewGuid().ToString();")]
    [InlineData("class Clock { public static DateTime UtcNow => default; } " + Run + "{ await Task.Yield(); return Clock.UtcNow.ToString(); }")]
    public Task What_a_step_reads_or_the_sdk_reports_is_not(string members) => Check<DurableDeterminismRule>(members);

    [Fact]
    public Task The_message_has_the_way_from_the_workflow() => Expect<DurableDeterminismRule>(
        Run + "{ var b = Build(i); return await c.StepAsync((_, _) => Task.FromResult(b)); } string Build(Request i) => {|#0:Guid.NewGuid()|} + i.Id;",
        DurableRules.NonDeterminism, null, "Guid.NewGuid", "gives another value each time", "Run → Function.Build");

    [Fact]
    public Task The_environment_is_information() => Expect<DurableDeterminismRule>(
        Run + "{ await Task.Yield(); return {|#0:Environment.GetEnvironmentVariable(\"A\")|}!; }",
        DurableRules.NonDeterminism, DiagnosticSeverity.Info, "Environment.GetEnvironmentVariable", "may have another value in the next environment or version", "Run");

    [Theory]
    [InlineData("readonly HttpClient _http = new(); " + Run + "=> await {|SVLS1007:_http.GetStringAsync(i.Path)|};")]
    [InlineData("readonly IAmazonS3 _s3 = new AmazonS3Client(); " + Run + "{ await Load(); return i.Id; } async Task Load() => await {|SVLS1007:_s3.ListBucketsAsync()|};")]
    [InlineData(Run + "{ await Task.Yield(); {|SVLS1007:File.WriteAllText(\"/tmp/a\", \"\")|}; return i.Id; }")]
    [InlineData("readonly HttpClient _http = new(); " + Run + "{ Task<string> Local() => {|SVLS1007:_http.GetStringAsync(i.Path)|}; return await Local(); }")]
    [InlineData("} public partial record Flow(HttpClient Http) { [LambdaFunction, DurableExecution(900)] public Task<string> Run(Request i, IDurableContext c) => c.RunInChildContextAsync(async (child, t) => await {|SVLS1007:Http.GetStringAsync(i.Path, t)|});")]
    public Task A_call_that_leaves_the_process_is_flagged_outside_a_step(string members) => Check<DurableIoRule>(members);

    [Theory]
    [InlineData("readonly HttpClient _http = new(); " + Run + "=> await c.StepAsync((_, t) => _http.GetStringAsync(i.Path, t));")]
    [InlineData("readonly HttpClient _http = new(); " + Run + "=> await c.StepAsync((_, t) => Load(i)); Task<string> Load(Request i) => _http.GetStringAsync(i.Path);")]
    [InlineData(Run + "=> await c.InvokeAsync<Request, string>(\"f\", i);")]
    [InlineData(Run + "{ await Task.Yield(); return System.Text.Json.JsonSerializer.Serialize(i); }")]
    [InlineData("readonly HttpClient _http = new(); [LambdaFunction] public Task<string> Handle(Request i) => _http.GetStringAsync(i.Path);")]
    [InlineData("readonly HttpClient _http = new(); " + Run + "{ _http.DefaultRequestHeaders.Clear(); await Task.Yield(); return i.Id; }")]
    [InlineData(Run + "{ await Task.Yield(); return i.Id; } readonly HttpClient _http = new(); public Task<string> Unused(Request i) => _http.GetStringAsync(i.Path);")]
    public Task A_call_in_a_step_or_of_another_function_is_not(string members) => Check<DurableIoRule>(members);

    [Fact]
    public Task The_message_names_the_call() => Expect<DurableIoRule>(
        "readonly HttpClient _http = new(); " + Run + "=> await {|#0:_http.GetStringAsync(i.Path)|};", DurableRules.InputOutput, null, "HttpClient.GetStringAsync", "Run");

    [Theory]
    [InlineData(Run + "{ await {|SVLS1008:Task.Delay(TimeSpan.FromHours(1))|}; return i.Id; }")]
    [InlineData(Run + "{ await Pause(); return i.Id; } static Task Pause() => {|SVLS1008:Task.Delay(5000)|};")]
    [InlineData(Run + "{ {|SVLS1008:Thread.Sleep(i.Items.Count)|}; await Task.Yield(); return i.Id; }")]
    [InlineData(Run + "{ await Task.WhenAny(c.WaitAsync(TimeSpan.FromHours(1)), {|SVLS1008:Task.Delay(9000)|}); return i.Id; }")]
    [InlineData(Run + "{ await Local(); return i.Id; static async Task Local() { await {|SVLS1008:Task.Delay(5000)|}; } }")]
    public Task A_sleep_is_flagged_in_a_workflow(string members) => Check<DurableDelayRule>(members);

    [Theory]
    [InlineData(Run + "{ await c.WaitAsync(TimeSpan.FromHours(1)); return i.Id; }")]
    [InlineData(Run + "=> await c.StepAsync(async (_, t) => { await Task.Delay(5000, t); return i.Id; });")]
    [InlineData(Run + "=> await c.StepAsync((_, _) => Poll()); static async Task<string> Poll() { await Task.Delay(5000); return \"\"; }")]
    [InlineData("[LambdaFunction] public async Task Handle(Request i) => await Task.Delay(5000);")]
    [InlineData(Run + "{ await Task.Delay(0); return i.Id; }")]
    [InlineData("class Thread { public static void Sleep(int n) { } } " + Run + "{ Thread.Sleep(5000); await Task.Yield(); return i.Id; }")]
    public Task A_wait_or_a_sleep_in_a_step_is_not(string members) => Check<DurableDelayRule>(members);

    [Fact]
    public Task A_sleep_that_the_service_cannot_do_is_information() => Expect<DurableDelayRule>(
        Run + "{ await {|#0:Task.Delay(200)|}; return i.Id; }", DurableRules.Delay, DiagnosticSeverity.Info, "Task.Delay", "Run");

    [Fact]
    public async Task Top_level_workflows_are_read_and_generated_code_is_not()
    {
        var test = new RuleTest<DurableDelayRule>(RuleTests.Usings + Usings + """
            using Amazon.Lambda.RuntimeSupport;
            Func<DurableExecutionInvocationInput, ILambdaContext, Task<DurableExecutionInvocationOutput>> handler = (input, context) =>
                DurableFunction.WrapAsync<string, string>(async (name, durable) => { await {|SVLS1008:Task.Delay(5000)|}; return name; }, input, context);
            await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();
            """);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nusing System.Threading.Tasks;\nusing Amazon.Lambda.DurableExecution;\nclass Made { public async Task Run(string i, IDurableContext c) => await Task.Delay(5000); }"));
        await test.RunAsync();
    }

    // FN: a helper that holds the context and takes a delegate is believed to make a step of it.
    [Fact]
    public Task A_helper_that_may_wrap_a_step_is_believed() => Check<DurableDelayRule>(
        Run + "{ await Wrapped(c, async () => await Task.Delay(5000)); return i.Id; } static Task Wrapped(IDurableContext c, Func<Task> work) => work();");

    [Fact]
    public Task Fixes_wait_and_wrap()
    {
        const string Start = "using System;\nusing System.Net.Http;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Amazon.Lambda.Annotations;\nusing Amazon.Lambda.DurableExecution;\n\npublic class Function\n{\n    private readonly HttpClient _http = new();\n\n    [LambdaFunction, DurableExecution(900)]\n    public async Task<string> Run(string path, IDurableContext context)\n    {\n";
        return Task.WhenAll(
            new FixTest<HostedRule<DurableDelayRule>, DurableDelayFixer>(
                Start + "        await {|SVLS1008:Task.Delay(5000)|}; // first\n        await {|SVLS1008:Task.Delay(TimeSpan.FromHours(1), CancellationToken.None)|};\n        {|SVLS1008:Thread.Sleep(path.Length)|};\n        return path;\n    }\n}\n",
                Start + "        await context.WaitAsync(TimeSpan.FromSeconds(5)); // first\n        await context.WaitAsync(TimeSpan.FromHours(1), cancellationToken: CancellationToken.None);\n        await context.WaitAsync(TimeSpan.FromMilliseconds(path.Length));\n        return path;\n    }\n}\n").RunAsync(),
            new FixTest<HostedRule<DurableIoRule>, DurableIoFixer>(
                Start + "        var text = await {|SVLS1007:_http.GetStringAsync(path)|}; // text\n        return text;\n    }\n}\n",
                Start + "        var text = await context.StepAsync((_, _) => _http.GetStringAsync(path)); // text\n        return text;\n    }\n}\n").RunAsync(),
            new FixTest<HostedRule<DurableDeterminismRule>, DurableDeterminismFixer>(
                Start + "        await Task.Yield();\n        return {|SVLS1006:Guid.CreateVersion7()|}.ToString();\n    }\n}\n",
                Start + "        await Task.Yield();\n        return (await context.StepAsync((_, _) => Task.FromResult(Guid.CreateVersion7()))).ToString();\n    }\n}\n").RunAsync());
    }

    [Fact]
    public Task Without_a_context_in_scope_there_is_no_fix()
    {
        const string Rest = "using System;\nusing System.Threading.Tasks;\nusing Amazon.Lambda.Annotations;\nusing Amazon.Lambda.DurableExecution;\n\npublic class Function\n{\n    [LambdaFunction, DurableExecution(900)]\n    public async Task Run(string path, IDurableContext context) => await Pause();\n    private static async Task Pause() => await {|SVLS1008:Task.Delay(5000)|};\n}\n";
        return new FixTest<HostedRule<DurableDelayRule>, DurableDelayFixer>(Rest, Rest).RunAsync();
    }
}
