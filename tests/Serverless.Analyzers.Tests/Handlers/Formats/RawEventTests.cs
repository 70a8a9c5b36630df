using System.Text.Json.Nodes;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Handlers.Formats;

/// <summary>Handlers that take Amazon's own event types, and return them.</summary>
public sealed class RawEventTests
{
    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of(TestProject.Of(
        StandIn("AmazonLambdaEventsHttpApi"),
        StandIn("AmazonLambdaEventsRestApi"),
        """
        using Amazon.Lambda.APIGatewayEvents;
        using Serverless;
        namespace Shop;
        public sealed class Raw
        {
            [HttpRoute("GET /http/{id}")]
            public static APIGatewayHttpApiV2ProxyResponse Http(APIGatewayHttpApiV2ProxyRequest request, int id) =>
                new() { StatusCode = 202, Body = $"{request.RawPath} {request.Headers["x-key"]} {request.RequestContext.Http.Method} {id}", Headers = new Dictionary<string, string> { ["x-a"] = "1" } };

            [HttpRoute("GET /rest")]
            public static Task<APIGatewayProxyResponse> Rest(APIGatewayProxyRequest request) =>
                Task.FromResult(new APIGatewayProxyResponse { StatusCode = 203, Body = $"{request.Path} {string.Join("+", request.MultiValueHeaders["X-Key"])} {request.RequestContext.Identity.SourceIp}" });

            [HttpRoute("GET /mixed")]
            public static string Mixed(APIGatewayProxyRequest request, string? q) => request.HttpMethod + " " + q;
        }
        """)));

    private static string StandIn(string name)
    {
        var home = typeof(RawEventTests).Assembly;
        using var reader = new StreamReader(home.GetManifestResourceStream(home.GetManifestResourceNames().Single(n => n.EndsWith(name + ".cs", StringComparison.Ordinal)))!);
        return reader.ReadToEnd();
    }

    [Fact]
    public async Task An_event_and_an_answer_of_an_http_api_are_passed_as_they_are()
    {
        var request = new ShapedRequest("GET", "/http/{id}", "/http/7") { Headers = [("X-Key", "k")], Variables = [("id", "7")] };
        var answer = JsonNode.Parse(await Compiled.Value.Invoke("RawHttp", request.As(EventShape.Http2)))!;
        Assert.Equal((202, "/http/7 k GET 7", "1"), ((int)answer["statusCode"]!, (string?)answer["body"], (string?)answer["headers"]!["x-a"]));
        Assert.Equal(400, Answer.Read(await Compiled.Value.Invoke("RawHttp", (request with { Variables = [("id", "x")] }).As(EventShape.Http2))).Status);
    }

    [Fact]
    public async Task The_same_holds_for_a_rest_api()
    {
        var request = new ShapedRequest("GET", "/rest", "/rest") { Headers = [("X-Key", "1"), ("X-Key", "2")], Query = "q=a" };
        var answer = JsonNode.Parse(await Compiled.Value.Invoke("RawRest", request.As(EventShape.Rest)))!;
        Assert.Equal((203, "/rest 1+2 192.0.2.1"), ((int)answer["statusCode"]!, (string?)answer["body"]));
        Assert.Equal("GET a", Answer.Read(await Compiled.Value.Invoke("RawMixed", request.As(EventShape.Rest))).Body);
    }

    [Fact]
    public async Task An_event_that_does_not_fit_the_type_is_a_problem() =>
        Assert.Equal(500, Answer.Read(await Compiled.Value.Invoke("RawMixed", """{"version":"2.0","routeKey":"GET /mixed","rawPath":"/mixed","headers":["x"]}"""u8.ToArray())).Status);
}
