using System.Text;
using System.Text.Json.Nodes;
using Serverless.Runtime;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>One function for many methods: the route is found by its key, or by method and path where nothing names it.</summary>
public sealed class RouterTests
{
    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of("""
        using Serverless;
        using Serverless.Http;
        [assembly: MapException(typeof(InvalidOperationException), 409)]
        namespace Shop;
        public sealed record Order(string Id, int Take);

        [ServerlessFunction(MemorySize = 1024)]
        public sealed class Orders
        {
            [HttpRoute("GET /orders/{id}")] public Order Get(string id, int take = 1) => new(id, take);
            [HttpRoute("GET /orders/latest")] public string Latest() => "latest";
            [HttpRoute("PUT /orders/{id}")] public string Put(string id) => "put " + id;
            [HttpRoute("GET /orders")] public string List() => "list";
            [HttpRoute("ANY /files/{path+}")] public string File(string path) => "file " + path;
            [HttpRoute("GET /broken")] public string Broken() => throw new InvalidOperationException();
            [HttpRoute("GET /mapped")] [MapException(typeof(InvalidOperationException), 418)] public string Mapped() => throw new InvalidOperationException();
            [HttpRoute("GET /a/{x}"), HttpRoute("GET /b/{x}")] public string Two(string x) => "two " + x;
            [HttpRoute("GET /own"), ServerlessFunction] public string Own() => "own";
            [ServerlessFunction] public int Count() => 3;
        }

        [ServerlessFunction("Rest")]
        public sealed class CatchAll
        {
            [HttpRoute("GET /known")] public static string Known() => "known";
            [HttpRoute("$default")] public static string Other(RouteRequest request) => "other " + request.Method;
        }
        """));

    private static CompiledHandlers Handlers => Compiled.Value;

    [Fact]
    public void One_function_stands_for_the_class_and_methods_with_their_own_stay_apart() =>
        Assert.Equal(["Orders", "OrdersCount", "OrdersOwn", "Rest"], Handlers.Ids.Order(StringComparer.Ordinal));

    [Fact]
    public void The_function_lists_every_route() =>
        Assert.Equal(
            ["GET /a/{x}", "GET /b/{x}", "GET /broken", "GET /mapped", "GET /orders", "GET /orders/latest", "GET /orders/{id}", "PUT /orders/{id}", "ANY /files/{path+}"],
            Handlers["Orders"].Routes.Select(static r => r["ShopApi ".Length..]).OrderBy(static r => r.StartsWith("ANY", StringComparison.Ordinal)).ThenBy(static r => r, StringComparer.Ordinal));

    [Theory]
    [InlineData("GET /orders/{id}", """{"id":"7","take":2}""")]
    [InlineData("GET /orders/latest", "latest")]
    [InlineData("PUT /orders/{id}", "put 7")]
    [InlineData("GET /orders", "list")]
    [InlineData("ANY /files/{path+}", "file 7")]
    [InlineData("GET /a/{x}", "two 7")]
    [InlineData("GET /b/{x}", "two 7")]
    public async Task The_key_that_an_api_names_decides(string routeKey, string body)
    {
        var call = RouteCall.Get("/somewhere/else", "take=2").With("routeKey", routeKey).Route("id", "7").Route("path", "7").Route("x", "7");
        var answer = await Handlers.Send("Orders", call);
        Assert.Equal((200, body), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("GET", "/orders/7", 200, """{"id":"7","take":2}""")]
    [InlineData("GET", "/orders/a%20b%2Fc", 200, """{"id":"a b/c","take":2}""")]
    [InlineData("GET", "/orders/latest", 200, "latest")]
    [InlineData("GET", "/orders/l%61test", 200, "latest")]
    [InlineData("GET", "/orders/Latest", 200, """{"id":"Latest","take":2}""")]
    [InlineData("PUT", "/orders/latest", 200, "put latest")]
    [InlineData("GET", "/orders/", 200, "list")]
    [InlineData("DELETE", "/files/a/b.txt", 200, "file a/b.txt")]
    [InlineData("GET", "/b/1", 200, "two 1")]
    public async Task Method_and_path_decide_behind_a_function_url(string method, string path, int status, string body)
    {
        var answer = await Handlers.Send("Orders", Url(method, path));
        Assert.Equal((status, body), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("GET", "/orders/7/lines")]
    [InlineData("GET", "/Orders")]
    [InlineData("GET", "/files/")]
    [InlineData("GET", "/files")]
    [InlineData("GET", "//orders")]
    [InlineData("GET", "/own")]
    [InlineData("GET", "/orders%zz")]
    public async Task A_path_without_a_route_is_a_404_problem(string method, string path)
    {
        var answer = await Handlers.Send("Orders", Url(method, path));
        Assert.Equal((404, "application/problem+json", path), (answer.Status, answer.ContentType, answer.Json.GetProperty("instance").GetString()));
    }

    [Theory]
    [InlineData("POST", "/orders/latest", "GET, PUT")]
    [InlineData("HEAD", "/orders", "GET")]
    [InlineData("DELETE", "/orders/7/", "GET, PUT")]
    public async Task Another_method_is_a_405_problem_with_the_methods_there_are(string method, string path, string allowed)
    {
        var answer = await Handlers.Send("Orders", Url(method, path));
        Assert.Equal((405, allowed), (answer.Status, answer.Headers["allow"]));
    }

    [Fact]
    public async Task A_catch_all_takes_what_no_route_fits()
    {
        Assert.Equal("known", (await Handlers.Send("Rest", Url("GET", "/known"))).Body);
        Assert.Equal("other POST", (await Handlers.Send("Rest", Url("POST", "/known"))).Body);
        Assert.Equal("other GET", (await Handlers.Send("Rest", Url("GET", "/x"))).Body);
    }

    [Fact]
    public async Task The_stage_is_no_part_of_the_path_that_routes_match()
    {
        var call = Url("GET", "/live/orders/7");
        call.Context("stage", "live");
        Assert.Equal(200, (await Handlers.Send("Orders", call)).Status);
    }

    [Theory]
    [InlineData("GET", "/orders/{id}", """{"id":"7","take":1}""")]
    [InlineData("DELETE", "/files/{path+}", "file 7")]
    public async Task A_rest_api_names_resource_and_method(string method, string resource, string body)
    {
        var answer = Answer.Read(await Handlers.Invoke("Orders", Encoding.UTF8.GetBytes(new JsonObject
        {
            ["resource"] = resource,
            ["path"] = "/orders/7",
            ["httpMethod"] = method,
            ["headers"] = null,
            ["pathParameters"] = new JsonObject { ["id"] = "7", ["path"] = "7" },
            ["requestContext"] = new JsonObject { ["resourcePath"] = resource, ["httpMethod"] = method, ["stage"] = "live", ["requestId"] = "r" },
            ["body"] = null,
            ["isBase64Encoded"] = false,
        }.ToJsonString())));
        Assert.Equal((200, body), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Each_method_keeps_its_own_mapping_of_exceptions()
    {
        Assert.Equal(409, (await Handlers.Send("Orders", Url("GET", "/broken"))).Status);
        Assert.Equal(418, (await Handlers.Send("Orders", Url("GET", "/mapped"))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"routeKey":"GET /ord""")]
    [InlineData("""{"routeKey":7}""")]
    [InlineData("{}")]
    public async Task What_is_no_request_is_refused(string payload)
    {
        var answer = Answer.Read(await Handlers.Invoke("Orders", Encoding.UTF8.GetBytes(payload)));
        Assert.InRange(answer.Status, 400, 404);
    }

    [Fact]
    public async Task A_method_of_its_own_function_is_called_directly()
    {
        Assert.Equal("own", (await Handlers.Send("OrdersOwn", RouteCall.Get("/own"))).Body);
        Assert.Equal("3", await Handlers.Invoke("OrdersCount", "{}"));
    }

    private static RouteCall Url(string method, string path) => RouteCall.Of(method, path, "take=2").With("routeKey", "$default");
}
