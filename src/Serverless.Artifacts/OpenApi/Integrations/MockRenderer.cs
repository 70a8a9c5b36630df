using System.Globalization;
using System.Text;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A fixed answer of a REST API.</summary>
internal static class MockRenderer
{
    public static JsonObject Render(OpenApiDocument document, IntegrationRoute route, MockIntegration mock)
    {
        var status = route.StatusCode.ToString(CultureInfo.InvariantCulture);
        var headers = new JsonObject();
        var cors = document.Rest?.Cors;
        if (cors is not null)
            RestCors.AddToIntegration(headers, cors);
        var body = RestCors.ChooseOrigin(cors) + Verbatim(mock.Body ?? "");
        return new JsonObject
        {
            { "type", "mock" },
            { "requestTemplates", new JsonObject { { "application/json", "{\"statusCode\":" + status + "}" } } },
            { "passthroughBehavior", "when_no_match" },
            { "contentHandling", "CONVERT_TO_TEXT" },
            {
                "responses", new JsonObject
                {
                    {
                        "default", new JsonObject
                        {
                            { "statusCode", status },
                            { "responseParameters", headers.Count == 0 ? null : headers },
                            { "responseTemplates", mock.Body is null && body.Length == 0 ? null : new JsonObject { { mock.ContentType, document.Spell(DeployedValue.Literal(body)) } } },
                        }
                    },
                }
            },
        };
    }

    /// <summary>The body is a text and no template: what Velocity would take for its own comes out of variables. `${!x}` is `${x}` when it is spelt.</summary>
    private static string Verbatim(string body)
    {
        if (body.IndexOfAny(['$', '#']) < 0)
            return body;
        var text = new StringBuilder("#set($dollar = '$')#set($hash = '#')");
        foreach (var c in body)
        {
            if (c is '$' or '#')
                text.Append(c == '$' ? "${!dollar}" : "${!hash}");
            else
                text.Append(c);
        }

        return text.ToString();
    }
}
