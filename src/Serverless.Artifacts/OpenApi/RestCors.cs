using System.Globalization;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// CORS of a REST API, which has no setting for it: every path answers preflight requests by itself, and answers that no handler writes carry the
/// headers too.
/// </summary>
internal static class RestCors
{
    private const string Any = "*";

    /// <param name="cors">Settings of the API.</param>
    /// <param name="path">The path.</param>
    /// <param name="methods">Methods that the path has.</param>
    /// <param name="operationId">Name of the operation.</param>
    public static JsonObject Preflight(CorsSettings cors, string path, IEnumerable<string> methods, string operationId)
    {
        var allowed = cors.Methods.Count == 0 ? methods.Append("OPTIONS").ToList() : [.. cors.Methods];
        var headers = new JsonObject
        {
            { Response("Access-Control-Allow-Methods"), Quoted(string.Join(",", allowed.Contains(Any, StringComparer.Ordinal) ? ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] : allowed)) },
            { Response("Access-Control-Allow-Headers"), cors.Headers.Count == 0 ? null : new JsonString(Quoted(string.Join(",", cors.Headers))) },
            { Response("Access-Control-Max-Age"), cors.MaxAge is { } age ? new JsonString(Quoted(age.ToString(CultureInfo.InvariantCulture))) : null },
            { Response("Access-Control-Allow-Credentials"), cors.Credentials && cors.Origins.Count == 1 ? new JsonString("'true'") : null },
        };
        if (cors.Origins.Count == 1)
            headers.Add(Response("Access-Control-Allow-Origin"), Quoted(cors.Origins[0]));
        else
            headers.Add(Response("Vary"), "'Origin'");

        var names = headers.Members.Select(static h => h.Name.Substring("method.response.header.".Length)).ToList();
        if (cors.Origins.Count > 1)
            names.Add("Access-Control-Allow-Origin");
        return new JsonObject
        {
            { "summary", "Preflight request of a browser." },
            { "operationId", operationId },
            { "parameters", Variables(path) },
            { "responses", new JsonObject { { "204", new JsonObject { { "description", "What is allowed." }, { "headers", Declared(names) } } } } },
            {
                IntegrationRenderer.Extension, new JsonObject
                {
                    { "type", "mock" },
                    { "requestTemplates", new JsonObject { { "application/json", "{\"statusCode\":204}" } } },
                    { "passthroughBehavior", "when_no_match" },

                    // Where everything is binary the template would not be understood otherwise.
                    { "contentHandling", "CONVERT_TO_TEXT" },
                    {
                        "responses", new JsonObject
                        {
                            {
                                "default", new JsonObject
                                {
                                    { "statusCode", "204" },
                                    { "responseParameters", headers },
                                    { "responseTemplates", cors.Origins.Count == 1 ? null : new JsonObject { { "application/json", OriginTemplate(cors) } } },
                                }
                            },
                        }
                    },
                }
            },
        };
    }

    /// <summary>The headers of an answer to a request that is no preflight.</summary>
    /// <param name="headers">Receives them.</param>
    /// <param name="cors">Settings of the API.</param>
    /// <param name="prefix">What stands before a header's name there.</param>
    public static void AddTo(JsonObject headers, CorsSettings cors, string prefix)
    {
        if (cors.Origins.Count == 1)
        {
            headers.Add(prefix + "Access-Control-Allow-Origin", Quoted(cors.Origins[0]));
            if (cors.Credentials)
                headers.Add(prefix + "Access-Control-Allow-Credentials", "'true'");
        }
        else if (prefix.StartsWith("gatewayresponse.", StringComparison.Ordinal))
        {
            // One of several cannot be chosen here. The problem holds nothing of the caller's, so any page may read it, but without credentials.
            headers.Add(prefix + "Access-Control-Allow-Origin", "'*'");
        }

        if (cors.ExposedHeaders.Count > 0)
            headers.Add(prefix + "Access-Control-Expose-Headers", Quoted(string.Join(",", cors.ExposedHeaders)));
    }

    /// <summary>Headers of an integration's answer. Several origins are chosen from by <see cref="ChooseOrigin"/>.</summary>
    public static void AddToIntegration(JsonObject responseParameters, CorsSettings cors)
    {
        AddTo(responseParameters, cors, "method.response.header.");
        if (cors.Origins.Count > 1)
            responseParameters.Add(Response("Vary"), "'Origin'");
    }

    /// <summary>The head of a response template that answers one of several origins; empty where one stands for all.</summary>
    public static string ChooseOrigin(CorsSettings? cors) => cors is { Origins.Count: > 1 } ? OriginTemplate(cors) : "";

    /// <summary>A header that an integration sets must be declared in every answer.</summary>
    public static void Declare(IEnumerable<JsonObject> responses)
    {
        foreach (var response in responses)
            response.Add("headers", Declared(["Access-Control-Allow-Credentials", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "Vary"]));
    }

    private static JsonObject Declared(IEnumerable<string> names)
    {
        var headers = new JsonObject();
        foreach (var name in names)
            headers.Add(name, new JsonObject { { "schema", new JsonObject { { "type", "string" } } } });
        return headers;
    }

    private static JsonArray? Variables(string path)
    {
        var variables = new RouteKey("OPTIONS", path).Variables.ToList();
        return variables.Count == 0 ? null : new JsonArray(variables.Select(static name => new JsonObject
        {
            { "name", name }, { "in", "path" }, { "required", new JsonBoolean(true) }, { "schema", new JsonObject { { "type", "string" } } },
        }));
    }

    private static string OriginTemplate(CorsSettings cors)
    {
        var conditions = string.Join(" || ", cors.Origins.Select(static origin => "$origin == \"" + origin + "\""));
        return "#set($origin = $input.params().header.get(\"Origin\"))#if(!$origin)#set($origin = $input.params().header.get(\"origin\"))#end"
            + "#if(" + conditions + ")#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)"
            + (cors.Credentials ? "#set($context.responseOverride.header.Access-Control-Allow-Credentials = \"true\")" : "") + "#end";
    }

    private static string Response(string header) => "method.response.header." + header;

    private static string Quoted(string text) => "'" + text + "'";
}
