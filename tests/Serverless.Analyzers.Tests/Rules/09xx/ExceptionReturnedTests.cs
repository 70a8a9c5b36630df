using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;
using Fix = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.ExceptionReturnedRule>, Serverless.Analyzers.CodeFixes.ExceptionReturnedFixer>;

namespace Serverless.Analyzers.Tests.Rules.ApiGateway;

public sealed class ExceptionReturnedTests
{
    private const string Handle = "[LambdaFunction] public APIGatewayProxyResponse Handle(APIGatewayProxyRequest r) { try { return new() { StatusCode = 200 }; } ";
    private const string Result = "[LambdaFunction] public IHttpResult Handle(string s) { try { return HttpResults.Ok(); } ";

    private static Task Check(string members) => ApiTests.Check<ExceptionReturnedRule>(members);

    [Theory]
    [InlineData(Handle + "catch (Exception ex) { return new() { StatusCode = 500, Body = {|SVLS0908:ex.ToString()|} }; } }")]
    [InlineData(Handle + "catch (Exception ex) { return new() { StatusCode = 500, Body = \"Failed: \" + {|SVLS0908:ex.Message|} }; } }")]
    [InlineData(Handle + "catch (InvalidOperationException ex) { return new() { StatusCode = 500, Body = $\"Failed: {{|SVLS0908:ex|}}\" }; } }")]
    [InlineData(Handle + "catch (ArgumentException ex) { return new() { StatusCode = 400, Body = {|SVLS0908:ex.StackTrace|} }; } }")]
    [InlineData(Handle + "catch (Exception ex) { var body = System.Text.Json.JsonSerializer.Serialize(new { error = {|SVLS0908:ex.Message|} }); return new() { StatusCode = 500, Body = body }; } }")]
    [InlineData(Handle + "catch (Exception ex) { var a = new APIGatewayProxyResponse { StatusCode = 500 }; a.Body = {|SVLS0908:ex.InnerException?.Message|} ?? \"\"; return a; } }")]
    [InlineData(Result + "catch (Exception ex) { return HttpResults.InternalServerError(new Dictionary<string, string> { { \"error\", {|SVLS0908:ex.Message|} } }); } }")]
    [InlineData(Handle + "catch (Exception ex) { return Failed(ex); } } static APIGatewayProxyResponse Failed(Exception e) => new() { StatusCode = 500, Body = {|SVLS0908:e.Message|} };")]
    public Task Details_of_an_exception_in_a_response_are_flagged(string members) =>
        Check(members.Replace("{|SVLS0908:ex.InnerException?.Message|}", "ex.InnerException?{|SVLS0908:.Message|}", StringComparison.Ordinal));

    [Theory]
    [InlineData(Handle + "catch (Exception ex) { Console.WriteLine(ex.ToString()); return new() { StatusCode = 500, Body = \"Internal server error\" }; } }")]
    [InlineData(Handle + "catch (ArgumentException ex) { return new() { StatusCode = 400, Body = ex.Message }; } }")]
    [InlineData(Handle + "catch (Exception ex) when (ex is ArgumentException) { return new() { StatusCode = 400, Body = ex.Message }; } }")]
    [InlineData(Handle + "catch (Exception ex) { return new() { StatusCode = 500, Body = IsDevelopment ? ex.ToString() : \"Internal server error\" }; } } static bool IsDevelopment => false;")]
    [InlineData(Handle + "catch (Exception ex) { return new() { StatusCode = 500, Body = Translate(ex.Message) }; } } static string Translate(string text) => \"\";")]
    [InlineData(Handle + "catch (Exception ex) { throw new InvalidOperationException(ex.Message); } }")]
    [InlineData(Handle + "catch (Exception ex) { var text = ex.Message; Console.WriteLine(text); return new() { StatusCode = 500, Body = \"\" }; } }")]
    [InlineData(Handle + "catch (Exception ex) { return new() { StatusCode = ex.Message.Length, Body = \"\" }; } }")]
    [InlineData(Handle + "finally { } } record Answer(string Message); static APIGatewayProxyResponse Of(Answer a) => new() { StatusCode = 200, Body = a.Message };")]
    [InlineData(Result + "catch (ArgumentException ex) { return HttpResults.BadRequest(ex.Message); } }")]
    [InlineData("[LambdaFunction] public void Handle(Request r) { } public static APIGatewayProxyResponse Unused(Exception e) => new() { StatusCode = 500, Body = e.Message };")]
    public Task What_was_written_for_callers_or_stays_inside_is_not(string members) => Check(members);

    [Fact]
    public Task The_message_names_the_detail() => ApiTests.Check<ExceptionReturnedRule>(
        Handle + "catch (Exception ex) { return new() { StatusCode = 500, Body = {|#0:ex.Message|} }; } }", (ApiGatewayRules.ExceptionReturned, null, ["Message"]));

