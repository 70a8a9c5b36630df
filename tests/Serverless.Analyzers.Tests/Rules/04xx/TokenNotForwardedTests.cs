using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Timeouts;

public sealed class TokenNotForwardedTests
{
    private const string Fields = "static readonly HttpClient Http = new(); static readonly AmazonS3Client S3 = new(); ";

    private static Task Check(string members, string rest = "") => RuleTests.Check<TokenForwardingRule>(RuleTests.InFunction(Fields + members) + rest);

    [Theory]
    [InlineData("await {|SVLS0405:Http.GetAsync(\"/\")|};")]
    [InlineData("await {|SVLS0405:Http.GetAsync(\"/\", CancellationToken.None)|};")]
    [InlineData("await {|SVLS0405:S3.ListBucketsAsync(default)|};")]
    [InlineData("await {|SVLS0405:Http.GetAsync(\"/\", default(CancellationToken))|};")]
    [InlineData("await {|SVLS0405:S3.ListBucketsAsync()|};")]
    [InlineData("await {|SVLS0405:S3.ListBucketsAsync(new CancellationToken())|};")]
    [InlineData("foreach (var i in r.Items) { await {|SVLS0405:Http.GetStringAsync(i)|}; }")]
    [InlineData("await {|SVLS0405:Task.Delay(5)|};")]
    public Task A_call_without_the_parameter_that_is_at_hand_is_flagged(string statement) => Check($"[LambdaFunction] public async Task Handle(Request r, CancellationToken ct) {{ {statement} }}");

    [Theory]
    [InlineData("using var cts = new CancellationTokenSource(500); await {|SVLS0405:Http.GetAsync(\"/\")|};")]
    [InlineData("using (var cts = new CancellationTokenSource(500)) { await {|SVLS0405:Http.GetAsync(\"/\")|}; }")]
    [InlineData("var token = new CancellationTokenSource(500).Token; await {|SVLS0405:Http.GetAsync(\"/\")|};")]
    public Task A_source_or_a_token_in_a_local_counts(string statement) => Check($"[LambdaFunction] public async Task Handle(Request r) {{ {statement} }}");

    [Fact]
    public Task A_source_in_a_field_counts() =>
        Check("readonly CancellationTokenSource _stop = new(); [LambdaFunction] public async Task Handle(Request r) { await {|SVLS0405:Http.GetAsync(\"/\")|}; }");

    [Theory]
    [InlineData("await Http.GetAsync(\"/\", ct);")]
    [InlineData("using var own = CancellationTokenSource.CreateLinkedTokenSource(ct); await Http.GetAsync(\"/\", own.Token);")]
    [InlineData("try { } finally { await S3.ListBucketsAsync(); }")]
    [InlineData("try { } catch { await S3.ListBucketsAsync(CancellationToken.None); throw; }")]
    [InlineData("await RollbackAsync();")]
    [InlineData("await Task.Run(() => { });")]
    [InlineData("await Task.WhenAll(Task.CompletedTask);")]
    [InlineData("await Several(1, 2);")]
    [InlineData("static async Task Local() { await S3.ListBucketsAsync(); } await Local();")]
    public Task Passing_it_on_cleaning_up_and_calls_without_one_are_not(string statement) => Check($$"""
        [LambdaFunction] public async Task Handle(Request r, CancellationToken ct) { {{statement}} }
        static Task RollbackAsync(CancellationToken token = default) => Task.CompletedTask;
        static Task Several(params int[] all) => Task.CompletedTask;
        static Task Several(int[] all, CancellationToken token) => Task.CompletedTask;
        """);

