using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Timeouts;

public sealed class HttpClientTimeoutTests
{
    private static Task Check(string members, string attribute = "[LambdaFunction]") =>
        RuleTests.Check<HttpClientTimeoutRule>("using Microsoft.Extensions.DependencyInjection;\n" + RuleTests.InFunction(members + attribute + " public void Handle(Request r) { }"));

    [Theory]
    [InlineData("static readonly HttpClient Http = {|SVLS0401:new()|};")]
    [InlineData("static readonly HttpClient Http = {|SVLS0401:new HttpClient { MaxResponseContentBufferSize = 9 }|};")]
    [InlineData("readonly HttpClient _http; public Function() { _http = {|SVLS0401:new HttpClient()|}; }")]
    [InlineData("void Run() { var http = {|SVLS0401:new HttpClient(new SocketsHttpHandler())|}; }")]
    [InlineData("void Add(IServiceCollection s) { {|SVLS0401:s.AddHttpClient(\"a\")|}; }")]
    [InlineData("void Add(IServiceCollection s) { {|SVLS0401:s.AddHttpClient<Request>(c => c.BaseAddress = null)|}; }")]
    [InlineData("async Task Run() { await Task.Run(async () => { await Task.Yield(); var a = {|SVLS0401:new HttpClient()|}; }); L(); static void L() { var b = {|SVLS0401:new HttpClient()|}; } }")]
    public Task A_client_without_a_timeout_is_flagged(string members) => Check(members);

    [Theory]
    [InlineData("static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };")]
    [InlineData("readonly HttpClient _http; public Function() { _http = new HttpClient(); _http.Timeout = TimeSpan.FromSeconds(5); }")]
    [InlineData("void Run() { var http = new HttpClient(); http.Timeout = TimeSpan.FromSeconds(5); }")]
    [InlineData("readonly HttpClient _http; public Function(HttpClient http) { _http = http; }")]
    [InlineData("void Add(IServiceCollection s) { s.AddHttpClient(\"a\", c => c.Timeout = TimeSpan.FromSeconds(5)); }")]
    [InlineData("void Add(IServiceCollection s) { s.AddHttpClient(\"a\").AddStandardResilienceHandler(); }")]
    [InlineData("void Add(IServiceCollection s) { s.AddHttpClient(\"a\").ConfigureHttpClient(c => { c.Timeout = TimeSpan.FromSeconds(5); }); }")]
    [InlineData("void Add(IServiceCollection s) { var b = s.AddHttpClient(\"a\"); }")]
    [InlineData("void Add(IServiceCollection s, Action<HttpClient> configure) { s.AddHttpClient(\"a\", configure); }")]
    [InlineData("void Add(IServiceCollection s) { s.ConfigureHttpClientDefaults(b => b.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(5))); s.AddHttpClient(\"a\"); }")]
    [InlineData("void Add(IServiceCollection s) { s.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()); s.AddHttpClient<Request>(); }")]
    [InlineData("static HttpClient Make() => new HttpClient(); static HttpClient Quick() { var http = Make(); http.Timeout = TimeSpan.FromSeconds(5); return http; }")]
    [InlineData("static HttpClient Limited(HttpClient http) { http.Timeout = TimeSpan.FromSeconds(5); return http; } static readonly HttpClient Http = Limited(new HttpClient());")]
    [InlineData("static void Limit(HttpClient http) => http.Timeout = TimeSpan.FromSeconds(5); void Run() { var http = new HttpClient(); Limit(http); }")]
    [InlineData("class Base { protected Base(HttpClient http) { http.Timeout = TimeSpan.FromSeconds(5); } } class Api() : Base(new HttpClient());")]
    [InlineData("class Base { readonly HttpClient _h; protected Base(HttpClient http) { _h = http; _h.Timeout = TimeSpan.FromSeconds(5); } } class Api(HttpClient h) : Base(h); static readonly Api One = new(new HttpClient());")]
    [InlineData("class Base { protected HttpClient Http = null!; protected void Start() => Http.Timeout = TimeSpan.FromSeconds(5); } class Api : Base { public Api() { Http = new HttpClient(); Start(); } }")]
    public Task A_client_with_one_is_not(string members) => Check(members);

