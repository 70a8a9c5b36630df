using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.FrontEnds.Apis;

/// <summary>Authorizers and who may call: SVLS2109, SVLS2201.</summary>
public sealed class AuthorizerTests
{
    private const string AspNet = """
        namespace Microsoft.AspNetCore.Authorization
        {
            public class AuthorizeAttribute : System.Attribute { public AuthorizeAttribute() { } public AuthorizeAttribute(string policy) { } public string? Roles { get; set; } }
            public class AllowAnonymousAttribute : System.Attribute { }
        }
        """;

    [Fact]
    public void A_route_has_the_authorizer_of_its_API_unless_it_says_otherwise()
    {
        var application = GeneratorRun.ReadModel(TestProject.Of("""
            using Serverless;
            using Serverless.Http;
            [assembly: ServerlessHttpApi(Authorizer = "Customers")]
            [assembly: JwtAuthorizer("Customers", Issuer = "https://login.example/", Audience = ["shop"], Scopes = ["orders"])]
            [assembly: JwtAuthorizer("Nobody", Issuer = "https://login.example/", Audience = ["shop"])]
            namespace Shop;
            public sealed class Orders
            {
                [HttpRoute("GET /a")] public string A() => "a";
                [HttpRoute("GET /b", Authorizer = Authorizers.Iam)] public string B() => "b";
                [HttpRoute("GET /c", Authorizer = Authorizers.None)] public string C() => "c";
                [HttpRoute("GET /d", Authorizer = nameof(Check))] public string D() => "d";
                [HttpRoute("GET /e", Scopes = ["admin"])] public string E() => "e";
                [LambdaAuthorizer(ResultTtl = 60)]
                public bool Check([BindHeader("X-Key")] string key, string shop, [BindStageVariable("mode")] string? mode = null) => key == shop;
            }
            """));

        var routes = application.Functions.SelectMany(static f => f.Routes).ToDictionary(static r => r.Path, static r => r.Authorization);
        Assert.Equal(new RouteAuthorization(AuthorizationKind.Authorizer, "Customers", EquatableArray.Of("orders"), true), routes["/a"]);
        Assert.Equal(AuthorizationKind.Iam, routes["/b"].Kind);
        Assert.Equal((AuthorizationKind.Public, true), (routes["/c"].Kind, routes["/c"].IsWritten));
        Assert.Equal((AuthorizationKind.Authorizer, "Check"), (routes["/d"].Kind, routes["/d"].Name));
        Assert.Equal(new RouteAuthorization(AuthorizationKind.Authorizer, "Customers", EquatableArray.Of("admin"), true), routes["/e"]);
        var api = Assert.Single(application.HttpApis);
        Assert.Equal(["Check", "Customers"], api.Authorizers.Select(static a => a.Name));
        Assert.Equal("Customers", api.DefaultAuthorization.Name);
        var check = api.Authorizers[0];
        Assert.Equal((AuthorizerKind.Lambda, "OrdersCheck", 60), (check.Kind, check.Function, check.ResultTtl));
        Assert.Equal(["$request.header.X-Key", "$request.querystring.shop", "$stageVariables.mode"], check.IdentitySources);
        Assert.Equal(HandlerKind.Authorizer, application.Functions.Single(static f => f.LogicalId == "OrdersCheck").Entry?.Kind ?? HandlerKind.Authorizer);
    }

    [Fact]
    public void What_may_be_missing_identifies_nobody_unless_decisions_are_kept()
    {
        var api = Assert.Single(GeneratorRun.ReadModel(TestProject.Of("""
            using Serverless;
            using Serverless.Http;
            [assembly: ServerlessHttpApi(Authorizer = nameof(Shop.Gate.Check))]
            namespace Shop;
            public sealed class Gate { [LambdaAuthorizer] public bool Check([BindHeader("X-Key")] string key, string? shop, int page = 1) => key == shop; }
            public sealed class Orders { [HttpRoute("GET /a")] public string A() => "a"; }
            """)).HttpApis);

        Assert.Equal(["$request.header.X-Key"], Assert.Single(api.Authorizers).IdentitySources);
    }

    [Fact]
    public void An_authorizer_with_an_API_of_its_own_joins_it_unasked()
    {
        var application = GeneratorRun.ReadModel(TestProject.Of("""
            using Serverless;
            namespace Shop;
            [ServerlessHttpApi] public sealed class Admin;
            public sealed class Gate { [LambdaAuthorizer(Api = typeof(Admin))] public bool Check(string key) => key == "k"; }
            """));

        Assert.Equal("Check", Assert.Single(Assert.Single(application.HttpApis).Authorizers).Name);
    }

    [Fact]
    public void ASP_NET_attributes_mean_the_default_authorizer_or_none()
    {
        var application = GeneratorRun.ReadModel(TestProject.Of("""
            using Serverless;
            using Microsoft.AspNetCore.Authorization;
            [assembly: ServerlessHttpApi(Authorizer = Authorizers.Iam)]
            namespace Shop
            {
                [Authorize] public sealed class Orders
                {
                    [HttpRoute("GET /a")] public string A() => "a";
                    [HttpRoute("GET /b"), AllowAnonymous] public string B() => "b";
                    [HttpRoute("GET /c", Authorizer = Authorizers.Iam), AllowAnonymous] public string C() => "c";
                }
            }
            """, AspNet));

        var routes = application.Functions.SelectMany(static f => f.Routes).ToDictionary(static r => r.Path, static r => r.Authorization);
        Assert.Equal(AuthorizationKind.Iam, routes["/a"].Kind);
        Assert.Equal((AuthorizationKind.Public, true), (routes["/b"].Kind, routes["/b"].IsWritten));
        Assert.Equal(AuthorizationKind.Iam, routes["/c"].Kind);
        Assert.Empty(application.Faults);
    }

