using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.FrontEnds.Apis;

using RequestValidation = Serverless.Model.RequestValidation;

/// <summary>Routes of methods and classes on every kind of API: SVLS2101, SVLS2102, SVLS2106.</summary>
public sealed class RouteTests
{
    [Fact]
    public void A_route_of_a_REST_API_has_its_settings_and_payload_format()
    {
        var route = Assert.Single(GeneratorRun.ReadModel(TestProject.Of("""
            using Serverless;
            [assembly: ServerlessRestApi(CacheSizeGB = 0.5)]
            namespace Shop;
            public sealed class Orders
            {
                [HttpRoute("GET /orders/{id}", TimeoutMilliseconds = 29000, ApiKeyRequired = true, CacheTtl = 60, CacheKeys = ["id", "page", "header.X-Shop", "method.request.path.id"],
                    Validate = RequestValidation.Parameters, RequestTemplate = "{}", ResponseTemplate = "$input.json('$')", Streaming = true)]
                public string Get(string id, int page) => id + page;
            }
            """)).Functions[0].Routes);

        Assert.Equal(("ShopApi", "1.0", 29_000, true), (route.Api, route.PayloadFormatVersion, route.TimeoutMilliseconds, route.Streaming));
        Assert.Equal((true, 60, RequestValidation.Parameters, "{}", "$input.json('$')"), (route.Rest.ApiKeyRequired, route.Rest.CacheTtl, route.Rest.Validate, route.Rest.RequestTemplate, route.Rest.ResponseTemplate));
        Assert.Equal(["method.request.path.id", "method.request.querystring.page", "method.request.header.X-Shop"], route.Rest.CacheKeys);
    }

    [Fact]
    public void An_HTTP_API_sends_either_format_and_the_second_route_of_a_method_is_another_operation()
    {
        var routes = GeneratorRun.ReadModel(TestProject.Of("""
            using Serverless;
            namespace Shop;
            public sealed class Orders { [HttpRoute("GET /a", PayloadFormatVersion = "1.0"), HttpRoute("GET /b")] public string Get() => "a"; }
            """)).Functions[0].Routes;

        Assert.Equal([("/a", "1.0", "Orders_Get"), ("/b", "2.0", "Orders_Get_2")], routes.Select(static r => (r.Path, r.PayloadFormatVersion, r.OperationId)));
    }

    [Fact]
    public Task Limits_and_settings_are_those_of_the_routes_API() => DeclarationFaults.Verify("""
        using Serverless;
        namespace Shop;
        [ServerlessHttpApi] public sealed class Http
        {
            [HttpRoute("GET /a", TimeoutMilliseconds = 30000)] public string A() => "a";
            [HttpRoute("GET /b", TimeoutMilliseconds = {|SVLS2001:30001|}, ThrottleRate = {|SVLS2001:0|}, ThrottleBurst = {|SVLS2001:0|}, NullStatusCode = {|SVLS2001:302|}, StatusCode = {|SVLS2001:301|})] public string B() => "b";
            [HttpRoute("GET /c", ApiKeyRequired = {|SVLS2106:true|}, CacheTtl = {|SVLS2106:0|}, CacheKeys = {|SVLS2106:["page"]|}, Validate = {|SVLS2106:RequestValidation.All|}, RequestTemplate = {|SVLS2106:"{}"|}, ResponseTemplate = {|SVLS2106:"{}"|}, Streaming = {|SVLS2106:true|})] public string C() => "c";
            [HttpRoute("GET /d", ApiKeyRequired = false, Validate = RequestValidation.Default, Streaming = false, PayloadFormatVersion = {|SVLS2005:"3.0"|})] public string D() => "d";
        }
        [ServerlessRestApi(CacheSizeGB = 0.5)] public sealed class Rest
        {
            [HttpRoute("GET /a", TimeoutMilliseconds = {|SVLS2001:29001|}, PayloadFormatVersion = {|SVLS2106:"2.0"|}, CacheTtl = {|SVLS2001:3601|}, CacheKeys = [{|SVLS2005:"body.x"|}])] public string A() => "a";
            [HttpRoute("GET /b", TimeoutMilliseconds = {|SVLS2001:49|}, PayloadFormatVersion = "1.0")] public string B() => "b";
            [HttpRoute({|SVLS2101:"$default"|})] public string C() => "c";
        }
        """);

