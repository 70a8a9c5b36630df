using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.ApiGateway;

public sealed class EventDictionaryTests
{
    private const string Rest = "[LambdaFunction] public string? Handle(APIGatewayProxyRequest r) ";
    private const string Http = "[LambdaFunction] public string? Handle(APIGatewayHttpApiV2ProxyRequest r) ";

    private static Task Check(string members) => ApiTests.Check<EventDictionaryRule>(members);

    [Theory]
    [InlineData(Rest + "=> {|SVLS0904:r.QueryStringParameters|}[\"id\"];")]
    [InlineData(Http + "=> {|SVLS0904:r.QueryStringParameters|}.TryGetValue(\"id\", out var id) ? id : null;")]
    [InlineData(Http + "=> {|SVLS0904:r.QueryStringParameters|}.ContainsKey(\"id\") ? {|SVLS0904:r.QueryStringParameters|}[\"id\"] : null;")]
    [InlineData(Rest + "=> {|SVLS0904:r.MultiValueQueryStringParameters|}[\"id\"][0];")]
    [InlineData(Rest + "=> {|SVLS0904:r.Body|}.Trim();")]
    [InlineData(Rest + "{ var query = r.QueryStringParameters; Console.WriteLine(query is null); return {|SVLS0904:query|}[\"id\"]; }")]
    [InlineData(Rest + "{ foreach (var pair in {|SVLS0904:r.QueryStringParameters|}) return pair.Key; return null; }")]
    [InlineData(Rest + "=> {|SVLS0904:r.QueryStringParameters|}.Select(q => q.Key).First();")]
    [InlineData(Rest + "=> r?{|SVLS0904:.QueryStringParameters|}[\"id\"];")]
    [InlineData(Rest + "{ if (r.QueryStringParameters == null) Console.WriteLine(); return {|SVLS0904:r.QueryStringParameters|}[\"id\"]; }")]
    [InlineData(Rest + "{ if (r.QueryStringParameters != null || r.Path == \"/\") return {|SVLS0904:r.QueryStringParameters|}[\"id\"]; return null; }")]
    [InlineData(Rest + "{ if (r.QueryStringParameters?.ContainsKey(\"id\") != true) return {|SVLS0904:r.QueryStringParameters|}[\"id\"]; return null; }")]
    [InlineData(Rest + "{ if (r.Body != null) return {|SVLS0904:r.QueryStringParameters|}[\"id\"]; return null; }")]
    [InlineData(Rest + "{ if (r is { Body: not null }) return {|SVLS0904:r.QueryStringParameters|}[\"id\"]; return null; }")]
    [InlineData("[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/all\")] public string Handle(APIGatewayHttpApiV2ProxyRequest r) => {|SVLS0904:r.PathParameters|}[\"id\"];")]
    [InlineData("[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/all\")] public string Handle(APIGatewayHttpApiV2ProxyRequest r) => {|SVLS0904:r.RequestContext.Authorizer|}.Jwt.Claims[\"sub\"];")]
    public Task A_part_that_a_request_may_lack_is_flagged_where_it_is_read(string handler) => Check(handler);

