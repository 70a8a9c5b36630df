using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Tests.Harness;
using Serverless.Artifacts;
using Serverless.Model;
using Serverless.Runtime;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>What a host learns of the APIs: the generated description is compiled, called and compared with the model.</summary>
public sealed class ApiRegistrationTests
{
    private static readonly DeclarationRef At = new("T:App.Class");

    [Fact]
    public void An_HTTP_API_says_its_routes_authorizers_CORS_and_variables()
    {
        var api = new HttpApi
        {
            LogicalId = "ShopApi",
            Declaration = At,
            StageName = "dev",
            Cors = new CorsSettings(EquatableArray.Of("https://shop.example"), default, EquatableArray.Of("x-\"quoted\""), default, 60, Credentials: true),
            Authorizers = EquatableArray.Of(
                new Authorizer
                {
                    Name = "Customers",
                    Kind = AuthorizerKind.Jwt,
                    Declaration = At,
                    Issuer = AwsValue.Literal("https://login.example/"),
                    Audience = EquatableArray.Of(AwsValue.Literal("shop"), AwsValue.Reference("Client", "Arn")),
                    IdentitySources = EquatableArray.Of("$request.header.Authorization"),
                },
                new Authorizer { Name = "ByKey", Kind = AuthorizerKind.Lambda, Declaration = At, Function = "AuthByKey", ResultTtl = 30 }),
            StageVariables = EquatableArray.Of(new StageVariable("table", AwsValue.Reference("Orders")), new StageVariable("mode", AwsValue.Literal("a\"b"))),
        };
        var function = Function("Get") with
        {
            Routes = EquatableArray.Of(
                Route("ShopApi", "GET", "/orders/{id}") with
                {
                    Authorization = new RouteAuthorization(AuthorizationKind.Authorizer, "Customers", EquatableArray.Of("read"), IsWritten: true),
                    TimeoutMilliseconds = 1500,
                },
                Route("ShopApi", "$default", "") with { Authorization = RouteAuthorization.Public with { Kind = AuthorizationKind.Iam }, PayloadFormatVersion = "1.0" }),
        };
        var described = Assert.Single(Describe(new Application { Project = Project, HttpApis = EquatableArray.Of(api), Functions = EquatableArray.Of(function) }).Apis);

        Assert.Equal(("ShopApi", ApiProtocol.Http, "dev"), (described.Id, described.Protocol, described.StageName));
        Assert.Equal(["https://shop.example"], described.Cors!.Origins);
        Assert.Equal(["x-\"quoted\""], described.Cors.Headers);
        Assert.Equal((60, true), (described.Cors.MaxAge, described.Cors.Credentials));
        Assert.Equal([new("table", "@Orders"), new("mode", "a\"b")], described.StageVariables);
        var jwt = described.Authorizers[0];
        Assert.Equal(("Customers", ApiAuthorizerKind.Jwt, "https://login.example/"), (jwt.Name, jwt.Kind, jwt.Issuer));
        Assert.Equal(["shop", "@Client.Arn"], jwt.Audience);
        Assert.Equal(["$request.header.Authorization"], jwt.IdentitySources);
        Assert.Equal(("AuthByKey", 30), (described.Authorizers[1].Function, described.Authorizers[1].ResultTtlSeconds));
        var get = described.Routes[0];
        Assert.Equal(("GET /orders/{id}", RouteAccess.Authorizer, "Customers", 1500), (get.RouteKey, get.Access, get.Authorizer, get.TimeoutMilliseconds));
        Assert.Equal(["read"], get.Scopes);
        Assert.Equal("Get", Assert.IsType<FunctionTarget>(get.Target).Function);
        Assert.Equal(("$default", RouteAccess.Iam, "1.0"), (described.Routes[1].RouteKey, described.Routes[1].Access, described.Routes[1].PayloadFormatVersion));
    }

