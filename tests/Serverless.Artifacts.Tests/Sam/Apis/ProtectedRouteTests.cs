using Serverless.Artifacts.Tests.Models;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts.Tests.Sam;

/// <summary>Who may ask is said of every route in the template, wherever the route stands there.</summary>
public sealed class ProtectedRouteTests
{
    private static readonly Application Storefront = StorefrontModel.Create();

    private static readonly JsonObject Template = TemplateAccess.Render(Storefront);

    public static TheoryData<string> Routes { get; } = new(Storefront.Routes.Where(static route => route.Api.Length > 0).Select(static route => route.Api + ": " + route.RouteKey));

    [Theory]
    [MemberData(nameof(Routes))]
    public void A_route_of_the_template_asks_for_what_its_model_says(string name)
    {
        var route = Storefront.Routes.Single(candidate => candidate.Api + ": " + candidate.RouteKey == name);
        var api = (JsonObject)((JsonObject)Template["Resources"]!)[route.Api]!;
        var expected = route.Authorization.Kind switch
        {
            AuthorizationKind.Iam => "AWS_IAM",
            AuthorizationKind.Authorizer => route.Authorization.Name,
            _ => "public",
        };

        Assert.Equal(expected, api.At("Properties/DefinitionBody") is JsonObject document ? OfDocument(document, route) : OfEvent(route));
    }

    [Fact]
    public void Every_authorizer_that_a_document_asks_is_one_of_it()
    {
        foreach (var id in new[] { "DocumentApi", "ShopApi" })
        {
            var document = (JsonObject)Template.At($"Resources/{id}/Properties/DefinitionBody")!;
            var schemes = ((JsonObject)document.At("components/securitySchemes")!).Members.Select(static member => member.Name).ToHashSet(StringComparer.Ordinal);
            var asked = Operations(document).SelectMany(static operation => operation["security"] as JsonArray ?? []).SelectMany(static requirement => ((JsonObject)requirement).Members).Select(static member => member.Name);

            Assert.Subset(schemes, asked.ToHashSet(StringComparer.Ordinal));
        }
    }

    /// <summary>A requirement of a key stands beside the authorizer's, and nothing else does.</summary>
    private static string OfDocument(JsonObject document, GatewayRoute route)
    {
        var path = (JsonObject)((JsonObject)document["paths"]!)[route.Method == RouteKey.Default ? "/$default" : route.Path]!;
        var operation = (JsonObject)path[route.Method is "ANY" or RouteKey.Default ? "x-amazon-apigateway-any-method" : route.Method.ToLowerInvariant()]!;
        var names = (operation["security"] as JsonArray ?? []).Select(static requirement => ((JsonObject)requirement).Members.Single().Name).Where(static name => name != "api_key").ToList();
        return names.Count == 0 ? "public" : Assert.Single(names);
    }

    private static string OfEvent(GatewayRoute route)
    {
        var events = Storefront.Functions.Select(static function => Template.At($"Resources/{function.LogicalId}/Properties/Events")).OfType<JsonObject>().SelectMany(static events => events.Members);
        var found = Assert.Single(events, member =>
            member.Value.Text("Properties/ApiId/Ref") == $"\"{route.Api}\"" && member.Value.Text("Properties/Method") == $"\"{route.Method}\"" && member.Value.Text("Properties/Path") == $"\"{route.Path}\"");
        return (found.Value.At("Properties/Auth/Authorizer") as JsonString)?.Value ?? "public";
    }

    private static IEnumerable<JsonObject> Operations(JsonObject document) =>
        ((JsonObject)document["paths"]!).Members.SelectMany(static path => ((JsonObject)path.Value).Members).Select(static member => member.Value).OfType<JsonObject>();
}
