using System.Buffers;
using System.Text;
using Serverless.Http;
using Serverless.Runtime;

namespace Serverless.Tests;

public sealed class DecisionTests
{
    private const string MethodArn = """{"type":"REQUEST","methodArn":"arn:aws:execute-api:eu-central-1:123456789012:api/live/GET/orders/7"}""";
    private const string RouteArn = """{"version":"2.0","type":"REQUEST","routeArn":"arn:aws:execute-api:eu-central-1:123456789012:api/$default/GET/orders"}""";

    private static string Write(string json, AuthorizerDecision? decision)
    {
        var response = new ArrayBufferWriter<byte>();
        Decisions.Write(response, Encoding.UTF8.GetBytes(json), decision);
        return Encoding.UTF8.GetString(response.WrittenSpan);
    }

    [Fact]
    public void A_yes_is_a_policy_for_the_whole_stage() => Assert.Equal(
        """{"principalId":"me","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"arn:aws:execute-api:eu-central-1:123456789012:api/live/*"}]},"context":{"tier":"3"},"usageIdentifierKey":"key"}""",
        Write(MethodArn, AuthorizerDecision.Allow("me", ("tier", "3")).WithApiKey("key")));

    [Fact]
    public void A_no_is_a_policy_that_denies() => Assert.Equal(
        """{"principalId":"user","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Deny","Resource":"arn:aws:execute-api:eu-central-1:123456789012:api/live/*"}]}}""",
        Write(MethodArn, AuthorizerDecision.Deny()));

    [Fact]
    public void The_second_format_is_answered_simply()
    {
        Assert.Equal("""{"isAuthorized":true,"context":{"principalId":"me","tier":"3"}}""", Write(RouteArn, AuthorizerDecision.Allow("me", ("tier", "3"))));
        Assert.Equal("""{"isAuthorized":false}""", Write(RouteArn, AuthorizerDecision.Deny()));
    }

    [Theory]
    [InlineData(MethodArn)]
    [InlineData(RouteArn)]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("")]
    public void Null_and_what_cannot_be_read_is_a_no(string json)
    {
        var answer = Write(json, null);
        Assert.True(answer.Contains("\"Effect\":\"Deny\"", StringComparison.Ordinal) || answer == """{"isAuthorized":false}""", answer);
    }

    [Fact]
    public void An_arn_of_a_connection_ends_at_its_stage_too() => Assert.Contains(
        ":api/live/*\"",
        Write("""{"methodArn":"arn:aws:execute-api:eu-central-1:123456789012:api/live/$connect"}""", AuthorizerDecision.Allow("me")),
        StringComparison.Ordinal);

    [Fact]
    public void A_principal_and_names_are_needed()
    {
        Assert.Throws<ArgumentException>(() => AuthorizerDecision.Allow(""));
        Assert.Throws<ArgumentException>(() => AuthorizerDecision.Allow("me", ("", "x")));
    }
}
