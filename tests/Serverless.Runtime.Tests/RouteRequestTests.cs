using System.Text;
using Serverless.Http;
using Serverless.Runtime;

namespace Serverless.Tests;

public sealed class RouteRequestTests
{
    private static RouteRequest Request(string json) => new(Encoding.UTF8.GetBytes(json), new Invocation { RequestId = "lambda" });

    [Fact]
    public void Every_part_of_an_event_can_be_read()
    {
        var request = Request("""
            {"routeKey":"POST /a/{id}","rawPath":"/a\u002f1","rawQueryString":"x=1\u0026x=%32&y=a+b","cookies":["s=\"q\"","t=2"],
             "headers":{"Accept":"a, b","user-agent":"u"},"pathParameters":{"id":"1"},"stageVariables":{"v":"w"},"body":"aGk=","isBase64Encoded":true,
             "requestContext":{"requestId":"api","stage":"$default","http":{"method":"POST","sourceIp":"192.0.2.1","userAgent":"u"}}}
            """);
        Assert.Equal(("POST", "/a/1", "POST /a/{id}", "192.0.2.1", "u", "api", "$default"), (request.Method, request.Path, request.RouteKey, request.SourceIp, request.UserAgent, request.RequestId, request.Stage));
        Assert.Equal(["1", "2"], request.Query("x"));
        Assert.Equal(["a b"], request.Query("y"));
        Assert.Equal(["a", "b"], request.Headers("accept"));
        Assert.Equal(("q", "2", "1", "w"), (request.Cookie("s"), request.Cookie("t"), request.RouteValue("id"), request.StageVariable("v")));
        Assert.Equal("hi", Encoding.UTF8.GetString(request.Body.Span));
    }

    [Fact]
    public void What_an_event_does_not_have_is_null_or_empty()
    {
        var request = Request("{}");
        Assert.Equal(("", "", "lambda"), (request.Method, request.Path, request.RequestId));
        Assert.Empty(request.Query("x"));
        Assert.Empty(request.Headers("x"));
        Assert.Null(request.Header("x") ?? request.Cookie("x") ?? request.RouteValue("x") ?? request.StageVariable("x") ?? request.ApiKeyId ?? request.Stage);
        Assert.True(request.Body.IsEmpty);
        Assert.False(request.User.Identity!.IsAuthenticated);
    }

    [Theory]
    [InlineData("a=1&b", "b", "")]
    [InlineData("=1&a=2", "a", "2")]
    [InlineData("&&a=2&&", "a", "2")]
    [InlineData("%61=2", "a", "2")]
    [InlineData("A=1&a=2", "a", "2")]
    [InlineData("ab=1&a=2", "a", "2")]
    [InlineData("a=1=2", "a", "1=2")]
    [InlineData("a%zz=1&a=2", "a", "2")]
    public void Query_keys_are_found_as_they_are_meant(string query, string key, string value) =>
        Assert.Equal([value], Request($$"""{"rawQueryString":"{{query}}"}""").Query(key));
}
