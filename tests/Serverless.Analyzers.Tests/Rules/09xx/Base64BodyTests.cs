using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.ApiGateway;

public sealed class Base64BodyTests
{
    private const string Response = "Body is base64 but IsBase64Encoded is not set: the client receives the letters instead of the bytes; set IsBase64Encoded = true";
    private const string Request = "Body is read as form data, which payload format 2.0 delivers in base64; decode it when IsBase64Encoded is true";

    private static Task Check(string members) => ApiTests.Check<Base64BodyRule>("static byte[] Png() => [];\n" + members);

    [Theory]
    [InlineData("=> new() { StatusCode = 200, {|SVLS0903:Body = Convert.ToBase64String(Png())|} };")]
    [InlineData("{ var text = Convert.ToBase64String(Png()); return new APIGatewayProxyResponse { StatusCode = 200, {|SVLS0903:Body = text|} }; }")]
    [InlineData("{ var a = new APIGatewayProxyResponse { StatusCode = 200 }; {|SVLS0903:a.Body = Convert.ToBase64String(Png())|}; return a; }")]
    [InlineData("=> Make(); static APIGatewayProxyResponse Make() => new() { StatusCode = 200, {|SVLS0903:Body = Convert.ToBase64String(Png())|} };")]
    [InlineData("{ var a = new APIGatewayProxyResponse { StatusCode = 200, {|SVLS0903:Body = Convert.ToBase64String(Png())|} }; a.Headers = null; return a; }")]
    public Task A_body_in_base64_without_the_flag_is_flagged(string body) => Check("[LambdaFunction] public APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) " + body);

    [Theory]
    [InlineData("=> new() { StatusCode = 200, Body = Convert.ToBase64String(Png()), IsBase64Encoded = true };")]
    [InlineData("=> new() { StatusCode = 200, Body = Convert.ToBase64String(Png()), IsBase64Encoded = r.IsBase64Encoded };")]
    [InlineData("{ var a = new APIGatewayProxyResponse { StatusCode = 200, Body = Convert.ToBase64String(Png()) }; a.IsBase64Encoded = true; return a; }")]
    [InlineData("{ var a = new APIGatewayProxyResponse(); a.Body = Convert.ToBase64String(Png()); a.IsBase64Encoded = true; return a; }")]
    [InlineData("=> new() { StatusCode = 200, Body = \"data:image/png;base64,\" + Convert.ToBase64String(Png()) };")]
    [InlineData("=> new() { StatusCode = 200, Body = System.Text.Json.JsonSerializer.Serialize(new { image = Convert.ToBase64String(Png()) }) };")]
    [InlineData("=> new() { StatusCode = 200, Body = Convert.ToBase64String(Png()), Headers = new Dictionary<string, string> { [\"Content-Type\"] = \"text/plain\" } };")]
    [InlineData("=> Flagged(new() { StatusCode = 200, Body = Convert.ToBase64String(Png()) }); static APIGatewayProxyResponse Flagged(APIGatewayProxyResponse a) { a.IsBase64Encoded = true; return a; }")]
    [InlineData("{ var text = \"\"; text = Convert.ToBase64String(Png()); text = text.Length.ToString(); return new() { StatusCode = 200, Body = text }; }")]
    public Task A_body_with_the_flag_or_as_text_is_not(string body) => Check("[LambdaFunction] public APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) " + body);

    [Fact]
    public Task Code_that_no_handler_reaches_is_silent() => Check(
        "[LambdaFunction] public void Handle(Request r) { } public static APIGatewayProxyResponse Sample() => new() { StatusCode = 200, Body = Convert.ToBase64String(Png()) };");

    [Fact]
    public Task The_message_of_a_response() => ApiTests.Check<Base64BodyRule>(
        "[LambdaFunction] public APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) => new() { StatusCode = 200, {|#0:Body = Convert.ToBase64String(new byte[1])|} };", (ApiGatewayRules.Base64Flag, null, [Response]));

    [Fact]
    public Task Form_data_that_is_not_decoded_is_information() => ApiTests.Check<Base64BodyRule>(
        "[LambdaFunction] public string? Handle(APIGatewayHttpApiV2ProxyRequest r) => System.Web.HttpUtility.ParseQueryString({|#0:r.Body|})[\"a\"];", (ApiGatewayRules.Base64Flag, DiagnosticSeverity.Info, [Request]));

    [Theory]
    [InlineData("APIGatewayHttpApiV2ProxyRequest r) => System.Web.HttpUtility.ParseQueryString(r.IsBase64Encoded ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(r.Body)) : r.Body)[\"a\"];")]
    [InlineData("APIGatewayHttpApiV2ProxyRequest r) => System.Text.Json.JsonSerializer.Deserialize<string>(r.Body);")]
    [InlineData("APIGatewayProxyRequest r) => System.Web.HttpUtility.ParseQueryString(r.Body)[\"a\"];")]
    [InlineData("APIGatewayHttpApiV2ProxyRequest r) => System.Web.HttpUtility.ParseQueryString(r.RawQueryString)[\"a\"];")]
    [InlineData("APIGatewayHttpApiV2ProxyRequest r) { if (r.IsBase64Encoded) r.Body = \"\"; return System.Web.HttpUtility.ParseQueryString(r.Body)[\"a\"]; }")]
    public Task Text_that_arrives_as_text_is_silent(string rest) => Check("[LambdaFunction] public string? Handle(" + rest);

    [Fact]
    public async Task Every_form_of_function_is_read()
    {
        var test = new RuleTest<Base64BodyRule>(RuleTests.Usings + ApiTests.Usings + """
            using Amazon.Lambda.RuntimeSupport;
            Func<APIGatewayProxyRequest, ILambdaContext, Task<APIGatewayProxyResponse>> handler = async (r, c) =>
            {
                await Task.Yield();
                return Local();
                static APIGatewayProxyResponse Local() => new() { StatusCode = 200, {|SVLS0903:Body = Convert.ToBase64String(new byte[1])|} };
            };
            await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();
            public partial record Api(byte[] Png)
            {
                [LambdaFunction] public APIGatewayProxyResponse Get(APIGatewayProxyRequest r) => Make();
                private partial APIGatewayProxyResponse Make();
            }
            public partial record Api
            {
                private partial APIGatewayProxyResponse Make() { return new() { StatusCode = 200, {|SVLS0903:Body = Convert.ToBase64String(Png)|} }; }
            }
            public class Second(byte[] png)
            {
                [LambdaFunction] public APIGatewayProxyResponse Get(APIGatewayProxyRequest r) { Func<APIGatewayProxyResponse> make = () => new() { StatusCode = 200, {|SVLS0903:Body = Convert.ToBase64String(png)|} }; return make(); }
            }
            """);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nusing Amazon.Lambda.APIGatewayEvents;\nclass Made { [Amazon.Lambda.Annotations.LambdaFunction] public APIGatewayProxyResponse Handle(string s) => new() { Body = System.Convert.ToBase64String(null) }; }"));
        await test.RunAsync();
    }

    // FN: a helper that encodes is not read.
    [Fact]
    public Task Encoding_by_a_helper_is_not_seen() => Check(
        "[LambdaFunction] public APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) => new() { StatusCode = 200, Body = Encode() }; static string Encode() => Convert.ToBase64String(Png());");
}
