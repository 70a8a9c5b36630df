using System.Text.Json;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Handlers.Formats;

/// <summary>A REST API adds no CORS headers to what a function answers: the handler writes them, and only there.</summary>
public sealed class RestCorsTests
{
    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of(
        """
        using Serverless;
        using Serverless.Http;
        using System.Text.Json.Serialization;

        namespace Shop;

        public readonly record struct Point(int X, int Y);

        [JsonSerializable(typeof(Point))]
        internal sealed partial class ShopJson : JsonSerializerContext;

        [ServerlessRestApi(CorsOrigins = new[] { "https://a.example" }, CorsCredentials = true, CorsExposedHeaders = new[] { "X-Page" })]
        public sealed class OneApi;

        [ServerlessRestApi(CorsOrigins = new[] { "https://a.example", "https://b.example" })]
        public sealed class ManyApi;

        [ServerlessRestApi(Validate = RequestValidation.None)]
        public sealed class PlainApi;

        public sealed class Routes
        {
            [HttpRoute("GET /one", Api = typeof(OneApi))] public static string One() => "one";
            [HttpRoute("GET /one/{id}", Api = typeof(OneApi))] public static string Id(int id) => "id";
            [HttpRoute("GET /own", Api = typeof(OneApi))] public static HttpReply Own() => HttpReply.Text("own").WithHeader("access-control-allow-origin", "https://own.example");
            [HttpRoute("GET /broken", Api = typeof(OneApi))] public static string Broken() => throw new System.NotSupportedException();
            [HttpRoute("GET /many", Api = typeof(ManyApi))] public static HttpReply Many() => HttpReply.NoContent();
            [HttpRoute("GET /plain", Api = typeof(PlainApi))] public static string Plain() => "plain";
            [HttpRoute("POST /points", Api = typeof(OneApi))] public static Point Put(Point point) => point;
        }
        """));

    private static async Task<Dictionary<string, string>> Headers(string id, string path, string? origin, EventShape shape = EventShape.Rest, params (string, string)[] variables)
    {
        var request = new ShapedRequest("GET", path.Contains("/one/", StringComparison.Ordinal) ? "/one/{id}" : path, path)
        {
            Headers = origin is null ? [] : [("Origin", origin)],
            Variables = variables,
        };
        using var answer = JsonDocument.Parse(await Compiled.Value.Invoke(id, request.As(shape)));
        return answer.RootElement.GetProperty("headers").EnumerateObject().ToDictionary(static h => h.Name.ToLowerInvariant(), static h => h.Value.GetString()!, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("RoutesOne", "/one")]
    [InlineData("RoutesBroken", "/broken")]
    [InlineData("RoutesId", "/one/x")]
    public async Task Every_answer_names_the_one_origin(string id, string path)
    {
        var headers = await Headers(id, path, "https://elsewhere.example", EventShape.Rest, ("id", "x"));
        Assert.Equal("https://a.example", headers["access-control-allow-origin"]);
        Assert.Equal("true", headers["access-control-allow-credentials"]);
        Assert.Equal("X-Page", headers["access-control-expose-headers"]);
    }

    [Theory]
    [InlineData("https://b.example", "https://b.example")]
    [InlineData("https://c.example", null)]
    [InlineData(null, null)]
    public async Task Of_several_origins_the_callers_own_is_named(string? origin, string? allowed)
    {
        var headers = await Headers("RoutesMany", "/many", origin);
        Assert.Equal(allowed, headers.GetValueOrDefault("access-control-allow-origin"));
        Assert.Equal("Origin", headers["vary"]);
        Assert.DoesNotContain("access-control-allow-credentials", headers.Keys);
    }

    [Fact]
    public async Task What_a_handler_says_itself_wins() =>
        Assert.Equal("https://own.example", (await Headers("RoutesOwn", "/own", "https://a.example"))["access-control-allow-origin"]);

    [Theory]
    [InlineData("RoutesPlain", "/plain", EventShape.Rest)]
    [InlineData("RoutesOne", "/one", EventShape.Http1)]
    [InlineData("RoutesOne", "/one", EventShape.Http2)]
    public async Task Without_CORS_and_behind_other_doors_nothing_is_added(string id, string path, EventShape shape) =>
        Assert.DoesNotContain("access-control-allow-origin", (await Headers(id, path, "https://a.example", shape)).Keys);

    [Fact]
    public Task A_method_of_two_APIs_that_differ_is_a_fault() => DeclarationFaults.Verify(
        """
        using Serverless;

        [ServerlessRestApi(CorsOrigins = new[] { "https://a.example" }, Authorizer = Authorizers.Iam, Validate = RequestValidation.None)]
        public sealed class OneApi;

        [ServerlessRestApi(CorsOrigins = new[] { "https://b.example" }, Authorizer = Authorizers.Iam, Validate = RequestValidation.None)]
        public sealed class TwoApi;

        public sealed class Routes
        {
            [HttpRoute("GET /a", Api = typeof(OneApi)), {|SVLS2002:HttpRoute("GET /a", Api = typeof(TwoApi))|}]
            public static string Read() => "";
        }
        """);

    [Theory]
    [InlineData("""{"X":1,"Y":2}""", 200)]
    [InlineData(null, 400)]
    [InlineData("null", 400)]
    public async Task A_struct_is_a_body(string? body, int status)
    {
        var request = new ShapedRequest("POST", "/points", "/points") { Body = body, Headers = [("Content-Type", "application/json")] };
        var answer = Answer.Read(await Compiled.Value.Invoke("RoutesPut", request.As(EventShape.Rest)));
        Assert.Equal(status, answer.Status);
        if (status == 200)
            Assert.Equal(body, answer.Body);
    }
}
