using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;
using Fix = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.NoStatusCodeRule>, Serverless.Analyzers.CodeFixes.StatusCodeFixer>;

namespace Serverless.Analyzers.Tests.Rules.ApiGateway;

public sealed class NoStatusCodeTests
{
    private static Task Check(string members) => ApiTests.Check<NoStatusCodeRule>(members);

    [Theory]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) => {|SVLS0902:new() { Body = r.Path }|};")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { return {|SVLS0902:new APIGatewayProxyResponse()|}; }")]
    [InlineData("ApplicationLoadBalancerResponse Handle(ApplicationLoadBalancerRequest r) => {|SVLS0902:new() { StatusDescription = \"200 OK\", Body = \"\" }|};")]
    [InlineData("APIGatewayHttpApiV2ProxyResponse Handle(APIGatewayHttpApiV2ProxyRequest r) { var a = {|SVLS0902:new APIGatewayHttpApiV2ProxyResponse { Body = \"x\" }|}; a.SetHeaderValues(\"a\", \"b\", false); a.IsBase64Encoded = false; return a; }")]
    [InlineData("Task<APIGatewayProxyResponse> Handle(APIGatewayProxyRequest r) => Task.FromResult({|SVLS0902:new APIGatewayProxyResponse { Body = \"x\" }|});")]
    [InlineData("async Task<APIGatewayProxyResponse> Handle(APIGatewayProxyRequest r) { await Task.Yield(); return r.Path == \"/\" ? new() { StatusCode = 200 } : {|SVLS0902:new() { Body = \"no\" }|}; }")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) => r.HttpMethod switch { \"GET\" => new() { StatusCode = 200 }, _ => {|SVLS0902:new APIGatewayProxyResponse { Body = \"no\" }|} };")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { APIGatewayProxyResponse a; a = {|SVLS0902:new() { Body = \"x\" }|}; return a; }")]
    public Task A_response_that_nobody_gives_a_code_is_flagged(string handler) => Check("[LambdaFunction] public " + handler);

    [Theory]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) => new() { StatusCode = (int)System.Net.HttpStatusCode.OK, Body = r.Path };")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { var a = new APIGatewayProxyResponse { Body = \"x\" }; a.StatusCode = 200; return a; }")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { var a = new APIGatewayProxyResponse(); if (r.Path == \"/\") a.StatusCode = 200; else a.StatusCode = 404; return a; }")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { dynamic a = new APIGatewayProxyResponse { Body = \"x\" }; a.StatusCode = 200; return a; }")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) => Cors(new APIGatewayProxyResponse { Body = \"x\" }); static APIGatewayProxyResponse Cors(APIGatewayProxyResponse a) => a;")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { var a = new APIGatewayProxyResponse { Body = \"x\" }; Complete(a); return a; } static void Complete(APIGatewayProxyResponse a) { }")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { object a = new APIGatewayProxyResponse { Body = \"x\" }; ((APIGatewayProxyResponse)a).StatusCode = 200; return (APIGatewayProxyResponse)a; }")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { var a = new APIGatewayProxyResponse(); try { a = Make(); } catch { a = new() { StatusCode = 500 }; } return a; } static APIGatewayProxyResponse Make() => new() { StatusCode = 200 };")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { var a = new APIGatewayProxyResponse(); var b = a; b.StatusCode = 200; return a; }")]
    [InlineData("APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { var a = new APIGatewayProxyResponse(); Action set = () => a.StatusCode = 200; set(); return a; }")]
    [InlineData("Dictionary<string, object> Handle(APIGatewayProxyRequest r) { var a = new APIGatewayProxyResponse { Body = \"x\" }; return new() { [\"response\"] = a }; }")]
    [InlineData("Answer Handle(APIGatewayProxyRequest r) => new() { Body = \"x\" }; public class Answer : APIGatewayProxyResponse { public Answer() { StatusCode = 200; } }")]
    public Task A_code_that_is_set_somewhere_or_may_be_is_not(string handler) => Check("[LambdaFunction] public " + handler);

    [Fact]
    public Task A_with_expression_makes_another_object() => Check("""
        public record Reply { public int StatusCode { get; init; } public string? Body { get; init; } }
        [LambdaFunction] public Reply Handle(APIGatewayProxyRequest r) { var a = new Reply { Body = r.Path }; return a with { StatusCode = 200 }; }
        """);

    [Fact]
    public Task A_helpers_response_is_a_warning() => ApiTests.Check<NoStatusCodeRule>(
        "[LambdaFunction] public APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) => Make(r.Path); static APIGatewayProxyResponse Make(string body) => {|#0:new() { Body = body }|};",
        (ApiGatewayRules.NoStatusCode, DiagnosticSeverity.Warning, ["APIGatewayProxyResponse"]));

    [Fact]
    public Task Helpers_are_silent_where_callers_set_codes() => Check(
        "[LambdaFunction] public APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { var a = Make(r.Path); a.StatusCode = 200; return a; } static APIGatewayProxyResponse Make(string body) => new() { Body = body };");

    [Fact]
    public Task Code_that_no_handler_reaches_is_silent() => Check(
        "[LambdaFunction] public void Handle(Request r) { } public static APIGatewayProxyResponse Sample() => new() { Body = \"x\" };");

    [Fact]
    public Task The_message_names_the_type_and_the_handler_is_an_error() => ApiTests.Check<NoStatusCodeRule>(
        "[LambdaFunction] public APIGatewayHttpApiV2ProxyResponse Handle(APIGatewayHttpApiV2ProxyRequest r) => {|#0:new()|};",
        (ApiGatewayRules.NoStatusCode, null, ["APIGatewayHttpApiV2ProxyResponse"]));

    [Fact]
    public async Task Every_form_of_function_is_read()
    {
        var test = new RuleTest<NoStatusCodeRule>(RuleTests.Usings + ApiTests.Usings + """
            using Amazon.Lambda.RuntimeSupport;
            Func<APIGatewayProxyRequest, ILambdaContext, Task<APIGatewayProxyResponse>> handler = async (r, c) =>
            {
                await Task.Yield();
                return Local(r.Path);
                static APIGatewayProxyResponse Local(string body) => {|SVLS0902:new() { Body = body }|};
            };
            await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();
            public partial record Api(string Name)
            {
                [LambdaFunction] public APIGatewayProxyResponse Get(APIGatewayProxyRequest r) => Make(Name);
                private partial APIGatewayProxyResponse Make(string body);
            }
            public partial record Api
            {
                private partial APIGatewayProxyResponse Make(string body) { return {|SVLS0902:new() { Body = body }|}; }
            }
            public class Second(string name)
            {
                [LambdaFunction] public APIGatewayProxyResponse Get(APIGatewayProxyRequest r) { Func<APIGatewayProxyResponse> make = () => {|SVLS0902:new() { Body = name }|}; return make(); }
            }
            """);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nusing Amazon.Lambda.APIGatewayEvents;\nclass Made { [Amazon.Lambda.Annotations.LambdaFunction] public APIGatewayProxyResponse Handle(string s) => new() { Body = s }; }"));
        await test.RunAsync();
    }

    // FN: set on one path, missing on the other.
    [Fact]
    public Task A_code_on_some_paths_counts_as_set() => Check(
        "[LambdaFunction] public APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { var a = new APIGatewayProxyResponse(); if (r.Path == \"/\") a.StatusCode = 200; return a; }");

    [Fact]
    public Task The_fix_sets_200_everywhere()
    {
        const string Start = "using Amazon.Lambda.Annotations;\nusing Amazon.Lambda.APIGatewayEvents;\n\npublic class Function\n{\n";
        return new Fix(
            Start + """
                [LambdaFunction]
                public APIGatewayProxyResponse A(APIGatewayProxyRequest r) => {|SVLS0902:new() { Body = "a" }|}; // a

                [LambdaFunction]
                public APIGatewayProxyResponse B(APIGatewayProxyRequest r)
                {
                    return {|SVLS0902:new APIGatewayProxyResponse()|};
                }

                [LambdaFunction]
                public APIGatewayProxyResponse C(APIGatewayProxyRequest r)
                {
                    return {|SVLS0902:new APIGatewayProxyResponse
                    {
                        Body = "c",
                        IsBase64Encoded = false, // text
                    }|};
                }
            }

            """,
            Start + """
                [LambdaFunction]
                public APIGatewayProxyResponse A(APIGatewayProxyRequest r) => new() { Body = "a", StatusCode = 200 }; // a

                [LambdaFunction]
                public APIGatewayProxyResponse B(APIGatewayProxyRequest r)
                {
                    return new APIGatewayProxyResponse() { StatusCode = 200 };
                }

                [LambdaFunction]
                public APIGatewayProxyResponse C(APIGatewayProxyRequest r)
                {
                    return new APIGatewayProxyResponse
                    {
                        Body = "c",
                        IsBase64Encoded = false, // text
                        StatusCode = 200,
                    };
                }
            }

            """).RunAsync();
    }
}
