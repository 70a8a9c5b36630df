using System.Text;
using Serverless.Http;
using Serverless.Runtime;

namespace Serverless.Tests;

public sealed class UnroutedRequestTests
{
    [Theory]
    [InlineData("/", "/", "")]
    [InlineData("/a", "/a/", "")]
    [InlineData("/a", "/A", null)]
    [InlineData("/a", "/a/b", null)]
    [InlineData("/a/b", "/a", null)]
    [InlineData("/{x}", "/1", "x=1")]
    [InlineData("/{x}", "/", null)]
    [InlineData("/a/{x}/c/{y}", "/a/1/c/2", "x=1 y=2")]
    [InlineData("/a/{x}/c", "/a//c", null)]
    [InlineData("/a/{x}", "/a/%2F%2B+", "x=/++")]
    [InlineData("/a/{p+}", "/a/1/2/3", "p=1/2/3")]
    [InlineData("/a/{p+}", "/a", null)]
    [InlineData("/{p+}", "/1/2/", "p=1/2")]
    [InlineData("/a/{x}/{p+}", "/a/1/2/3", "x=1 p=2/3")]
    public void Paths_fit_patterns_as_api_gateway_matches_them(string pattern, string path, string? variables)
    {
        var request = Request("GET", path);
        var fits = request.TryRoute(["GET " + pattern]);
        Assert.Equal(variables is not null, fits);
        foreach (var expected in (variables ?? "").Split(' ', 2, StringSplitOptions.RemoveEmptyEntries))
        {
            if (expected.Split('=') is [var name, var value])
                Assert.Equal(value, request.Route(name).Decode());
        }
    }

    [Fact]
    public void A_request_that_nobody_routed_takes_the_first_route_that_fits()
    {
        string[] routes = ["GET /a/b", "GET /a/{x}", "ANY /{p+}"];
        Assert.Equal(("a/b", null), Route("POST", "/a/b", routes));
        Assert.Equal((null, null), Route("GET", "/a/b", routes));
        Assert.Equal((null, "c"), Route("GET", "/a/c", routes));
        Assert.Equal("no route", Route("GET", "/b", ["GET /a", "POST /b"]).Remainder);
        Assert.Equal((null, null), Route("GET", "/b", ["GET /a", "$default"]));
    }

    private static (string? Remainder, string? X) Route(string method, string path, string[] routes)
    {
        var request = Request(method, path);
        Assert.True(request.IsUnrouted);
        return request.TryRoute(routes) ? (request.Route("p").Decode(), request.Route("x").Decode()) : ("no route", null);
    }

    private static RouteEvent Request(string method, string path) => new(Encoding.UTF8.GetBytes(
        """{"routeKey":"$default","rawPath":"PATH","requestContext":{"http":{"method":"METHOD"}}}"""
            .Replace("PATH", path, StringComparison.Ordinal).Replace("METHOD", method, StringComparison.Ordinal)));

    [Fact]
    public void An_api_that_routed_is_believed()
    {
        Assert.False(new RouteEvent("""{"routeKey":"GET /a","rawPath":"/stage/a"}"""u8.ToArray()).IsUnrouted);
        Assert.False(new RouteEvent("""{"routeKey":"$default","rawPath":"/a","pathParameters":{"x":"1"}}"""u8.ToArray()).IsUnrouted);
        Assert.False(new RouteEvent("""{"httpMethod":"GET","path":"/a","resource":"/a","requestContext":{}}"""u8.ToArray()).IsUnrouted);
        Assert.True(new RouteEvent("""{"httpMethod":"GET","path":"/a","requestContext":{"elb":{}}}"""u8.ToArray()).IsUnrouted);
    }

    [Fact]
    public void The_request_has_the_variables_of_the_route_it_took()
    {
        var request = new RouteEvent("""{"httpMethod":"GET","path":"/a/7","requestContext":{"elb":{}}}"""u8.ToArray());
        Assert.True(request.TryRoute(["GET /a/{id}"]));
        Assert.Equal("7", new RouteRequest(in request, new Invocation()).RouteValue("id"));
    }
}