    [Theory]
    [InlineData(Rest + "=> r.QueryStringParameters?.TryGetValue(\"id\", out var id) == true ? id : null;")]
    [InlineData(Rest + "=> r.QueryStringParameters?[\"id\"];")]
    [InlineData(Rest + "=> (r.QueryStringParameters ?? new Dictionary<string, string>())[\"id\"];")]
    [InlineData(Rest + "{ var query = r.QueryStringParameters ?? new Dictionary<string, string>(); return query[\"id\"]; }")]
    [InlineData(Rest + "{ r.QueryStringParameters ??= new Dictionary<string, string>(); return r.QueryStringParameters[\"id\"]; }")]
    [InlineData(Rest + "{ if (r.QueryStringParameters == null) return null; return r.QueryStringParameters[\"id\"]; }")]
    [InlineData(Rest + "{ if (r.QueryStringParameters is null || !r.QueryStringParameters.ContainsKey(\"id\")) return null; return r.QueryStringParameters[\"id\"]; }")]
    [InlineData(Rest + "{ if (r.QueryStringParameters != null && r.QueryStringParameters.ContainsKey(\"id\")) return r.QueryStringParameters[\"id\"]; return null; }")]
    [InlineData(Rest + "{ if (r.QueryStringParameters?.ContainsKey(\"id\") == true) return r.QueryStringParameters[\"id\"]; return null; }")]
    [InlineData(Rest + "{ if (r.QueryStringParameters?.ContainsKey(\"id\") ?? false) return r.QueryStringParameters[\"id\"]; return null; }")]
    [InlineData(Rest + "{ if (!(r.QueryStringParameters?.Count > 0)) return null; return r.QueryStringParameters[\"id\"]; }")]
    [InlineData(Rest + "{ if ((r.QueryStringParameters?.Count ?? 0) == 0) return null; return r.QueryStringParameters[\"id\"]; }")]
    [InlineData(Rest + "{ if (r.QueryStringParameters?.ContainsKey(\"id\") is not true) { Console.WriteLine(); throw new Exception(); } return r.QueryStringParameters[\"id\"]; }")]
    [InlineData(Rest + "{ if (r.QueryStringParameters is { Count: > 0 }) return r.QueryStringParameters[\"id\"]; return null; }")]
    [InlineData(Rest + "{ if (r is { QueryStringParameters: not null }) return r.QueryStringParameters[\"id\"]; return null; }")]
    [InlineData(Rest + "{ if (r.QueryStringParameters is { } query) return query[\"id\"]; return null; }")]
    [InlineData(Rest + "{ var has = r.QueryStringParameters != null; return has ? r.QueryStringParameters[\"id\"] : null; }")]
    [InlineData(Rest + "{ var query = r.QueryStringParameters; if (query == null) return null; return query[\"id\"] + r.QueryStringParameters[\"no\"]; }")]
    [InlineData(Rest + "{ var id = r.QueryStringParameters?[\"id\"]; if (string.IsNullOrEmpty(id)) return null; return r.QueryStringParameters[\"no\"]; }")]
    [InlineData(Rest + "{ System.Diagnostics.Debug.Assert(r.QueryStringParameters != null); return r.QueryStringParameters[\"id\"]; }")]
    [InlineData(Rest + "{ ArgumentNullException.ThrowIfNull(r.QueryStringParameters); return r.QueryStringParameters[\"id\"]; }")]
    [InlineData(Rest + "{ _ = r.QueryStringParameters ?? throw new Exception(); return r.QueryStringParameters[\"id\"]; }")]
    [InlineData(Rest + "{ if (!IsValid(r)) return null; return r.QueryStringParameters[\"id\"]; } static bool IsValid(APIGatewayProxyRequest r) => r.QueryStringParameters?.Count > 0;")]
    [InlineData(Rest + "{ if (r.QueryStringParameters == null) { r.QueryStringParameters = new Dictionary<string, string>(); } return r.QueryStringParameters[\"id\"]; }")]
    [InlineData(Rest + "{ switch (r.QueryStringParameters) { case null: return null; default: return r.QueryStringParameters[\"id\"]; } }")]
    [InlineData(Rest + "=> r.QueryStringParameters switch { null => null, _ => r.QueryStringParameters[\"id\"] };")]
    [InlineData(Rest + "{ try { return r.QueryStringParameters[\"id\"]; } catch (NullReferenceException) { return null; } }")]
    [InlineData(Rest + "{ while (r.QueryStringParameters != null) return new List<string> { \"a\" }.Select(k => r.QueryStringParameters[k]).First(); return null; }")]
    [InlineData(Rest + "=> r.QueryStringParameters![\"id\"];")]
    [InlineData(Rest + "=> nameof(r.QueryStringParameters.Count);")]
    [InlineData(Rest + "=> string.IsNullOrWhiteSpace(r.Body) ? null : r.Body.Trim();")]
    [InlineData(Rest + "{ var made = new APIGatewayProxyRequest { Body = \"x\" }; return made.Body.Trim(); }")]
    [InlineData(Rest + "=> r.PathParameters[\"id\"];")]
    [InlineData("[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/orders/{id}\")] public string Handle(APIGatewayHttpApiV2ProxyRequest r) => r.PathParameters[\"id\"];")]
    [InlineData("[LambdaFunction, RestApi(LambdaHttpMethod.Get, \"/orders\", Authorizer = \"A\")] public object Handle(APIGatewayProxyRequest r) => r.RequestContext.Authorizer.Claims;")]
    [InlineData("public class Wrapper { public IDictionary<string, string>? QueryStringParameters { get; set; } } [LambdaFunction] public string Handle(Wrapper r) => r.QueryStringParameters![\"id\"];")]
    public Task A_part_that_is_tested_or_known_to_be_there_is_not(string handler) => Check(handler);

