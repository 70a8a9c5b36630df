using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Concurrency;

public sealed class FanOutTests
{
    private const string Client = "static readonly AmazonS3Client S3 = new(); static readonly HttpClient Http = new(); static readonly string[] Two = [\"a\", \"b\"]; static Task SaveAsync(string k) => S3.DeleteObjectAsync(\"b\", k); ";

    private static Task Check(string members, string rest = "") => RuleTests.Check<FanOutRule>("using Amazon.Lambda.SQSEvents;\nusing Amazon.S3.Model;\n" + RuleTests.InFunction(Client + members) + rest);

    [Theory]
    [InlineData("await {|SVLS0510:Task.WhenAll(r.Items.Select(k => S3.DeleteObjectAsync(\"b\", k)))|};")]
    [InlineData("await {|SVLS0510:Task.WhenAll(r.Items.Select(async k => { await Http.GetStringAsync(k); }))|};")]
    [InlineData("var all = r.Items.Where(k => k.Length > 0).Select(k => Http.GetStringAsync(k)).ToList(); await {|SVLS0510:Task.WhenAll(all)|};")]
    [InlineData("await {|SVLS0510:Task.WhenAll(r.Items.Select(SaveAsync))|};")]
    [InlineData("await {|SVLS0510:Task.WhenAll(Enumerable.Range(0, r.Items.Count).Select(i => SaveAsync(i.ToString())))|};")]
    [InlineData("await {|SVLS0510:Task.WhenAll(r.Items.Select(k => SaveAsync(k)))|};")]
    [InlineData("await Run(r.Items); static Task Run(List<string> l) => {|SVLS0510:Task.WhenAll(l.Select(SaveAsync))|};")]
    public Task One_call_for_each_item_is_flagged(string statement) => Check($"[LambdaFunction] public async Task Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("foreach (var c in r.Items.Chunk(10)) await Task.WhenAll(c.Select(SaveAsync));")]
    [InlineData("await Task.WhenAll(r.Items.Take(10).Select(SaveAsync));")]
    [InlineData("await Task.WhenAll(new[] { \"a\", \"b\" }.Select(SaveAsync));")]
    [InlineData("await Task.WhenAll(Two.Select(SaveAsync));")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 5).Select(i => SaveAsync(i.ToString())));")]
    [InlineData("using var gate = new SemaphoreSlim(5); await Task.WhenAll(r.Items.Select(async k => { await gate.WaitAsync(); try { await SaveAsync(k); } finally { gate.Release(); } }));")]
    [InlineData("await Task.WhenAll(r.Items.Select(async k => { await Task.Yield(); Console.WriteLine(k); }));")]
    [InlineData("await Task.WhenAll(SaveAsync(\"a\"), SaveAsync(\"b\"));")]
    [InlineData("await Parallel.ForEachAsync(r.Items, async (k, t) => await SaveAsync(k));")]
    [InlineData("var kept = r.Items.Select(k => SaveAsync(k)).First(); await kept;")]
    public Task What_is_bounded_or_local_is_not(string statement) => Check($"[LambdaFunction] public async Task Handle(Request r) {{ {statement} }}");

    [Fact]
    public Task Records_of_a_small_batch_are_few() => Check(
        "[LambdaFunction] public Task Handle(SQSEvent e) => Task.WhenAll(e.Records.Select(m => SaveAsync(m.Body)));");