    [Fact]
    public void A_REST_API_says_keys_checks_and_routes_without_code()
    {
        var api = new RestApi
        {
            LogicalId = "AdminApi",
            Declaration = At,
            StageName = "live",
            BinaryMediaTypes = EquatableArray.Of("image/*"),
            ApiKeyFromAuthorizer = true,
            UsagePlans = EquatableArray.Of(new UsagePlan { Name = "Partners", Declaration = At, ApiKeys = EquatableArray.Of("acme") }),
        };
        var entry = new HandlerEntry
        {
            Kind = HandlerKind.HttpRoute,
            Namespace = "App",
            ClassStem = "Class",
            GeneratedMethod = "Post",
            DeclaringType = "global::App.Class",
            MethodName = "Post",
            Result = new HandlerResult { Type = "void" },
            Parameters = EquatableArray.Of(
                new HandlerParameter { Name = "a", Type = "int", Source = ParameterSource.Query, WireName = "a" },
                new HandlerParameter { Name = "b", Type = "int?", Source = ParameterSource.Query, WireName = "b", IsNullable = true },
                new HandlerParameter { Name = "c", Type = "int", Source = ParameterSource.Header, WireName = "X-C", Default = "1" },
                new HandlerParameter { Name = "d", Type = "string", Source = ParameterSource.Header, WireName = "X-D" },
                new HandlerParameter { Name = "body", Type = "object", Source = ParameterSource.Body, Form = ParameterForm.Json }),
        };
        var post = Route("AdminApi", "POST", "/x") with { Streaming = true, Rest = RestRouteSettings.None with { ApiKeyRequired = true } };
        var application = new Application
        {
            Project = Project,
            RestApis = EquatableArray.Of(api),
            Functions = EquatableArray.Of(Function("Post") with { Entry = entry, Routes = EquatableArray.Of(post, post with { Path = "/y", Rest = RestRouteSettings.None with { Validate = Model.RequestValidation.None } }) }),
            IntegrationRoutes = EquatableArray.Of(
                Integration("GET", "/mock", new MockIntegration("{\"up\":true}", "application/json")) with { StatusCode = 203 },
                Integration("GET", "/proxy/{id}", new HttpProxyIntegration(AwsValue.Literal("https://other.example/{id}"), "POST", EquatableArray.Of(new ParameterMapping("overwrite:header.x", AwsValue.Literal("$context.requestId"))), null, null)),
                Integration("GET", "/private", new HttpProxyIntegration(AwsValue.Reference("Listener"), null, default, AwsValue.Reference("Link"), null)),
                Integration("POST", "/send", new ServiceIntegration("sqs", "SendMessage", null, default)),
                Integration("POST", "/run", new ExecutionIntegration("Flow", IsSynchronous: true))),
        };
        var described = Assert.Single(Describe(application).Apis);

        Assert.Equal(ApiProtocol.Rest, described.Protocol);
        Assert.True(described.ApiKeyFromAuthorizer);
        Assert.Equal(["image/*"], described.BinaryMediaTypes);
        Assert.Equal(["acme"], Assert.Single(described.UsagePlans).ApiKeys);
        var checkedRoute = described.Routes.Single(static r => r.RouteKey == "POST /x");
        Assert.Equal(["method.request.querystring.a"], checkedRoute.RequiredParameters);
        Assert.True(checkedRoute is { RequiresJsonBody: true, Streaming: true, ApiKeyRequired: true });
        Assert.True(described.Routes.Single(static r => r.RouteKey == "POST /y") is { RequiresJsonBody: false, RequiredParameters.Count: 0, ApiKeyRequired: false });
        Assert.Equal(new MockTarget(203, "application/json", "{\"up\":true}"), Target("/mock"));
        var proxy = Assert.IsType<ProxyTarget>(Target("/proxy/{id}"));
        Assert.Equal(("https://other.example/{id}", "POST", false), (proxy.Uri, proxy.Method, proxy.IsPrivate));
        Assert.Equal([new("overwrite:header.x", "$context.requestId")], proxy.Parameters);
        Assert.Equal(("@Listener", true), Target("/private") is ProxyTarget { } hidden ? (hidden.Uri, hidden.IsPrivate) : default);
        Assert.Equal(new ServiceTarget("sqs", "SendMessage"), Target("/send"));
        Assert.Equal(new ServiceTarget("states", "StartSyncExecution") { Machine = "Flow" }, Target("/run"));

        RouteTarget Target(string path) => described.Routes.Single(r => r.RouteKey.EndsWith(path, StringComparison.Ordinal)).Target;
    }

