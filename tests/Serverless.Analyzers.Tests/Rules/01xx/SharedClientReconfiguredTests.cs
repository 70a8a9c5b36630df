using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.State;

public sealed class SharedClientReconfiguredTests
{
    private static Task Check(string members, string rest = "") => RuleTests.Check<SharedClientReconfiguredRule>(RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("static readonly HttpClient Http = new();", "{|SVLS0110:Http.DefaultRequestHeaders.Authorization = new(\"Bearer\", r.Id)|};")]
    [InlineData("static readonly HttpClient Http = new();", "{|SVLS0110:Http.DefaultRequestHeaders.Add(\"x-id\", r.Id)|};")]
    [InlineData("static readonly HttpClient Http = new();", "{|SVLS0110:Http.DefaultRequestHeaders.Add(\"User-Agent\", \"mine\")|};")]
    [InlineData("readonly HttpClient _http; public Function(HttpClient http) => _http = http;", "{|SVLS0110:_http.BaseAddress = new Uri(r.Path)|};")]
    [InlineData("readonly HttpClient _http = new();", "{|SVLS0110:_http.Timeout = TimeSpan.FromSeconds(3)|};")]
    [InlineData("readonly HttpClient _http = new();", "var http = _http; {|SVLS0110:http.Timeout = TimeSpan.FromSeconds(3)|};")]
    [InlineData("static readonly AmazonS3Client S3 = new();", "{|SVLS0110:((AmazonS3Config)S3.Config).Timeout = TimeSpan.FromSeconds(r.Items.Count)|};")]
    [InlineData("static readonly System.Text.Json.JsonSerializerOptions Json = new();", "{|SVLS0110:Json.WriteIndented = true|};")]
    [InlineData("static readonly System.Text.Json.JsonSerializerOptions Json = new();", "{|SVLS0110:Json.Converters.Add(null!)|};")]
    public Task A_setting_of_a_shared_client_is_changed(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("", "var http = new HttpClient(); http.Timeout = TimeSpan.FromSeconds(3); http.DefaultRequestHeaders.Add(\"x\", r.Id);")]
    [InlineData("interface IHttpClientFactory { HttpClient CreateClient(); } static readonly IHttpClientFactory Factory = null!;", "var http = Factory.CreateClient(); http.DefaultRequestHeaders.Host = r.Id;")]
    [InlineData("static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(3) };", "_ = Http.Timeout;")]
    [InlineData("static readonly HttpClient Http = new();", "if (Http.BaseAddress is null) Http.BaseAddress = new Uri(\"https://a\");")]
    [InlineData("static readonly HttpClient Http = new();", "if (!Http.DefaultRequestHeaders.Contains(\"x\")) Http.DefaultRequestHeaders.Add(\"x\", \"y\");")]
    [InlineData("static readonly HttpClient Http = new();", "using var m = new HttpRequestMessage(HttpMethod.Get, r.Path); m.Headers.Host = r.Id; Http.SendAsync(m);")]
    [InlineData("static readonly HttpClient Http = new();", "if (Http.DefaultRequestHeaders.TryGetValues(\"x\", out _)) { }")]
    [InlineData("static readonly HttpClient Http = new();", "Http.DefaultRequestHeaders.Accept.Clear(); Http.DefaultRequestHeaders.Remove(\"x\");")]
    [InlineData("static readonly HttpClient Http = new();", "Http.DefaultRequestHeaders.Accept.Clear(); Http.DefaultRequestHeaders.Accept.Add(new(\"application/json\"));")]
    [InlineData("static readonly HttpClient Http = new();", "Http.DefaultRequestHeaders.Host = \"example.com\";")]
    [InlineData("sealed class Mine { public TimeSpan Timeout { get; set; } } static readonly Mine Own = new();", "Own.Timeout = TimeSpan.Zero;")]
    public Task A_client_of_the_call_a_request_and_what_is_set_once_are_not(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("", "the next invocation sends this one's headers too")]
    [InlineData("LambdaManagedInstances", "invocations that run at the same time send each other's headers")]
    public Task The_message_names_setting_consequence_and_path(string target, string consequence)
    {
        var test = new RuleTest<SharedClientReconfiguredRule>(RuleTests.Usings + RuleTests.InFunction("""
            static readonly HttpClient Http = new();
            [LambdaFunction] public void Handle(Request r) => Set(r.Id);
            static void Set(string id) => {|#0:Http.DefaultRequestHeaders.Host = id|};
            """));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = " + target));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.SharedClientReconfigured, "Http.DefaultRequestHeaders", consequence, "Handle → Function.Set"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("Http.DefaultRequestHeaders.Add(\"x\", \"y\")", DiagnosticSeverity.Warning, "every invocation adds one more value to send")]
    [InlineData("Http.Timeout = TimeSpan.FromSeconds(2)", DiagnosticSeverity.Warning, "throws an InvalidOperationException once it has been used")]
    public Task What_is_done_again_in_every_invocation_piles_up_or_throws(string statement, DiagnosticSeverity severity, string consequence)
    {
        var test = new RuleTest<SharedClientReconfiguredRule>(RuleTests.Usings + RuleTests.InFunction(
            $"static readonly HttpClient Http = new(); [LambdaFunction] public void Handle(Request r) {{ {{|#0:{statement}|}}; }}"));
        var name = statement.Contains("Timeout", StringComparison.Ordinal) ? "Http.Timeout" : "Http.DefaultRequestHeaders";
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.SharedClientReconfigured, name, consequence, "Handle").WithSeverity(severity));
        return test.RunAsync();
    }

    [Fact]
    public Task Headers_that_start_from_nothing_are_a_hint()
    {
        var test = new RuleTest<SharedClientReconfiguredRule>(RuleTests.Usings + RuleTests.InFunction(
            "static readonly HttpClient Http = new(); [LambdaFunction] public void Handle(Request r) { Http.DefaultRequestHeaders.Clear(); {|#0:Http.DefaultRequestHeaders.Add(\"x\", r.Id)|}; }"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(
            StateRules.SharedClientReconfigured, "Http.DefaultRequestHeaders", "the next invocation sends this one's headers too", "Handle").WithSeverity(DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    [Fact]
    public Task Start_up_and_unreached_code_may_configure() => Check("""
        static readonly HttpClient Http = new();
        static Function() => Http.Timeout = TimeSpan.FromSeconds(3);
        public Function() => Http.DefaultRequestHeaders.Add("x", "y");
        [LambdaFunction] public void Handle(Request r) { }
        public static void Tool(string id) => Http.DefaultRequestHeaders.Add("x", id);
        """);

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<SharedClientReconfiguredRule>("""
        public record Input(string Id);
        public partial class Handlers(HttpClient http)
        {
            [LambdaFunction] public async Task Handle(Input i)
            {
                await Task.Run(async () => { await Task.Yield(); {|SVLS0110:http.DefaultRequestHeaders.Host = i.Id|}; });
                Local();
                Set(i);
                void Local() => {|SVLS0110:http.DefaultRequestHeaders.From = i.Id|};
            }
            private partial void Set(Input i);
        }
        public partial class Handlers
        {
            private partial void Set(Input i) => {|SVLS0110:http.DefaultRequestHeaders.Add("x", i.Id)|};
        }
        public record Counter
        {
            private static readonly HttpClient Http = new();
            [LambdaFunction] public void Next(string s) => {|SVLS0110:Http.DefaultRequestHeaders.Host = s|};
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<SharedClientReconfiguredRule>("""
        using Amazon.Lambda.RuntimeSupport;

        Clients.Http.Timeout = TimeSpan.FromSeconds(3);
        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); {|SVLS0110:Clients.Http.DefaultRequestHeaders.Host = s|}; return s; }).Build().RunAsync();

        static class Clients { public static readonly HttpClient Http = new(); }
        """, static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<SharedClientReconfiguredRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Set(r.Id);"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { static readonly System.Net.Http.HttpClient Http = new(); public static void Set(string s) => Http.DefaultRequestHeaders.Host = s; }"));
        return test.RunAsync();
    }

    // FN: the client is handed to a helper; whose it is cannot be seen there.
    [Fact]
    public Task A_client_that_is_a_parameter_is_not_seen() => Check("""
        static readonly HttpClient Http = new();
        [LambdaFunction] public void Handle(Request r) => Set(Http, r.Id);
        static void Set(HttpClient http, string id) => http.DefaultRequestHeaders.Host = id;
        """);
}
