using Serverless.Artifacts.Tests.Models;
using Serverless.Artifacts.Tests.Sam;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts.Tests.ApplicationData;

public sealed class ApiDataTests
{
    private static readonly JsonObject Storefront = Render(StorefrontModel.Create());

    [Fact]
    public void An_application_of_functions_says_nothing_of_what_it_has_not()
    {
        var data = Render(Make.Application([Make.Function() with { Routes = EquatableArray.Of(Make.Route("GET", "/a")) }], apis: [Make.Api()]));

        foreach (var name in new[] { "restApis", "webSocketApis", "integrationRoutes", "webSocketRoutes" })
            Assert.Equal("absent", data.Text(name));
        Assert.Equal("""[{"api":"AppApi","routeKey":"GET /a","function":"Work","statusCode":200}]""", data.Text("routes"));
    }

    [Theory]
    [InlineData("GET /me", """{"type":"authorizer","authorizer":"Issuer","scopes":["profile","email"]}""")]
    [InlineData("PUT /me", """{"type":"iam"}""")]
    [InlineData("GET /open", """{"type":"none"}""")]
    [InlineData("GET /edge", "absent")]
    public void A_route_says_who_may_ask(string key, string expected) =>
        Assert.Equal(expected, ((JsonArray)Storefront["routes"]!).Single(route => route.Text("routeKey") == $"\"{key}\"").Text("authorization"));

    [Theory]
    [InlineData("POST /shipments", """{"type":"service","action":"sqs:SendMessage","on":"${Shipments.Arn}","parameters":[{"target":"QueueUrl","source":"${Shipments}"},{"target":"MessageBody","source":"$request.body"}]}""")]
    [InlineData("POST /runs", """{"type":"execution","stateMachine":"Flow","synchronous":false}""")]
    [InlineData("GET /health", """{"type":"mock","body":"{\"status\":\"up\"}","contentType":"application/json"}""")]
    [InlineData("GET /stock", """{"type":"httpProxy","uri":"arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/stock/1/2","method":"GET","vpcLink":"${Link}","tlsServerName":"stock.example.com"}""")]
    public void A_route_without_function_says_where_it_leads(string key, string expected) =>
        Assert.Equal(expected, ((JsonArray)Storefront["integrationRoutes"]!).Single(route => route.Text("routeKey") == $"\"{key}\"").Text("integration"));

    [Fact]
    public void Keys_of_a_usage_plan_are_names() =>
        Assert.Equal(
            """{"name":"gold","rateLimit":50,"burstLimit":100,"quota":10000,"quotaPeriod":"MONTH","apiKeys":["partner a","partner-a"]}""",
            ((JsonArray)Storefront["restApis"]!).Single(static api => api.Text("id") == "\"ShopApi\"").Text("usagePlans/0"));

    [Fact]
    public void A_route_of_a_functions_own_address_names_no_API() =>
        Assert.Contains("""{"routeKey":"GET /open/{id}","function":"Open","statusCode":200}""", Storefront.Text("routes"), StringComparison.Ordinal);

    [Fact]
    public void Every_API_has_its_address_among_the_outputs()
    {
        var names = ((JsonArray)Storefront["outputs"]!).Select(static output => output.Text("name").Trim('"'));

        Assert.Equal(
            ["AddressUrl", "ChatApiManagementUrl", "ChatApiUrl", "DocumentApiUrl", "EdgeApiUrl", "FlowArn", "NewsApiManagementUrl", "NewsApiUrl", "OpenUrl", "PrivateApiUrl", "QuickArn", "ShopApiUrl", "TokenApiUrl"],
            names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Outputs_are_those_of_the_template()
    {
        var template = (JsonObject)TemplateAccess.Render(StorefrontModel.Create())["Outputs"]!;

        Assert.Equal(template.Members.Select(static member => member.Name).Order(StringComparer.Ordinal), ((JsonArray)Storefront["outputs"]!).Select(static output => output.Text("name").Trim('"')).Order(StringComparer.Ordinal));
    }

    private static JsonObject Render(Application application) => ApplicationDataRenderer.Render(application, new ReferenceResolver(application));
}
