using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Timeouts;

public sealed class InfiniteTimeoutTests
{
    private static Task Check(string members) => RuleTests.Check<InfiniteTimeoutRule>("using System.Data.Common;\n" + RuleTests.InFunction(members + " [LambdaFunction] public void Handle(Request r) { }"));

    [Theory]
    [InlineData("static readonly HttpClient Http = new() { Timeout = {|SVLS0406:Timeout.InfiniteTimeSpan|} };")]
    [InlineData("void Run(HttpClient http) { http.Timeout = {|SVLS0406:TimeSpan.FromMilliseconds(-1)|}; }")]
    [InlineData("void Run() { var c = new AmazonS3Config { Timeout = {|SVLS0406:Timeout.InfiniteTimeSpan|} }; }")]
    [InlineData("void Run(DbCommand command) { command.CommandTimeout = {|SVLS0406:0|}; }")]
    [InlineData("void Run(System.Data.IDbCommand command) { command.CommandTimeout = {|SVLS0406:0|}; }")]
    [InlineData("void Run(AutoResetEvent signal) { signal.WaitOne({|SVLS0406:-1|}); }")]
    [InlineData("void Run(WaitHandle signal) { signal.WaitOne({|SVLS0406:Timeout.Infinite|}); }")]
    [InlineData("void Run() { using var cts = new CancellationTokenSource({|SVLS0406:Timeout.InfiniteTimeSpan|}); }")]
    [InlineData("void Run(CancellationTokenSource cts) { cts.CancelAfter({|SVLS0406:Timeout.Infinite|}); }")]
    [InlineData("object Db = Npgsql.NpgsqlDataSource.Create({|SVLS0406:\"Host=db;Command Timeout=0\"|});")]
    [InlineData("object Db = new Npgsql.NpgsqlConnection({|SVLS0406:\"Host=db;Timeout = 0;Username=u\"|});")]
    [InlineData("static readonly TimeSpan Never = Timeout.InfiniteTimeSpan; void Run(HttpClient http) { http.Timeout = {|SVLS0406:Never|}; }")]
    public Task A_limit_that_is_switched_off_is_flagged(string members) => Check(members);

    [Theory]
    [InlineData("static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };")]
    [InlineData("void Run(HttpClient http, TimeSpan limit) { http.Timeout = limit; }")]
    [InlineData("void Run(DbCommand command) { command.CommandTimeout = 5; }")]
    [InlineData("void Run(AutoResetEvent signal) { signal.WaitOne(0); signal.WaitOne(100); }")]
    [InlineData("void Run() { using var cts = new CancellationTokenSource(); using var other = new CancellationTokenSource(500); }")]
    [InlineData("void Run() { using var cts = new CancellationTokenSource(TimeSpan.Zero); }")]
    [InlineData("object Db = Npgsql.NpgsqlDataSource.Create(\"Host=db;Command Timeout=10\");")]
    [InlineData("class Job { public TimeSpan Timeout { get; set; } } void Run() { var j = new Job { Timeout = System.Threading.Timeout.InfiniteTimeSpan }; }")]
    [InlineData("void Run(Timer timer) { timer.Change(Timeout.Infinite, Timeout.Infinite); }")]
    [InlineData("void Run(HttpClient http) { if (http.Timeout == Timeout.InfiniteTimeSpan) { } }")]
    public Task Real_limits_other_timeouts_and_stopped_timers_are_not(string members) => Check(members);

    [Fact]
    public Task A_client_whose_requests_all_carry_a_deadline_is_not() => Check("""
        static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };
        static async Task<string> Get(string url)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            return await Http.GetStringAsync(url, limit.Token);
        }
        """);

    [Fact]
    public Task A_client_with_one_request_without_a_deadline_is() => Check("""
        static readonly HttpClient Http = new() { Timeout = {|SVLS0406:Timeout.InfiniteTimeSpan|} };
        static async Task<string> Get(string url, CancellationToken ct) => await Http.GetStringAsync(url, ct) + await Http.GetStringAsync(url);
        """);

    [Fact]
    public Task The_message_names_what_waits()
    {
        var test = new RuleTest<InfiniteTimeoutRule>(RuleTests.Usings + RuleTests.InFunction("void Run(HttpClient http) { http.Timeout = {|#0:Timeout.InfiniteTimeSpan|}; } [LambdaFunction] public void Handle(Request r) { }"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(TimeoutRules.InfiniteTimeout, "HttpClient.Timeout"));
        return test.RunAsync();
    }

    [Fact]
    public Task Any_code_of_the_project_counts_in_every_form() => RuleTests.Check<InfiniteTimeoutRule>("""
        public partial record Store(HttpClient Http)
        {
            private partial void Set();
        }
        public partial record Store
        {
            private partial void Set()
            {
                Action a = () => Http.Timeout = {|SVLS0406:Timeout.InfiniteTimeSpan|};
                async Task Local() { await Task.Yield(); Http.Timeout = {|SVLS0406:Timeout.InfiniteTimeSpan|}; }
            }
        }
        """);

    [Fact]
    public async Task Top_level_programs_are_read_and_generated_code_is_not()
    {
        var test = new RuleTest<InfiniteTimeoutRule>(RuleTests.Usings + "var http = new HttpClient { Timeout = {|SVLS0406:Timeout.InfiniteTimeSpan|} };");
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nclass Made { object Http = new System.Net.Http.HttpClient { Timeout = System.Threading.Timeout.InfiniteTimeSpan }; }"));
        await test.RunAsync();
    }

    // FN: a limit from configuration may be infinite.
    [Fact]
    public Task A_limit_that_a_method_returns_is_not_seen() => Check("static TimeSpan Limit() => Timeout.InfiniteTimeSpan; void Run(HttpClient http) { http.Timeout = Limit(); }");
}