    [Fact]
    public Task What_nothing_enforces_is_reported_where_it_stands() => DeclarationFaults.Verify("""
        using Serverless;
        using Microsoft.AspNetCore.Authorization;
        [assembly: ServerlessHttpApi(Authorizer = Authorizers.Iam)]
        namespace Shop
        {
            public sealed class Orders
            {
                [HttpRoute("GET /a"), Authorize] public string A() => "a";
                [HttpRoute("GET /b"), {|SVLS2109:Authorize(Roles = "admin")|}] public string B() => "b";
                [HttpRoute("GET /c"), {|SVLS2109:Authorize("adults")|}] public string C() => "c";
                [HttpRoute("GET /d", Authorizer = Authorizers.None), {|SVLS2109:Authorize|}] public string D() => "d";
            }
            [ServerlessHttpApi] public sealed class Open { [HttpRoute("GET /a"), {|SVLS2109:Authorize|}] public string A() => "a"; }
        }
        """, AspNet);

    [Fact]
    public Task An_authorizer_that_nobody_declares_is_reported_at_its_name() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessHttpApi(Authorizer = {|SVLS2109:"Custmers"|})]
        [assembly: JwtAuthorizer("Customers", Issuer = "https://login.example/", Audience = ["shop"])]
        namespace Shop;
        [ServerlessHttpApi, JwtAuthorizer("Own", Issuer = "https://login.example/", Audience = ["shop"])]
        public sealed class Admin { [HttpRoute("GET /a", Authorizer = "Own")] public string A() => "a"; }
        public sealed class Orders
        {
            [HttpRoute("GET /a", Authorizer = {|SVLS2109:"Own"|})] public string A() => "a";
            [HttpRoute("GET /b", Authorizer = {|SVLS2109:nameof(A)|})] public string B() => "b";
            [HttpRoute("GET /c", Authorizer = {|SVLS2109:"Check"|})] public string C() => "c";
        }
        public sealed class One { [LambdaAuthorizer] public bool Check(string key) => key == "k"; }
        public sealed class Two { [LambdaAuthorizer] public bool Check(string key) => key == "k"; [HttpRoute("GET /d", Authorizer = nameof(Check))] public string D() => "d"; }
        """);

    [Fact]
    public Task Each_kind_of_API_has_its_own_kinds_of_authorizer() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: JwtAuthorizer("Jwt", Issuer = "https://login.example/", Audience = ["shop"])]
        [assembly: CognitoAuthorizer("Pool", "arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_1"), CognitoAuthorizer("Clients", "arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_1", Clients = ["app"])]
        namespace Shop;
        [ServerlessRestApi] public sealed class Rest { [HttpRoute("GET /a", Authorizer = {|SVLS2201:"Jwt"|})] public string A() => "a"; [HttpRoute("GET /b", Authorizer = "Pool")] public string B() => "b"; }
        [ServerlessHttpApi] public sealed class Http { [HttpRoute("GET /a", Authorizer = {|SVLS2201:"Pool"|})] public string A() => "a"; [HttpRoute("GET /b", Authorizer = "Clients")] public string B() => "b"; }
        [ServerlessWebSocketApi] public sealed class Chat { [WebSocketRoute("$connect", Authorizer = {|SVLS2201:"Clients"|})] public void Connect() { } }
        """);

    [Fact]
    public Task An_authorizer_that_lacks_what_it_checks_by_is_incomplete() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: {|SVLS2201:{|SVLS2201:JwtAuthorizer("A")|}|}]
        [assembly: JwtAuthorizer("B", Issuer = {|SVLS2201:"http://login.example/"|}, Audience = ["shop"])]
        [assembly: JwtAuthorizer("C", Issuer = "https://login.example/", Audience = ["shop"], IdentitySource = {|SVLS2005:"Authorization"|})]
        [assembly: JwtAuthorizer({|SVLS2003:"C"|}, Issuer = "https://login.example/", Audience = ["shop"])]
        [assembly: JwtAuthorizer({|SVLS2005:"NONE"|}, Issuer = "https://login.example/", Audience = ["shop"])]
        namespace Shop;
        public sealed class Gate
        {
            [LambdaAuthorizer(ResultTtl = {|SVLS2201:60|})] public bool Check() => true;
            [LambdaAuthorizer(ResultTtl = {|SVLS2001:3601|}, IdentitySources = ["$request.header.X-Key", {|SVLS2005:"X-Key"|}])] public bool Other(string key) => key == "k";
        }
        """);

    [Fact]
    public Task Scopes_belong_to_tokens() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessHttpApi]
        [assembly: JwtAuthorizer("Jwt", Issuer = "https://login.example/", Audience = ["shop"])]
        namespace Shop;
        public sealed class Orders
        {
            [HttpRoute("GET /a", Authorizer = "Jwt", Scopes = ["a"])] public string A() => "a";
            [HttpRoute("GET /b", Scopes = {|SVLS2002:["a"]|})] public string B() => "b";
            [HttpRoute("GET /c", Authorizer = Authorizers.Iam, Scopes = {|SVLS2002:["a"]|})] public string C() => "c";
            [HttpRoute("GET /d", Authorizer = nameof(Check), Scopes = {|SVLS2002:["a"]|})] public string D() => "d";
            [LambdaAuthorizer] public bool Check(string key) => key == "k";
        }
        """);
}