    [Theory]
    [InlineData("[LambdaFunction] public Task Handle(Request r) => {|#0:Task.WhenAll(r.Items.Select(SaveAsync))|};", DiagnosticSeverity.Info, "DeleteObjectAsync", "Items")]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { var page = await S3.ListObjectsV2Async(new ListObjectsV2Request()); await {|#0:Task.WhenAll(page.S3Objects.Select(o => SaveAsync(o.Key)))|}; }", DiagnosticSeverity.Warning, "DeleteObjectAsync", "S3Objects")]
    public Task A_page_of_a_service_is_a_warning(string members, DiagnosticSeverity severity, string call, string source)
    {
        var test = new RuleTest<FanOutRule>(RuleTests.Usings + "using Amazon.S3.Model;\n" + RuleTests.InFunction(Client + members));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(ConcurrencyRules.UnboundedFanOut, call, source, "Handle").WithSeverity(severity));
        return test.RunAsync();
    }

    [Fact]
    public Task Code_that_no_handler_reaches_is_not_flagged() => Check("[LambdaFunction] public void Handle(Request r) { } static Task Unused(List<string> l) => Task.WhenAll(l.Select(SaveAsync));");

    [Fact]
    public async Task Every_form_of_code_is_read_but_generated()
    {
        var test = new RuleTest<FanOutRule>(RuleTests.Usings + """
            using Amazon.Lambda.RuntimeSupport;

            var s3 = new AmazonS3Client();
            await LambdaBootstrapBuilder.Create(async (List<string> l, ILambdaContext c) => { await {|SVLS0510:Task.WhenAll(l.Select(k => s3.DeleteObjectAsync("b", k)))|}; await Local(l); await new Store(s3).Save(l); await Made.Run(l, s3); return l; }).Build().RunAsync();
            Task Local(List<string> l) => {|SVLS0510:Task.WhenAll(l.Select(k => s3.DeleteObjectAsync("b", k)))|};
            public partial record Store(IAmazonS3 S3) { public partial Task Save(List<string> l); }
            public partial record Store { public partial Task Save(List<string> l) => {|SVLS0510:Task.WhenAll(l.Select(k => S3.DeleteObjectAsync("b", k)))|}; }
            """);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nusing System.Linq;\nstatic class Made { public static System.Threading.Tasks.Task Run(System.Collections.Generic.List<string> l, Amazon.S3.IAmazonS3 s) => System.Threading.Tasks.Task.WhenAll(l.Select(k => s.DeleteObjectAsync(\"b\", k))); }"));
        await test.RunAsync();
    }

    // FN: tasks that a loop collects.
    [Fact]
    public Task A_loop_that_collects_is_not_seen() => Check("[LambdaFunction] public async Task Handle(Request r) { var all = new List<Task>(); foreach (var k in r.Items) all.Add(SaveAsync(k)); await Task.WhenAll(all); }");

    [Fact]
    public Task Ten_run_at_a_time() => FixTest<HostedRule<FanOutRule>, BoundedFanOutFixer>.Check(
        """
        static readonly AmazonS3Client S3 = new();

        [LambdaFunction]
        public async Task Handle(Request r, CancellationToken deadline)
        {
            // deletes
            await {|SVLS0510:Task.WhenAll(r.Items.Select(k => S3.DeleteObjectAsync("b", k)))|}; // all
            await {|SVLS0510:Task.WhenAll(r.Items.Select(async k => { await S3.DeleteObjectAsync("b", k, deadline); Console.WriteLine(k); }))|};
        }
        """,
        """
        static readonly AmazonS3Client S3 = new();

        [LambdaFunction]
        public async Task Handle(Request r, CancellationToken deadline)
        {
            // deletes
            await Parallel.ForEachAsync(r.Items, new ParallelOptions { MaxDegreeOfParallelism = 10, CancellationToken = deadline }, async (k, token) => await S3.DeleteObjectAsync("b", k, token)); // all
            await Parallel.ForEachAsync(r.Items, new ParallelOptions { MaxDegreeOfParallelism = 10, CancellationToken = deadline }, async (k, cancellation) => { await S3.DeleteObjectAsync("b", k, deadline); Console.WriteLine(k); });
        }
        """,
        static test => test.NumberOfIncrementalIterations = 2);

    [Theory]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { var all = await {|SVLS0510:Task.WhenAll(r.Items.Select(k => Http.GetStringAsync(k)))|}; Console.WriteLine(all); }")]
    [InlineData("[LambdaFunction] public Task Handle(Request r) => {|SVLS0510:Task.WhenAll(r.Items.Select(k => Http.GetStringAsync(k)))|};")]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) => await {|SVLS0510:Task.WhenAll(r.Items.Select(async k => { return await Http.GetStringAsync(k); }))|};")]
    public Task Where_results_are_used_nothing_is_offered(string members) => FixTest<HostedRule<FanOutRule>, BoundedFanOutFixer>.CheckNone("static readonly HttpClient Http = new(); " + members);
}
