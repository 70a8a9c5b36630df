using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>REST API: any action of an AWS service, in the protocol that the service speaks.</summary>
internal static class RestServiceIntegration
{
    private const string Prefix = "arn:${AWS::Partition}:apigateway:${AWS::Region}:";

    public static JsonObject Render(OpenApiDocument document, IntegrationRoute route, ServiceIntegration service)
    {
        var integration = service.Service switch
        {
            "s3" => ObjectRequests.Render(document, route, service),
            "lambda" => Lambda(document, service),
            _ when QueryRequests.Versions.ContainsKey(service.Service) => QueryRequests.Render(document, service),
            _ => JsonRequests.Render(document, service),
        };
        integration.Add("type", "aws");
        integration.Add("credentials", IntegrationRenderer.Credentials(document));
        if (route.Rest.RequestTemplate is { } request)
            integration["requestTemplates"] = new JsonObject { { "application/json", document.Spell(document.Templates.Of(request)) } };
        integration.Add("passthroughBehavior", integration["requestTemplates"] is null ? "when_no_match" : "when_no_templates");
        integration.Add("responses", integration["responses"] ?? RestResponses.Of(document, route.StatusCode, route.Rest.ResponseTemplate is { } answer ? document.Templates.Of(answer) : null, failuresAreStatuses: true));
        return integration;
    }

    public static DeployedValue Uri(string service, string rest) => DeployedValue.Sub(Prefix + service + ":" + rest);

    /// <summary>The caller's body is the payload.</summary>
    private static JsonObject Lambda(OpenApiDocument document, ServiceIntegration service)
    {
        var function = service.On is { } on ? document.Pattern(document.Resolver.Resolve(on, ReferenceForm.Arn, "lambda")) : "";
        return new JsonObject
        {
            { "httpMethod", "POST" },
            { "uri", document.Spell(Uri("lambda", "path/2015-03-31/functions/" + function + "/invocations")) },
        };
    }
}
