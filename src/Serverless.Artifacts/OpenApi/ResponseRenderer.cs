using System.Globalization;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>The answers of an operation: the result, and the problems that its declaration makes possible.</summary>
internal static class ResponseRenderer
{
    public static JsonObject Render(OpenApiDocument document, GatewayRoute route)
    {
        var responses = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var entry = document.EntryOf(route);
        if (entry is not null && route is HttpRoute http)
            AddResult(document, http, entry, responses);
        else
            AddIntegration(document, route, responses);
        if (document.Spelling == OpenApiSpelling.Placeholders || route is not HttpRoute)
            AddProblems(document, route, entry, responses);
        if (entry is not null && document.Spelling == OpenApiSpelling.Placeholders)
            Describe(document, entry, responses);
        if (document.Rest is { Cors: not null } && route is IntegrationRoute { Integration: not HttpProxyIntegration })
            RestCors.Declare(responses.Values);

        // A REST API makes a response of each, and wants a status.
        if (!document.IsRest)
            responses["default"] = document.Problems.Other();
        var rendered = new JsonObject();
        foreach (var response in responses)
            rendered.Add(response.Key, response.Value);
        return rendered;
    }

    private static void AddResult(OpenApiDocument document, HttpRoute route, HandlerEntry entry, SortedDictionary<string, JsonObject> responses)
    {
        var result = entry.Result;
        var status = Status(route.StatusCode);
        JsonObject? content = result.Form switch
        {
            ResultForm.Json or ResultForm.TypedReply when result.Schema is { } type => Content("application/json", MediaTypes.Json(document, NullIsAnswered(route, type) ? type with { IsNullable = false } : type)),
            ResultForm.Sequence when result.Schema is { } item => Content("application/json", new JsonObject { { "schema", document.Schemas.OfSequence(item) } }),
            ResultForm.Text => Content("text/plain", MediaTypes.Raw(document, isText: true)),
            ResultForm.Bytes or ResultForm.Stream => Content("application/octet-stream", MediaTypes.Raw(document, isText: false)),
            _ => null,
        };
        responses[status] = new JsonObject { { "description", entry.Documentation.Returns ?? Reasons.Of(route.StatusCode) }, { "content", content } };
        if (result is not { Form: ResultForm.Json or ResultForm.TypedReply, Schema.IsNullable: true } || !NullIsAnswered(route, result.Schema))
            return;
        var nothing = Status(route.NullStatusCode);
        if (route.NullStatusCode >= 400)
            responses[nothing] = document.Problems.Of(route.NullStatusCode);
        else if (!responses.ContainsKey(nothing))
            responses[nothing] = new JsonObject { { "description", Reasons.Of(route.NullStatusCode) } };
    }

    /// <summary>Null has a status of its own, so a body is never null.</summary>
    private static bool NullIsAnswered(HttpRoute route, JsonTypeRef type) => type.IsNullable && route.NullStatusCode != 200;

    private static void AddIntegration(OpenApiDocument document, GatewayRoute route, SortedDictionary<string, JsonObject> responses)
    {
        var status = route is IntegrationRoute integration ? integration.StatusCode : ((HttpRoute)route).StatusCode;
        JsonObject? content = route is IntegrationRoute { Integration: MockIntegration { Body: not null } mock } ? Content(mock.ContentType, new JsonObject()) : null;
        responses[Status(status)] = new JsonObject { { "description", Reasons.Of(status) }, { "content", content } };
        if (document.IsRest && route is IntegrationRoute { Integration: ServiceIntegration or ExecutionIntegration })
            responses["500"] = document.Problems.Of(500);
    }

    private static void AddProblems(OpenApiDocument document, GatewayRoute route, HandlerEntry? entry, SortedDictionary<string, JsonObject> responses)
    {
        void Add(int status, string? title = null)
        {
            if (!responses.ContainsKey(Status(status)))
                responses[Status(status)] = title is null ? document.Problems.Of(status) : document.Problems.Of(title);
        }

        if (entry is not null && TakesInput(entry))
            Add(400);
        if (route.Authorization.Kind == AuthorizationKind.Authorizer)
            Add(401);
        if (route.Authorization.Kind != AuthorizationKind.Public || route.Rest.ApiKeyRequired)
            Add(403);
        if (route is IntegrationRoute { Integration: ServiceIntegration } && document.IsRest)
            Add(400);
        if (entry is null)
            return;
        if (entry.Parameters.Any(static p => p.Source is ParameterSource.Body or ParameterSource.Form))
            Add(415);
        foreach (var map in entry.ExceptionMaps)
        {
            if (map.StatusCode >= 400)
                Add(map.StatusCode, map.Title);
        }

        if (document.IsRest)
            Add(500);
    }

    /// <summary>Something of the request can be wrong.</summary>
    private static bool TakesInput(HandlerEntry entry) => ParameterRenderer.Flatten(entry.Parameters).Any(static p =>
        p.Source is ParameterSource.Body or ParameterSource.Form
        || (p.Source is ParameterSource.Query or ParameterSource.Header or ParameterSource.Cookie && p.IsRequired)
        || (p.Source is ParameterSource.Query or ParameterSource.Header or ParameterSource.Cookie or ParameterSource.Route && (p.Checks.Count > 0 || !p.Parser.EndsWith(".TextParser", StringComparison.Ordinal))));

    /// <summary>`&lt;response&gt;` of the comment says what an answer means, and that it exists.</summary>
    private static void Describe(OpenApiDocument document, HandlerEntry entry, SortedDictionary<string, JsonObject> responses)
    {
        foreach (var described in entry.Documentation.Responses)
        {
            if (described.StatusCode >= 400)
                responses[Status(described.StatusCode)] = document.Problems.Of(described.Text);
            else if (responses.TryGetValue(Status(described.StatusCode), out var known))
                known["description"] = described.Text;
            else
                responses[Status(described.StatusCode)] = new JsonObject { { "description", described.Text } };
        }
    }

    private static JsonObject Content(string mediaType, JsonObject media) => new() { { mediaType, media } };

    private static string Status(int status) => status.ToString(CultureInfo.InvariantCulture);
}
