using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Handlers;

public sealed class EventTypeTests
{
    private const string Usings = "using Amazon.Lambda.Annotations.APIGateway; using Amazon.Lambda.APIGatewayEvents; using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection;\n";

    private static Task Check(string members) => RuleTests.Check<EventTypeRule>(Usings + RuleTests.InFunction(members));

    [Theory]
    [InlineData("[LambdaFunction] [HttpApi(LambdaHttpMethod.Get, \"/x\")] public string Handle({|SVLS0710:APIGatewayProxyRequest|} r) => r.Path;")]
    [InlineData("[LambdaFunction, RestApi(LambdaHttpMethod.Get, \"/x\")] public string Handle(ILambdaContext c, {|SVLS0710:APIGatewayHttpApiV2ProxyRequest|} r) => r.RawPath;")]
    [InlineData("[LambdaFunction] [FunctionUrl] public string Handle({|SVLS0710:Amazon.Lambda.APIGatewayEvents.APIGatewayProxyRequest|} r) => r.Path;")]
    [InlineData("[LambdaFunction] [HttpApi(LambdaHttpMethod.Get, \"/x\", Version = HttpApiVersion.V1)] public string Handle({|SVLS0710:APIGatewayHttpApiV2ProxyRequest|}? r) => \"\";", true)]
    public Task A_request_of_the_other_payload_format_is_flagged(string members, bool nullable = false) =>
        Check(nullable ? members.Replace("|}?", "?|}", StringComparison.Ordinal) : members);

    [Theory]
    [InlineData("[LambdaFunction] [HttpApi(LambdaHttpMethod.Get, \"/x\")] public string Handle(APIGatewayHttpApiV2ProxyRequest r) => r.RawPath;")]
    [InlineData("[LambdaFunction] [HttpApi(LambdaHttpMethod.Get, \"/x\", Version = HttpApiVersion.V1)] public string Handle(APIGatewayProxyRequest r) => r.Path;")]
    [InlineData("[LambdaFunction] [RestApi(LambdaHttpMethod.Get, \"/x\")] public string Handle(APIGatewayProxyRequest r) => r.Path;")]
    [InlineData("[LambdaFunction] [FunctionUrl] public string Handle(APIGatewayHttpApiV2ProxyRequest r) => r.RawPath;")]
    [InlineData("[LambdaFunction] [HttpApi(LambdaHttpMethod.Get, \"/{id}\")] public string Handle(string id, ILambdaContext c) => id;")]
    [InlineData("[LambdaFunction] [HttpApiAuthorizer] public string Handle(APIGatewayProxyRequest r) => r.Path;")]
    [InlineData("[LambdaFunction] public string Handle(APIGatewayProxyRequest r) => r.Path;")]
    [InlineData("public string Handle(APIGatewayProxyRequest r) => r.Path;")]
    [InlineData("[LambdaFunction] [Mine.HttpApi] public string Handle(APIGatewayProxyRequest r) => r.Path; } namespace Mine { public class HttpApiAttribute : Attribute;")]
    public Task Formats_that_fit_and_other_attributes_are_not(string members) => Check(members);

    [Theory]
    [InlineData("RestApi", "HttpApi", "2.0", true)]
    [InlineData("HttpApi", "HttpApi", "2.0", false)]
    [InlineData("RestApi", "HttpApi", "1.0", false)]
    [InlineData("HttpApi", "HttpApi", "1.0", true)]
    [InlineData("HttpApi", "RestApi", null, true)]
    [InlineData("ApplicationLoadBalancer", "RestApi", null, true)]
    [InlineData("RestApi", "HttpApi", null, false)]
    [InlineData("HttpApi", "FunctionUrl", null, false)]
    [InlineData("RestApi", "Sqs", null, false)]
    public void The_application_is_hosted_for_what_is_deployed(string hosted, string trigger, string? format, bool flagged)
    {
        var expected = EventTypeRule.Expected(Enum.Parse<Analyzers.Reachability.HandlerRecognition.TriggerKind>(trigger), format);
        Assert.Equal(flagged, expected is not null && expected != hosted);
    }

    [Theory]
    [InlineData("HttpApi", "{ \"PayloadFormatVersion\": \"2.0\" }", "{|SVLS0710:LambdaEventSource.RestApi|}")]
    [InlineData("HttpApi", "{ \"PayloadFormatVersion\": \"1.0\" }", "LambdaEventSource.RestApi")]
    [InlineData("Api", "{ \"Path\": \"/\", \"Method\": \"GET\" }", "{|SVLS0710:LambdaEventSource.HttpApi|}")]
    public Task The_template_says_what_is_deployed(string type, string properties, string source) => RuleTests.Check<EventTypeRule>(
        Usings + $"var b = WebApplication.CreateBuilder(); b.Services.AddAWSLambdaHosting({source}); var app = b.Build(); app.MapGet(\"/\", () => {{ }}); app.Run();", test =>
        {
            test.TestState.OutputKind = OutputKind.ConsoleApplication;
            test.TestState.AdditionalFiles.Add(("serverless.template", $$$"""
                { "Resources": { "F": { "Type": "AWS::Serverless::Function", "Properties": { "Handler": "TestProject", "Events": { "E": { "Type": "{{{type}}}", "Properties": {{{properties}}} } } } } } }
                """));
        });

