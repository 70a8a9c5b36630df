using System.Globalization;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>How the answer of an integration of a REST API becomes the answer to the caller.</summary>
internal static class RestResponses
{
    /// <param name="document">The document.</param>
    /// <param name="status">Of a success.</param>
    /// <param name="template">Body of a success; null = as it is.</param>
    /// <param name="failuresAreStatuses">The integration answers failures by HTTP status, and they become problems.</param>
    /// <param name="headers">Headers of a success, `method.response.header.…` to their source.</param>
    public static JsonObject Of(OpenApiDocument document, int status, DeployedValue? template, bool failuresAreStatuses, JsonObject? headers = null)
    {
        var responses = new JsonObject { { "default", Response(document, status, template is null ? null : document.Spell(template), headers) } };
        if (failuresAreStatuses)
        {
            responses.Add("4\\d{2}", Response(document, 400, Problem(400), null));
            responses.Add("5\\d{2}", Response(document, 500, Problem(500), null));
        }

        return responses;
    }

    public static string Problem(int status) =>
        "{\"status\":" + status.ToString(CultureInfo.InvariantCulture) + ",\"title\":\"" + Reasons.Of(status) + "\",\"instance\":\"$context.path\",\"requestId\":\"$context.requestId\"}";

    private static JsonObject Response(OpenApiDocument document, int status, JsonNode? template, JsonObject? headers)
    {
        var parameters = headers ?? new JsonObject();
        var cors = document.Rest?.Cors;
        if (cors is not null)
            RestCors.AddToIntegration(parameters, cors);
        return new JsonObject
        {
            { "statusCode", status.ToString(CultureInfo.InvariantCulture) },
            { "responseParameters", parameters.Count == 0 ? null : parameters },
            { "responseTemplates", Templates(status, template, RestCors.ChooseOrigin(cors)) },
        };
    }

    private static JsonObject? Templates(int status, JsonNode? template, string head)
    {
        if (status >= 400)
            head += "#set($context.responseOverride.header.Content-Type = \"application/problem+json\")";
        if (template is null)
            return head.Length == 0 ? null : new JsonObject { { "application/json", head + "$input.body" } };
        return new JsonObject
        {
            {
                "application/json", template switch
                {
                    JsonString text => head + text.Value,
                    JsonObject { Count: 1 } sub when sub["Fn::Sub"] is JsonString pattern => new JsonObject { { "Fn::Sub", head + pattern.Value } },
                    _ => template,
                }
            },
        };
    }
}