    [Theory]
    [InlineData("APIGatewayProxyRequest r", "{|#0:r.Headers|}[\"accept\"]", "Headers", "a WebSocket message or a test invocation of the console brings none")]
    [InlineData("APIGatewayProxyRequest r", "{|#0:r.StageVariables|}[\"a\"]", "StageVariables", "the stage defines no variable")]
    [InlineData("APIGatewayHttpApiV2ProxyRequest r", "{|#0:r.RequestContext.Authorizer|}.Lambda", "Authorizer", "a route has no authorizer")]
    [InlineData("APIGatewayCustomAuthorizerRequest r", "{|#0:r.QueryStringParameters|}[\"a\"]", "QueryStringParameters", "no identity source of the authorizer asks for it")]
    [InlineData("ApplicationLoadBalancerRequest r", "{|#0:r.MultiValueHeaders|}[\"accept\"]", "MultiValueHeaders", "the target group's setting for multi-value headers selects the other form")]
    public Task What_the_deployment_decides_is_information(string parameter, string expression, string name, string reason) =>
        ApiTests.Check<EventDictionaryRule>($"[LambdaFunction] public object Handle({parameter}) => {expression};", (ApiGatewayRules.EventDictionaryNull, DiagnosticSeverity.Info, [name, reason]));

    [Fact]
    public Task The_message_says_when_it_is_null() => ApiTests.Check<EventDictionaryRule>(
        Rest + "=> {|#0:r.QueryStringParameters|}[\"id\"];", (ApiGatewayRules.EventDictionaryNull, null, ["QueryStringParameters", "a request has no query string"]));

    [Fact]
    public Task Helpers_are_followed_and_unreached_code_is_silent() => Check(
        Rest + "=> Id(r); static string Id(APIGatewayProxyRequest r) => {|SVLS0904:r.QueryStringParameters|}[\"id\"]; public static string Unused(APIGatewayProxyRequest r) => r.QueryStringParameters[\"id\"];");

    [Fact]
    public async Task Every_form_of_function_is_read()
    {
        var test = new RuleTest<EventDictionaryRule>(RuleTests.Usings + ApiTests.Usings + """
            using Amazon.Lambda.RuntimeSupport;
            Func<APIGatewayProxyRequest, ILambdaContext, Task<string>> handler = async (r, c) =>
            {
                await Task.Yield();
                return Local(r);
                static string Local(APIGatewayProxyRequest r) => {|SVLS0904:r.QueryStringParameters|}["id"];
            };
            await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();
            public partial record Api(string Name)
            {
                [LambdaFunction] public string Get(APIGatewayProxyRequest r) => Read(r);
                private partial string Read(APIGatewayProxyRequest r);
            }
            public partial record Api
            {
                private partial string Read(APIGatewayProxyRequest r) { return {|SVLS0904:r.QueryStringParameters|}[Name]; }
            }
            public class Second(string name)
            {
                [LambdaFunction] public string Get(APIGatewayProxyRequest r) { Func<string> read = () => {|SVLS0904:r.QueryStringParameters|}[name]; return read(); }
            }
            """);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nusing Amazon.Lambda.APIGatewayEvents;\nclass Made { [Amazon.Lambda.Annotations.LambdaFunction] public string Handle(APIGatewayProxyRequest r) => r.QueryStringParameters[\"id\"]; }"));
        await test.RunAsync();
    }

    // FN: the dictionary is handed to a helper as such.
    [Fact]
    public Task A_dictionary_that_is_passed_on_is_not_followed() => Check(Rest + "=> Id(r.QueryStringParameters); static string Id(IDictionary<string, string> q) => q[\"id\"];");
}