    [Theory]
    [InlineData("void Add(IServiceCollection s) { s.ConfigureHttpClientDefaults(b => b.ConfigureHttpClient(c => c.BaseAddress = null)); {|SVLS0401:s.AddHttpClient(\"a\")|}; }")]
    [InlineData("static void Log(HttpClient http) { } void Run() { var http = {|SVLS0401:new HttpClient()|}; Log(http); }")]
    public Task Defaults_and_helpers_that_set_something_else_do_not_help(string members) => Check(members);

    [Fact]
    public Task A_function_that_lives_longer_than_the_default_is_silent() => Check("static readonly HttpClient Http = new();", "[LambdaFunction(Timeout = 300)]");

    [Theory]
    [InlineData("[LambdaFunction]", ", the function has 30")]
    [InlineData("[LambdaFunction(Timeout = 7)]", ", the function has 7")]
    [InlineData("[HttpRoute(\"GET /\")]", ", the function has 10")]
    [InlineData("[HttpRoute(\"GET /\"), ServerlessFunction(Timeout = 20)]", ", the function has 20")]
    [InlineData("[Serverless.StepFunctions.TaskState(TimeoutSeconds = 60)]", ", the function has 60")]
    [InlineData("[ServerlessHandler]", "")]
    public Task The_message_compares_with_the_functions_own_timeout(string attribute, string comparison)
    {
        var test = new RuleTest<HttpClientTimeoutRule>(RuleTests.Usings + RuleTests.InFunction($"static readonly HttpClient Http = {{|#0:new()|}}; {attribute} public void Handle(Request r) {{ }}"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(TimeoutRules.HttpClientDefaultTimeout, comparison, "and paid for, until the function is killed"));
        return test.RunAsync();
    }

    [Fact]
    public Task The_timeout_of_a_template_counts()
    {
        var test = new RuleTest<HttpClientTimeoutRule>(RuleTests.Usings + "public class Function { static readonly HttpClient Http = new(); public string Handle(string s) => s; }");
        test.TestState.AdditionalFiles.Add(("serverless.template", """
            { "Globals": { "Function": { "Timeout": 200 } },
              "Resources": { "F": { "Type": "AWS::Serverless::Function", "Properties": { "Handler": "TestProject::Function::Handle" } } } }
            """));
        return test.RunAsync();
    }

    [Fact]
    public Task Where_each_request_has_a_deadline_it_is_information()
    {
        var test = new RuleTest<HttpClientTimeoutRule>(RuleTests.Usings + RuleTests.InFunction("""
            static readonly HttpClient Http = {|#0:new()|};
            [LambdaFunction] public async Task<string> Handle(Request r)
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
                return await Http.GetStringAsync(r.Path, limit.Token);
            }
            """));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(TimeoutRules.HttpClientDefaultTimeout, ", the function has 30", "and paid for, until the function is killed").WithSeverity(DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    [Fact]
    public Task Records_primary_constructors_and_partial_types_are_read() => RuleTests.Check<HttpClientTimeoutRule>("""
        public partial record Store(string Name)
        {
            private readonly HttpClient _http = {|SVLS0401:new()|};
            private partial HttpClient Make();
        }
        public partial record Store
        {
            private partial HttpClient Make() { var made = {|SVLS0401:new HttpClient()|}; return made; }
        }
        """);

    [Fact]
    public async Task Top_level_programs_are_read_and_generated_code_is_not()
    {
        var test = new RuleTest<HttpClientTimeoutRule>(RuleTests.Usings + "var http = {|SVLS0401:new HttpClient()|};");
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nclass Made { object Http = new System.Net.Http.HttpClient(); }"));
        await test.RunAsync();
    }

    // FN: a method that is said to set the timeout is not read.
    [Fact]
    public Task A_type_derived_from_HttpClient_is_not_seen() => Check("class Api : HttpClient; static readonly Api Http = new();");
}