    [Fact]
    public Task An_application_without_a_known_deployment_is_not_judged() => RuleTests.Check<EventTypeRule>(
        Usings + "var b = WebApplication.CreateBuilder(); b.Services.AddAWSLambdaHosting(LambdaEventSource.RestApi); var app = b.Build(); app.MapGet(\"/\", () => { }); app.Run();",
        static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task The_message_names_both_formats() => RuleTests.Check<EventTypeRule>(
        Usings + RuleTests.InFunction("[LambdaFunction] [HttpApi(LambdaHttpMethod.Get, \"/x\")] public string Handle({|#0:APIGatewayProxyRequest|} r) => r.Path;"), static test =>
            test.ExpectedDiagnostics.Add(RuleTests.Expect(
                HandlerRules.EventTypeMismatch, "'Handle'", "APIGatewayProxyRequest", "[HttpApi] with payload format 2.0", "APIGatewayHttpApiV2ProxyRequest",
                "the members that differ stay null or the generated code does not compile")));

    [Fact]
    public Task Records_partial_types_and_generated_code() => RuleTests.Check<EventTypeRule>(Usings + """
        public partial record F(string Name) { [LambdaFunction] [HttpApi(LambdaHttpMethod.Get, "/x")] public async Task<string> Handle({|SVLS0710:APIGatewayProxyRequest|} r) { await Task.Yield(); return Local(r); static string Local(APIGatewayProxyRequest r) => r.Path; } }
        public partial record F;
        """, static test => test.TestState.Sources.Add(("Made.g.cs",
            "// <auto-generated/>\npublic class Made { [Amazon.Lambda.Annotations.LambdaFunction] [Amazon.Lambda.Annotations.APIGateway.FunctionUrl] public void Handle(Amazon.Lambda.APIGatewayEvents.APIGatewayProxyRequest e) { } }")));

    // FN: responses are not compared; an HTTP API accepts the members that both formats share.
    [Fact]
    public Task Responses_are_not_judged() => Check("[LambdaFunction] [HttpApi(LambdaHttpMethod.Get, \"/x\")] public APIGatewayProxyResponse Handle(APIGatewayHttpApiV2ProxyRequest r) => new() { StatusCode = 200 };");

    [Fact]
    public Task The_fix_swaps_the_type() => Fix(
        """
        [LambdaFunction]
        [HttpApi(LambdaHttpMethod.Get, "/x")]
        public string Handle({|SVLS0710:APIGatewayProxyRequest|} r /* the call */) => r.Body + r.Headers["a"];

        [LambdaFunction]
        [RestApi(LambdaHttpMethod.Get, "/y")]
        public string Other({|SVLS0710:Amazon.Lambda.APIGatewayEvents.APIGatewayHttpApiV2ProxyRequest|} r) => r?.Body;
        """,
        """
        [LambdaFunction]
        [HttpApi(LambdaHttpMethod.Get, "/x")]
        public string Handle(APIGatewayHttpApiV2ProxyRequest r /* the call */) => r.Body + r.Headers["a"];

        [LambdaFunction]
        [RestApi(LambdaHttpMethod.Get, "/y")]
        public string Other(Amazon.Lambda.APIGatewayEvents.APIGatewayProxyRequest r) => r?.Body;
        """);

    [Theory]
    [InlineData("=> r.Path;")]
    [InlineData("=> r.RequestContext.Stage;")]
    [InlineData("=> Other(r); static string Other(APIGatewayProxyRequest r) => r.Path;")]
    public Task No_fix_where_the_method_uses_what_the_other_type_lacks(string body)
    {
        var members = "[LambdaFunction]\n[HttpApi(LambdaHttpMethod.Get, \"/x\")]\npublic string Handle({|SVLS0710:APIGatewayProxyRequest|} r) " + body;
        return Fix(members, members);
    }

    private static Task Fix(string members, string mended) => new FixTest<HostedRule<EventTypeRule>, EventTypeFixer>(Wrap(members), Wrap(mended)).RunAsync();

    private static string Wrap(string members) => "#nullable disable\n" + Usings + RuleTests.Usings + "public class Function\n{\n" + members + "\n}\n";
}