    [Theory]
    [InlineData("await Http.GetAsync(\"/\", CancellationToken.None);")]
    [InlineData("await S3.ListBucketsAsync();")]
    [InlineData("var none = CancellationToken.None; await Http.GetAsync(\"/\");")]
    [InlineData("await Http.GetAsync(\"/\"); using var later = new CancellationTokenSource();")]
    public Task Where_no_token_is_in_scope_it_is_silent(string statement) => Check($"[LambdaFunction] public async Task Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("static async Task CompensateAsync(CancellationToken ct) { await S3.ListBucketsAsync(); }", "CompensateAsync")]
    [InlineData("static async Task DisposeAllAsync(CancellationToken ct) { await S3.ListBucketsAsync(); }", "DisposeAllAsync")]
    public Task A_method_that_cleans_up_is_left(string method, string name) => Check($"{method} [LambdaFunction] public async Task Handle(Request r, CancellationToken ct) {{ await {name}(ct); }}");

    [Fact]
    public Task Discarded_tokens_and_operations_of_a_durable_context_are_left() => Check("""
        [LambdaFunction] public Task Handle(Request r, Amazon.Lambda.DurableExecution.IDurableContext context) => context.RunInChildContextAsync(async (child, _) =>
        {
            await child.StepAsync(async (step, _) => await S3.ListBucketsAsync());
            await child.StepAsync(async (step, token) => await S3.ListBucketsAsync(token));
        });
        static Task Other(Amazon.Lambda.DurableExecution.IDurableContext context, CancellationToken ct) => context.StepAsync(async (step, token) => await {|SVLS0405:S3.ListBucketsAsync()|});
        [LambdaFunction] public Task Second(Request r, Amazon.Lambda.DurableExecution.IDurableContext context) => Other(context, default);
        """);

    [Fact]
    public Task An_overload_with_a_token_counts_also_of_generic_methods() => Check("""
        static Task Save(string id) => Task.CompletedTask; static Task Save(string id, CancellationToken token) => Task.CompletedTask;
        static Task<T> Load<T>(IList<T> of) => Task.FromResult(of[0]); static Task<T> Load<T>(IList<T> of, CancellationToken token) => Task.FromResult(of[0]);
        static Task Other(int id) => Task.CompletedTask; static Task Other(string id, CancellationToken token) => Task.CompletedTask;
        [LambdaFunction] public async Task Handle(Request r, CancellationToken ct) { await {|SVLS0405:Save(r.Id)|}; await {|SVLS0405:Load(r.Items)|}; await Other(1); }
        """);

    [Fact]
    public Task The_message_names_the_token_and_the_call_also_in_a_helper()
    {
        var test = new RuleTest<TokenForwardingRule>(RuleTests.Usings + RuleTests.InFunction(Fields + """
            [LambdaFunction] public async Task Handle(Request r, CancellationToken ct) => await Save(ct);
            static async Task Save(CancellationToken stop) => await {|#0:S3.ListBucketsAsync()|};
            """));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(TimeoutRules.TokenNotForwarded, "stop", "ListBucketsAsync", "the deadline has passed, until the function is killed"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_discarded_token_is_none() => Check("""
        static Task Run(Func<Request, CancellationToken, Task> step) => step(new Request("", "", []), default);
        [LambdaFunction] public Task Handle(Request r) => Run(async (_, _) => await new HttpClient().GetStringAsync("https://example.org"));
        """);

    [Fact]
    public Task Code_that_no_handler_reaches_is_not_flagged() => Check(
        "[LambdaFunction] public void Handle(Request r) { }",
        "public static class Tool { public static Task Run(CancellationToken ct) => new HttpClient().GetAsync(\"/\"); }");

    [Fact]
    public Task Where_overlaps_are_skipped_it_is_silent()
    {
        var test = new RuleTest<TokenForwardingRule>(RuleTests.Usings + RuleTests.InFunction(Fields + "[LambdaFunction] public async Task Handle(Request r, CancellationToken ct) { await Http.GetAsync(\"/\"); }"));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nserverless_analyzers.skip_overlaps = true"));
        return test.RunAsync();
    }

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<TokenForwardingRule>("""
        public partial record Handlers(HttpClient Http)
        {
            [LambdaFunction] public Task Handle(CancellationToken ct) => Run(ct);
            private partial Task Run(CancellationToken ct);
        }
        public partial record Handlers
        {
            private partial async Task Run(CancellationToken ct)
            {
                await Task.Run(async () => { await {|SVLS0405:Http.GetAsync("/")|}; });
                await Local();
                async Task Local() => await {|SVLS0405:Http.GetAsync("/")|};
            }
        }
        """);

    [Fact]
    public async Task Top_level_programs_are_read_and_generated_code_is_not()
    {
        var test = new RuleTest<TokenForwardingRule>(RuleTests.Usings + """
            using Amazon.Lambda.RuntimeSupport;

            var http = new HttpClient();
            await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) =>
            {
                using var cts = new CancellationTokenSource(c.RemainingTime);
                await Made.Run(cts.Token);
                return await {|SVLS0405:http.GetStringAsync(s)|};
            }).Build().RunAsync();
            """);
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static System.Threading.Tasks.Task Run(System.Threading.CancellationToken ct) => new System.Net.Http.HttpClient().GetAsync(\"/\"); }"));
        await test.RunAsync();
    }

    // FN: a token that is a member of a parameter.
    [Fact]
    public Task A_token_inside_another_object_is_not_seen() => Check(
        "[LambdaFunction] public async Task Handle(Request r) { await Run(new Work()); } static async Task Run(Work work) { await Http.GetAsync(\"/\"); }", "public class Work { public CancellationToken Stop { get; set; } }");
}
