using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.State;

public sealed class RequestDataKeptTests
{
    private const string Using = """
        using Microsoft.Extensions.Caching.Memory;

        """;

    private static Task Check(string members, string rest = "") => RuleTests.Check<RequestDataKeptRule>(Using + RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("static Request? _last;", "{|SVLS0104:_last|} = r;")]
    [InlineData("static string? _last;", "{|SVLS0104:_last|} ??= r.Id;")]
    [InlineData("string? Last { get; set; }", "{|SVLS0104:Last|} = r.Id;")]
    [InlineData("static string? _request;", "{|SVLS0104:_request|} = c.AwsRequestId;")]
    [InlineData("static string? _last;", "var id = r.Id; var text = $\"{id}!\"; {|SVLS0104:_last|} = text;")]
    [InlineData("static string? _last;", "foreach (var item in r.Items) {|SVLS0104:_last|} = item;")]
    [InlineData("static string? _last;", "r.Items.ForEach(i => {|SVLS0104:_last|} = i);")]
    [InlineData("static string? _last;", "string id; id = r.Id; {|SVLS0104:_last|} = id;")]
    [InlineData("static readonly Dictionary<string, string> Cache = new();", "{|SVLS0104:Cache[\"last\"]|} = r.Id;")]
    [InlineData("class Session { public string? User; } static readonly Session Current = new();", "{|SVLS0104:Current.User|} = r.Id;")]
    [InlineData("readonly IMemoryCache _cache = null!;", "{|SVLS0104:_cache.Set(\"last\", r.Id)|};")]
    [InlineData("readonly IMemoryCache _cache = null!;", "{|SVLS0104:_cache.GetOrCreate(\"user\", e => r.Id)|};")]
    public Task Data_of_the_request_that_stays_is_flagged(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r, ILambdaContext c) {{ {statement} }}");

    [Theory]
    [InlineData("static int _count;", "_count = r.Items.Count;")]
    [InlineData("static bool _seen;", "_seen = r.Id == \"a\";")]
    [InlineData("static DateTime _at;", "_at = DateTime.UtcNow;")]
    [InlineData("static string? _name;", "_name = c.FunctionName;")]
    [InlineData("static string? _name;", "_name = Environment.GetEnvironmentVariable(\"NAME\");")]
    [InlineData("readonly AsyncLocal<string> _tenant = new();", "_tenant.Value = r.Id;")]
    [InlineData("static string? _current;", "try { _current = r.Id; } finally { _current = null; }")]
    [InlineData("static readonly HttpClient Http = new();", "Http.DefaultRequestHeaders.Host = r.Id;")]
    [InlineData("readonly IMemoryCache _cache = null!;", "_cache.Set(r.Id, r.Path);")]
    [InlineData("", "var last = r; var copy = new Request(r.Id, \"\", new()) { Path = r.Path };")]
    [InlineData("class Job { public string? Id { get; set; } }", "var job = new Job(); job.Id = r.Id;")]
    public Task What_is_nobodys_data_or_ends_with_the_call_is_not(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r, ILambdaContext c) {{ {statement} }}");

    [Fact]
    public Task What_is_filed_under_the_requests_own_key_is_a_hint()
    {
        var test = new RuleTest<RequestDataKeptRule>(RuleTests.Usings + RuleTests.InFunction(
            "static readonly Dictionary<string, string> Cache = new(); [LambdaFunction] public void Handle(Request r) { {|#0:Cache[r.Id]|} = r.Path; }"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(
            StateRules.RequestDataKept, "Cache", "r", "the next invocation of this environment, perhaps for another customer,", "Handle").WithSeverity(DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("", "the next invocation of this environment, perhaps for another customer,")]
    [InlineData("LambdaManagedInstances", "invocations that run at the same time")]
    public Task A_helper_that_gets_the_request_is_followed_and_named(string target, string readers)
    {
        var test = new RuleTest<RequestDataKeptRule>(RuleTests.Usings + RuleTests.InFunction("""
            static string? _last;
            [LambdaFunction] public void Handle(Request r) { var path = r.Path; Keep(1, path); }
            static void Keep(int n, string text) => {|#0:_last|} = text;
            """));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = " + target));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.RequestDataKept, "_last", "text", readers, "Handle → Function.Keep"));
        return test.RunAsync();
    }

    [Fact]
    public Task Where_invocations_overlap_taking_it_back_is_no_help()
    {
        var test = new RuleTest<RequestDataKeptRule>(RuleTests.Usings + RuleTests.InFunction(
            "static string? _current; [LambdaFunction] public void Handle(Request r) { try { {|SVLS0104:_current|} = r.Id; } finally { _current = null; } }"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = LambdaManagedInstances"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_helper_that_gets_something_else_is_not() => Check("""
        static string? _last;
        [LambdaFunction] public void Handle(Request r) => Keep("fixed");
        static void Keep(string text) => _last = text;
        """);

    [Fact]
    public Task Code_that_no_handler_reaches_is_not() => Check("""
        static string? _last;
        public Function() => Warm("x");
        static void Warm(string text) => _last = text;
        [LambdaFunction] public void Handle(Request r) { }
        public static void Tool(Request r) => _last = r.Id;
        """);

    [Fact]
    public Task Services_that_the_framework_hands_in_are_no_request() => RuleTests.Check<RequestDataKeptRule>("""
        public interface IClock { string Now { get; } }
        public class Function
        {
            static IClock? _clock;
            static string? _now;
            [LambdaFunction] public void Handle(string s, IClock clock, IServiceProvider services) { _clock = clock; _now = clock.Now; }
        }
        """);

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<RequestDataKeptRule>("""
        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            private string? _last;
            private static string? s_last;
            [LambdaFunction] public async Task<string> Handle(Input i)
            {
                await Task.Run(async () => { await Task.Yield(); {|SVLS0104:_last|} = i.Id; });
                Local(i.Id);
                return Keep(prefix + i.Id);
                void Local(string id) => {|SVLS0104:_last|} = id;
            }
            private partial string Keep(string id);
        }
        public partial class Handlers
        {
            private partial string Keep(string id) => {|SVLS0104:s_last|} = id;
        }
        public record Counter
        {
            private static string? _last;
            [LambdaFunction] public string Next(string s) => {|SVLS0104:_last|} = s;
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<RequestDataKeptRule>("""
        using Amazon.Lambda.RuntimeSupport;

        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); {|SVLS0104:Cache.Last|} = s; return s; }).Build().RunAsync();

        static class Cache { public static string? Last; }
        """, static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<RequestDataKeptRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Keep(r.Id);"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { static string _last; public static void Keep(string s) => _last = s; }"));
        return test.RunAsync();
    }

    // FN: two calls away from the handler it is not known what a parameter holds.
    [Fact]
    public Task Two_helpers_away_is_not_seen() => Check("""
        static string? _last;
        [LambdaFunction] public void Handle(Request r) => First(r.Id);
        static void First(string id) => Second(id);
        static void Second(string id) => _last = id;
        """);

    [Fact]
    public async Task Where_both_rules_run_only_this_one_speaks()
    {
        var compilation = AllRules.Compile(RuleTests.Usings + RuleTests.InFunction("static string? _last; static int _n; [LambdaFunction] public void Handle(Request r) { _last = r.Id; _n = r.Items.Count; }"));
        var ids = (await AllRules.RunAsync(compilation)).Select(static d => d.Id).Where(static id => id.StartsWith("SVLS01", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal([StateRules.StaticStateWritten.Id, StateRules.RequestDataKept.Id], ids);
    }
}