    [Fact]
    public Task The_message_names_the_kind_that_has_the_setting() => Assert_message(
        "'CacheTtl' needs a REST API: HTTP APIs do not have it",
        """
        using Serverless;
        public sealed class Orders { [HttpRoute("GET /a", CacheTtl = 10)] public string A() => "a"; }
        """);

    [Fact]
    public void A_WebSocket_API_is_made_for_routes_that_have_none()
    {
        var application = GeneratorRun.ReadModel(TestProject.Of("""
            using Serverless;
            using System.Threading.Tasks;
            namespace Shop;
            public sealed class Chat
            {
                [WebSocketRoute("$connect", ApiKeyRequired = true)] public int Connect() => 200;
                [WebSocketRoute("$disconnect")] public Task Disconnect() => Task.CompletedTask;
                [WebSocketRoute("send")] public Task<string> Send(string text) => Task.FromResult(text);
                [WebSocketRoute("note", Respond = false)] public string Note(string text) => text;
                [WebSocketRoute("$default")] public void Other() { }
            }
            """));

        Assert.True(Assert.Single(application.WebSocketApis).IsImplicit);
        Assert.Empty(application.HttpApis);
        Assert.Equal(
            [("$connect", false, true), ("$default", false, false), ("$disconnect", false, false), ("note", false, false), ("send", true, false)],
            application.Functions.SelectMany(static f => f.WebSocketRoutes).Select(static r => (r.RouteKey, r.Responds, r.ApiKeyRequired)).OrderBy(static r => r.RouteKey, StringComparer.Ordinal));
        Assert.All(application.Functions, static f => Assert.Equal("ShopWebSocketApi", Assert.Single(f.WebSocketRoutes).Api));
    }