    [Fact]
    public async Task Every_form_of_function_is_read()
    {
        var test = new RuleTest<ExceptionReturnedRule>(RuleTests.Usings + ApiTests.Usings + """
            using Amazon.Lambda.RuntimeSupport;
            Func<APIGatewayProxyRequest, ILambdaContext, Task<APIGatewayProxyResponse>> handler = async (r, c) =>
            {
                try { await Task.Yield(); throw new Exception(); }
                catch (Exception ex) { return Local(ex); }
                static APIGatewayProxyResponse Local(Exception ex) => new() { StatusCode = 500, Body = {|SVLS0908:ex.Message|} };
            };
            await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();
            public partial record Api(string Name)
            {
                [LambdaFunction] public APIGatewayProxyResponse Get(APIGatewayProxyRequest r) => Make(new Exception());
                private partial APIGatewayProxyResponse Make(Exception e);
            }
            public partial record Api
            {
                private partial APIGatewayProxyResponse Make(Exception e) { return new() { StatusCode = 500, Body = Name + {|SVLS0908:e.StackTrace|} }; }
            }
            public class Second(string name)
            {
                [LambdaFunction] public APIGatewayProxyResponse Get(APIGatewayProxyRequest r) { Func<Exception, APIGatewayProxyResponse> make = e => new() { StatusCode = 500, Body = name + {|SVLS0908:e.Message|} }; return make(new Exception()); }
            }
            """);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nusing Amazon.Lambda.APIGatewayEvents;\nclass Made { [Amazon.Lambda.Annotations.LambdaFunction] public APIGatewayProxyResponse Handle(System.Exception s) => new() { Body = s.Message }; }"));
        await test.RunAsync();
    }

    // FN: text that is put together in a builder.
    [Fact]
    public Task A_string_builder_is_not_followed() => Check(
        Handle + "catch (Exception ex) { var b = new System.Text.StringBuilder(); b.Append(ex.Message); return new() { StatusCode = 500, Body = b.ToString() }; } }");

    [Fact]
    public Task The_fix_logs_and_answers_with_a_constant()
    {
        const string Start = "using System;\nusing Amazon.Lambda.Annotations;\nusing Amazon.Lambda.APIGatewayEvents;\nusing Amazon.Lambda.Core;\n\npublic class Function\n{\n";
        return new Fix(
            Start + """
                [LambdaFunction]
                public APIGatewayProxyResponse A(APIGatewayProxyRequest r, ILambdaContext context)
                {
                    try
                    {
                        return new() { StatusCode = 200 };
                    }
                    catch (Exception ex)
                    {
                        // tell
                        return new() { StatusCode = 500, Body = {|SVLS0908:ex.ToString()|} };
                    }
                }

                [LambdaFunction]
                public APIGatewayProxyResponse B(APIGatewayProxyRequest r)
                {
                    try
                    {
                        return new() { StatusCode = 200 };
                    }
                    catch (Exception ex)
                    {
                        Console.WriteLine(ex);
                        return new() { StatusCode = 500, Body = $"Failed: {{|SVLS0908:ex.Message|}}." };
                    }
                }
            }

            """,
            Start + """
                [LambdaFunction]
                public APIGatewayProxyResponse A(APIGatewayProxyRequest r, ILambdaContext context)
                {
                    try
                    {
                        return new() { StatusCode = 200 };
                    }
                    catch (Exception ex)
                    {
                        context.Logger.LogError(ex.ToString());
                        // tell
                        return new() { StatusCode = 500, Body = "Internal server error" };
                    }
                }

                [LambdaFunction]
                public APIGatewayProxyResponse B(APIGatewayProxyRequest r)
                {
                    try
                    {
                        return new() { StatusCode = 200 };
                    }
                    catch (Exception ex)
                    {
                        Console.WriteLine(ex);
                        return new() { StatusCode = 500, Body = $"Failed: Internal server error." };
                    }
                }
            }

            """).RunAsync();
    }

    [Fact]
    public Task Outside_of_a_catch_there_is_no_fix()
    {
        const string Rest = "using System;\nusing Amazon.Lambda.Annotations;\nusing Amazon.Lambda.APIGatewayEvents;\n\npublic class Function\n{\n    [LambdaFunction] public APIGatewayProxyResponse A(APIGatewayProxyRequest r) => Failed(new Exception());\n    static APIGatewayProxyResponse Failed(Exception e) => new() { StatusCode = 500, Body = {|SVLS0908:e.Message|} };\n}\n";
        return new Fix(Rest, Rest).RunAsync();
    }
}
