using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A function answers. Lambda is called by POST whatever the request's method is.</summary>
internal static class FunctionIntegration
{
    public static JsonObject Render(OpenApiDocument document, HttpRoute route)
    {
        var function = document.FunctionOf(route).LogicalId;
        if (document.IsRest && (route.Rest.RequestTemplate ?? route.Rest.ResponseTemplate) is not null)
            return Mapped(document, route, function);
        var isStreamed = document.IsRest && route.Streaming;
        return new JsonObject
        {
            { "type", "aws_proxy" },
            { "httpMethod", "POST" },
            { "uri", document.Spell(isStreamed ? ApiArns.StreamingInvocation(function) : ApiArns.Invocation(function)) },
            { "payloadFormatVersion", document.IsRest ? null : new JsonString(route.PayloadFormatVersion) },
            { "responseTransferMode", isStreamed ? new JsonString("STREAM") : null },
        };
    }

    /// <summary>
    /// Templates stand between API and function: the request's makes the event, the answer's takes the reply apart. Where the user wrote one of
    /// the two, the other does what the proxy would.
    /// </summary>
    private static JsonObject Mapped(OpenApiDocument document, HttpRoute route, string function)
    {
        var request = route.Rest.RequestTemplate is { } written ? document.Templates.Of(written) : DeployedValue.Literal(ProxyTemplates.Event);
        var answer = route.Rest.ResponseTemplate is { } template ? document.Templates.Of(template) : DeployedValue.Literal(ProxyTemplates.Reply);
        return new JsonObject
        {
            { "type", "aws" },
            { "httpMethod", "POST" },
            { "uri", document.Spell(ApiArns.Invocation(function)) },
            { "passthroughBehavior", "when_no_templates" },
            { "requestTemplates", new JsonObject { { "application/json", document.Spell(request) } } },
            { "responses", RestResponses.Of(document, route.StatusCode, answer, failuresAreStatuses: false) },
        };
    }
}