    [Fact]
    public Task WebSocket_routes_have_keys_and_settings_of_their_own() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessHttpApi]
        namespace Shop;
        [ServerlessHttpApi] public sealed class Admin;
        public sealed class Chat
        {
            [WebSocketRoute({|SVLS2101:"$send"|})] public void A() { }
            [WebSocketRoute({|SVLS2101:"GET /a"|})] public void B() { }
            [WebSocketRoute({|SVLS2101:""|})] public void C() { }
            [WebSocketRoute("send", Authorizer = {|SVLS2106:Authorizers.Iam|}, ApiKeyRequired = {|SVLS2106:true|})] public void D() { }
            [{|SVLS2102:WebSocketRoute("send")|}] public void E() { }
            [WebSocketRoute("other", Respond = {|SVLS2002:true|})] public void F() { }
            [WebSocketRoute("admin", Api = {|SVLS2102:typeof(Admin)|})] public void G() { }
            [WebSocketRoute("place order")] public void H() { }
        }
        """);

    [Fact]
    public void An_address_without_API_answers_the_routes_alone()
    {
        var application = GeneratorRun.ReadModel(TestProject.Of("""
            using Serverless;
            namespace Shop;
            [LambdaUrl(Auth = LambdaUrlAuth.None, Streaming = true, CorsOrigins = ["https://a.example"])]
            public sealed class Orders
            {
                [HttpRoute("GET /a")] public string A() => "a";
                [ServerlessFunction] public int Count() => 1;
            }
            public sealed class Webhook { [LambdaUrl] public string Receive(string body) => body; }
            """));

        Assert.Empty(application.HttpApis);
        var functions = application.Functions.ToDictionary(static f => f.LogicalId);
        Assert.Equal(("", "/a"), (functions["OrdersA"].Routes[0].Api, functions["OrdersA"].Routes[0].Path));
        Assert.Equal((true, true, "https://a.example"), (functions["OrdersA"].Url!.IsPublic, functions["OrdersA"].Url!.Streaming, functions["OrdersA"].Url!.Cors!.Origins[0]));
        Assert.Null(functions["OrdersCount"].Url);
        Assert.Equal((false, "$default", 10), (functions["WebhookReceive"].Url!.IsPublic, Assert.Single(functions["WebhookReceive"].Routes).RouteKey, functions["WebhookReceive"].Settings.Timeout));
    }

    [Fact]
    public void An_address_beside_an_API_is_one_more_way_in()
    {
        var application = GeneratorRun.ReadModel(TestProject.Of("""
            using Serverless;
            [assembly: ServerlessHttpApi]
            namespace Shop;
            public sealed class Orders { [HttpRoute("GET /a", Streaming = true), LambdaUrl] public string A() => "a"; }
            """));

        Assert.Equal("ShopApi", Assert.Single(application.Functions[0].Routes).Api);
        Assert.NotNull(application.Functions[0].Url);
        Assert.Empty(application.Faults);
    }

    [Fact]
    public Task What_only_an_API_has_is_reported_on_an_address() => DeclarationFaults.Verify("""
        using Serverless;
        namespace Shop;
        public sealed class Orders
        {
            [LambdaUrl, HttpRoute("GET /a", Authorizer = {|SVLS2106:"Customers"|}, ThrottleRate = {|SVLS2106:1|}, TimeoutMilliseconds = {|SVLS2106:100|}, CacheTtl = {|SVLS2106:1|})] public string A() => "a";
            [LambdaUrl(CorsMaxAge = {|SVLS2001:-1|}), HttpRoute("GET /b", Authorizer = Authorizers.None, Streaming = true)] public string B() => "b";
            [LambdaUrl, {|SVLS2002:WebSocketRoute("send")|}] public void C() { }
            [HttpRoute("GET /d"), {|SVLS2002:LambdaAuthorizer|}] public bool D(string key) => key == "k";
        }
        """);

    [Fact]
    public Task An_address_for_nobody_is_said() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: {|SVLS2002:LambdaUrl|}]
        namespace Shop;
        [{|SVLS2002:LambdaUrl|}] public sealed class Orders { [ServerlessFunction] public int Count() => 1; [LambdaUrl] public int Own() => 1; }
        [LambdaUrl] public sealed class Routed { [HttpRoute("GET /a")] public string A() => "a"; }
        """);

    [Fact]
    public Task A_REST_API_calls_the_variable_below_a_resource_alike() => DeclarationFaults.Verify("""
        using Serverless;
        namespace Shop;
        [ServerlessRestApi, {|SVLS2102:HttpProxy("ANY /orders/{rest+}", "https://a.example")|}] public sealed class Rest
        {
            [HttpRoute("GET /orders/{id}")] public string A(string id) => id;
            [HttpRoute("GET /orders/{id}/lines/{line}")] public string B(string id, string line) => id + line;
            [{|SVLS2102:HttpRoute("POST /orders/{orderId}")|}] public string C(string orderId) => orderId;
            [{|SVLS2102:HttpRoute("GET /orders/{other}")|}] public string D(string other) => other;
            [HttpRoute("GET /customers/{customer}")] public string E(string customer) => customer;
        }
        [ServerlessHttpApi] public sealed class Http { [HttpRoute("GET /orders/{id}")] public string A(string id) => id; [HttpRoute("POST /orders/{orderId}")] public string B(string orderId) => orderId; }
        """);

    [Fact]
    public Task Routes_without_code_collide_like_others_and_addresses_do_not() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: {|SVLS2102:HttpProxy("GET /a/{name}", "https://a.example/{name}")|}]
        namespace Shop;
        public sealed class Orders { [HttpRoute("GET /a/{id}")] public string A(string id) => id; [{|SVLS2102:HttpRoute("GET /a/{id}")|}] public string B(string id) => id; }
        public sealed class One { [LambdaUrl] public string A() => "a"; }
        public sealed class Two { [LambdaUrl] public string A() => "a"; }
        """);

    [Fact]
    public Task An_authorizer_of_a_WebSocket_API_needs_the_route_that_asks_it() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessWebSocketApi(Authorizer = {|SVLS2201:Authorizers.Iam|})]
        namespace Shop;
        public sealed class Chat { [WebSocketRoute("send")] public void Send() { } }
        [ServerlessWebSocketApi(Authorizer = Authorizers.Iam)] public sealed class Feed { [WebSocketRoute("$connect")] public void Connect() { } }
        [ServerlessWebSocketApi(Authorizer = Authorizers.None)] public sealed class Open { [WebSocketRoute("send")] public void Send() { } }
        """);

    private static async Task Assert_message(string expected, string source) => Assert.Equal(expected, await DeclarationFaults.Message(TestProject.Of(source)));
}
