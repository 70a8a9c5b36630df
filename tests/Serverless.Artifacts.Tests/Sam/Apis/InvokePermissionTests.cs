using Serverless.Artifacts.Tests.Models;
using Serverless.Artifacts.Tests.Permissions;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts.Tests.Sam;

/// <summary>Who may call a function: exactly the routes that lead to it.</summary>
public sealed class InvokePermissionTests
{
    private const string Prefix = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:";

    [Theory]
    [InlineData("GET", "/orders/{id}", "GetOrdersId", "${ShopApi}/live/GET/orders/*")]
    [InlineData("POST", "/orders/{id}/lines/{line}", "PostOrdersIdLinesLine", "${ShopApi}/live/POST/orders/*/lines/*")]
    [InlineData("ANY", "/files/{path+}", "AnyFilesPath", "${ShopApi}/live/*/files/*")]
    [InlineData("GET", "/", "Get", "${ShopApi}/live/GET/")]
    [InlineData("GET", "/orders/", "GetOrders", "${ShopApi}/live/GET/orders")]
    public void A_route_of_a_REST_API_calls_its_function_alone(string method, string path, string name, string source)
    {
        var template = TemplateAccess.Render(Rest([Make.Route(method, path, "ShopApi")]));

        AssertPermission(template, $"Work{name}Permission", "Work", source);
    }

    [Theory]
    [InlineData("$default", "", "Default", "${AppApi}/$default/$default")]
    [InlineData("ANY", "/files/{path+}", "AnyFilesPath", "${AppApi}/$default/*/files/*")]
    [InlineData("GET", "/orders", "GetOrders", "${AppApi}/$default/GET/orders")]
    public void So_does_a_route_of_an_HTTP_API_with_a_document(string method, string path, string name, string source)
    {
        var application = Make.Application([Make.Function() with { Routes = EquatableArray.Of(Make.Route(method, path)) }], apis: [Make.Api()]) with
        {
            IntegrationRoutes = EquatableArray.Of(Make.Integration("AppApi", "GET", "/other", Make.Service("sqs:SendMessage", null))),
        };
        var template = TemplateAccess.Render(application);

        AssertPermission(template, $"Work{name}Permission", "Work", source);
        Assert.Equal("absent", template.Text("Resources/Work/Properties/Events"));
    }

    [Fact]
    public void Of_an_event_SAM_makes_the_permission()
    {
        var template = TemplateAccess.Render(Make.Application([Make.Function() with { Routes = EquatableArray.Of(Make.Route("GET", "/a")) }], apis: [Make.Api()]));

        Assert.DoesNotContain(template.Ids(), static id => id.EndsWith("Permission", StringComparison.Ordinal));
    }

    /// <summary>`/a-b` and `/a/b` are one word: the second permission has a number, as its event would.</summary>
    [Fact]
    public void Two_routes_never_share_a_permission()
    {
        var template = TemplateAccess.Render(Rest([Make.Route("GET", "/a-b", "ShopApi"), Make.Route("GET", "/a/b", "ShopApi")]));

        AssertPermission(template, "WorkGetABPermission", "Work", "${ShopApi}/live/GET/a-b");
        AssertPermission(template, "WorkGetAB2Permission", "Work", "${ShopApi}/live/GET/a/b");
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(31, 1)]
    public void A_function_of_many_routes_is_called_by_the_stage_of_its_API(int routes, int permissions)
    {
        var template = TemplateAccess.Render(Rest([.. Enumerable.Range(0, routes).Select(static i => Make.Route("GET", "/r" + i, "ShopApi"))]));

        Assert.Equal(permissions, template.Ids().Count(static id => id.EndsWith("Permission", StringComparison.Ordinal)));
        if (permissions == 1)
            AssertPermission(template, "WorkShopApiPermission", "Work", "${ShopApi}/live/*");
    }

    [Fact]
    public void An_authorizer_of_a_document_is_called_by_its_API_as_authorizer()
    {
        var application = Make.Application([Make.Function("Decide")], apis: [Make.Api() with { Authorizers = EquatableArray.Of(Make.LambdaAuthorizer()) }]) with
        {
            RestApis = EquatableArray.Of(Make.RestApi() with { Authorizers = EquatableArray.Of(Make.LambdaAuthorizer()) }),
        };
        var template = TemplateAccess.Render(application);

        AssertPermission(template, "DecideAppApiAuthorizerPermission", "Decide", "${AppApi}/authorizers/*");
        AssertPermission(template, "DecideShopApiAuthorizerPermission", "Decide", "${ShopApi}/authorizers/*");
    }

    [Fact]
    public void An_authorizer_of_a_WebSocket_API_is_called_as_itself()
    {
        var application = Make.Application([Make.Function("Decide")]) with
        {
            WebSocketApis = EquatableArray.Of(Make.WebSocketApi() with { Authorizers = EquatableArray.Of(Make.LambdaAuthorizer()) }),
        };

        AssertPermission(TemplateAccess.Render(application), "DecideChatApiAuthorizerPermission", "Decide", "${ChatApi}/authorizers/${ChatApiDecideAuthorizer}");
    }

    [Theory]
    [InlineData("$connect", "Connect")]
    [InlineData("$default", "Default")]
    [InlineData("send-message", "SendMessage")]
    public void A_route_of_a_WebSocket_API_calls_its_function_alone(string key, string name)
    {
        var application = Make.Application([Make.Function() with { WebSocketRoutes = EquatableArray.Of(Make.Message(key)) }]) with { WebSocketApis = EquatableArray.Of(Make.WebSocketApi()) };

        AssertPermission(TemplateAccess.Render(application), $"WorkChatApi{name}Permission", "Work", "${ChatApi}/live/" + key);
    }

    [Fact]
    public void Every_function_of_a_model_with_everything_is_called_from_an_API_alone()
    {
        var template = TemplateAccess.Render(StorefrontModel.Create());
        var resources = (JsonObject)template["Resources"]!;
        var permissions = resources.Members.Where(static member => member.Value.Text("Type") == "\"AWS::Lambda::Permission\"").ToList();

        Assert.NotEmpty(permissions);
        Assert.All(permissions, static permission =>
        {
            Assert.Equal("\"apigateway.amazonaws.com\"", permission.Value.Text("Properties/Principal"));
            Assert.StartsWith("\"" + Prefix + "${", IntrinsicText.Replace(permission.Value.At("Properties/SourceArn")!).ToCompactString(), StringComparison.Ordinal);
        });
    }

    private static Application Rest(HttpRoute[] routes) =>
        Make.Application([Make.Function() with { Routes = EquatableArray.Of(routes) }]) with { RestApis = EquatableArray.Of(Make.RestApi()) };

    private static void AssertPermission(JsonObject template, string id, string function, string source) => Assert.Equal(
        $$$"""{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"{{{function}}}"},"Principal":"apigateway.amazonaws.com","SourceArn":{"Fn::Sub":"{{{Prefix + source}}}"}}""",
        template.Text($"Resources/{id}/Properties"));
}
