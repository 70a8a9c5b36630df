using Serverless.Analyzers.Rules;
using Fix = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.WildcardCorsRule>, Serverless.Analyzers.CodeFixes.WildcardCorsFixer>;

namespace Serverless.Analyzers.Tests.Rules.ApiGateway;

public sealed class WildcardCorsTests
{
    private const string Usings = "using Amazon.Lambda.Annotations;\nusing Amazon.Lambda.Annotations.APIGateway;\n";
    private const string Function = "[LambdaFunction][FunctionUrl(AuthType = FunctionUrlAuthType.AWS_IAM, {0})] public string Handle(string s) => s;";

    [Theory]
    [InlineData("AllowOrigins = new[] { \"*\" }, AllowCredentials = {|SVLS0907:true|}")]
    [InlineData("AllowCredentials = {|SVLS0907:true|}, AllowOrigins = new[] { \"https://a.example\", \"*\" }")]
    public Task Every_origin_with_credentials_is_flagged(string settings) => ApiTests.Check<WildcardCorsRule>(Function.Replace("{0}", settings, StringComparison.Ordinal), configure: null);

    [Theory]
    [InlineData("AllowOrigins = new[] { \"*\" }")]
    [InlineData("AllowOrigins = new[] { \"*\" }, AllowCredentials = false")]
    [InlineData("AllowOrigins = new[] { \"https://a.example\" }, AllowCredentials = true")]
    [InlineData("AllowOrigins = new[] { \"https://*.example\" }, AllowCredentials = true")]
    [InlineData("AllowCredentials = true")]
    public Task Named_origins_or_no_credentials_are_not(string settings) => ApiTests.Check<WildcardCorsRule>(Function.Replace("{0}", settings, StringComparison.Ordinal), configure: null);

    [Fact]
    public Task The_fix_takes_the_credentials_away() => new Fix(
        Usings + "public class F { [LambdaFunction][FunctionUrl(AllowOrigins = new[] { \"*\" }, AllowCredentials = {|SVLS0907:true|}, MaxAge = 5)] public string Handle(string s) => s; }",
        Usings + "public class F { [LambdaFunction][FunctionUrl(AllowOrigins = new[] { \"*\" }, MaxAge = 5)] public string Handle(string s) => s; }").RunAsync();
}