    [Fact]
    public void A_WebSocket_API_and_a_function_URL_are_described()
    {
        var api = new WebSocketApi { LogicalId = "ChatApi", Declaration = At, StageName = "live", RouteSelectionExpression = "$request.body.kind" };
        var function = Function("Chat") with
        {
            WebSocketRoutes = EquatableArray.Of(
                new WebSocketRoute { Api = "ChatApi", RouteKey = "$connect", Declaration = At, ApiKeyRequired = true },
                new WebSocketRoute { Api = "ChatApi", RouteKey = "say", Declaration = At, Responds = true }),
            Url = new FunctionUrl(IsPublic: true, Streaming: true, new CorsSettings(EquatableArray.Of("*"), default, default, default, null, Credentials: false), At),
        };
        var described = Describe(new Application { Project = Project, WebSocketApis = EquatableArray.Of(api), Functions = EquatableArray.Of(function) });
        var socket = Assert.Single(described.Apis);
        Assert.Equal((ApiProtocol.WebSocket, "$request.body.kind"), (socket.Protocol, socket.RouteSelectionExpression));
        Assert.Equal([("$connect", true, false), ("say", false, true)], socket.Routes.Select(static r => (r.RouteKey, r.ApiKeyRequired, r.Responds)));
        var url = Assert.Single(described.FunctionUrls);
        Assert.Equal(("Chat", true, true), (url.Function, url.IsPublic, url.Streaming));
        Assert.Equal(["*"], url.Cors!.Origins);
    }

    [Fact]
    public void A_project_without_an_API_has_no_description() =>
        Assert.False(ApiRegistrationSource.IsNeeded(new Application { Project = Project, Functions = EquatableArray.Of(Function("Work")) }));

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    public void A_program_without_a_host_pays_nothing(bool isExecutable, bool hasHosting, bool expected) => Assert.Equal(
        expected,
        ApiRegistrationSource.IsNeeded(new Application
        {
            Project = Project with { IsExecutable = isExecutable, HasHosting = hasHosting },
            HttpApis = EquatableArray.Of(new HttpApi { LogicalId = "ShopApi", Declaration = At }),
        }));

    [Fact]
    public void The_module_initializer_leaves_the_description_to_hosts()
    {
        var handlers = CompiledHandlers.Of("""
            public sealed class Orders
            {
                [Serverless.HttpRoute("GET /registered/{id}")]
                public string Get(string id) => id;
            }
            """);
        Assert.Contains("OrdersGet", handlers.Ids);
        Assert.Contains(ApiTable.Describe().Apis, static api => api.Routes.Any(static r => r.RouteKey == "GET /registered/{id}"));
    }

    private static ProjectFacts Project => new() { AssemblyName = "App", RootNamespace = "App" };

    private static Function Function(string id) => new() { LogicalId = id, Declaration = At, Handler = id };

    private static HttpRoute Route(string api, string method, string path) => new() { Api = api, Method = method, Path = path, Declaration = At };

    private static IntegrationRoute Integration(string method, string path, RouteIntegration integration) =>
        new() { Api = "AdminApi", Method = method, Path = path, Declaration = At, Integration = integration };

    private static ApplicationDescription Describe(Application application)
    {
        var compilation = TestProject.Of(ApiRegistrationSource.Render(application)).Compile();
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var type = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType("App." + ApiRegistrationSource.ClassName)!;
        return (ApplicationDescription)type.GetMethod("Describe", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, null)!;
    }
}
