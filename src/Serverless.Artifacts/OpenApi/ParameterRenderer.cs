using System.Text.RegularExpressions;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Parameters of an operation: what the handler binds, every variable of the path, and what API Gateway itself maps or caches by.</summary>
internal static class ParameterRenderer
{
    /// <summary>Headers that OpenAPI describes elsewhere.</summary>
    private static readonly HashSet<string> Described = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization" };

    private static readonly Regex Mapped = new(@"method\.request\.(?<place>path|querystring|header)\.(?<name>[A-Za-z0-9_.\-$]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static JsonArray? Render(OpenApiDocument document, GatewayRoute route)
    {
        var parameters = new Dictionary<(string Place, string Name), JsonObject>();
        var entry = document.EntryOf(route);
        if (entry is not null)
        {
            foreach (var parameter in Flatten(entry.Parameters))
                Add(document, parameter, route, parameters);
        }

        foreach (var variable in new RouteKey(route.Method, route.Path).Variables)
            AddText(parameters, "path", variable, isRequired: true);
        if (document.IsRest)
        {
            foreach (var (place, name) in MappedParameters(document, route))
                AddText(parameters, place == "querystring" ? "query" : place, name, isRequired: false);
        }

        if (parameters.Count == 0)
            return null;
        return new JsonArray(parameters.OrderBy(static p => Rank(p.Key.Place)).Select(static p => p.Value));
    }

    /// <summary>Parameters of the request, members of bound records among them.</summary>
    public static IEnumerable<HandlerParameter> Flatten(IEnumerable<HandlerParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Source != ParameterSource.Members)
            {
                yield return parameter;
                continue;
            }

            foreach (var member in Flatten(parameter.Members.Select(static m => m.Parameter)))
                yield return member;
        }
    }

    private static void Add(OpenApiDocument document, HandlerParameter parameter, GatewayRoute route, Dictionary<(string, string), JsonObject> parameters)
    {
        string? place = parameter.Source switch
        {
            ParameterSource.Route => "path",
            ParameterSource.Query => "query",
            ParameterSource.Header when !Described.Contains(parameter.WireName) => "header",

            // A REST API has no word for a cookie.
            ParameterSource.Cookie when !document.IsRest => "cookie",
            _ => null,
        };
        if (place is null || parameter.Schema is null || (place == "path" && !new RouteKey(route.Method, route.Path).Variables.Contains(parameter.WireName, StringComparer.Ordinal)))
            return;

        // Names of headers do not depend on case, but the check of a REST API does: whether one is missing is left to the handler.
        var isRequired = place == "path" || (parameter.IsRequired && !(place == "header" && document.IsRest));
        parameters[(place, parameter.WireName)] = new JsonObject
        {
            { "name", parameter.WireName },
            { "in", place },
            { "description", parameter.Description is { } description ? new JsonString(description) : null },
            { "required", isRequired ? new JsonBoolean(true) : null },
            { "schema", document.Schemas.OfParameter(parameter) },
        };
    }

    private static void AddText(Dictionary<(string, string), JsonObject> parameters, string place, string name, bool isRequired)
    {
        if (parameters.ContainsKey((place, name)))
            return;
        parameters.Add((place, name), new JsonObject
        {
            { "name", name },
            { "in", place },
            { "required", isRequired ? new JsonBoolean(true) : null },
            { "schema", new JsonObject { { "type", "string" } } },
        });
    }

    /// <summary>A REST API maps and caches by declared parameters only.</summary>
    private static IEnumerable<(string Place, string Name)> MappedParameters(OpenApiDocument document, GatewayRoute route)
    {
        var integration = IntegrationRenderer.Render(document, route);
        var texts = route.Rest.CacheKeys.Concat(integration["requestParameters"] is JsonObject mapped ? mapped.Members.Select(static m => (m.Value as JsonString)?.Value ?? "") : []);
        foreach (var text in texts)
        {
            foreach (Match match in Mapped.Matches(text))
                yield return (match.Groups["place"].Value, match.Groups["name"].Value);
        }
    }

    private static int Rank(string place) => place switch
    {
        "path" => 0,
        "query" => 1,
        "header" => 2,
        _ => 3,
    };
}
