using System.Globalization;
using System.Text;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>The routes of an API by path and method.</summary>
internal static class PathsRenderer
{
    private const string AnyMethod = "x-amazon-apigateway-any-method";

    public static JsonObject Render(OpenApiDocument document)
    {
        var paths = new JsonObject();
        var operationIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var route in document.Routes)
        {
            var path = route.Method == RouteKey.Default ? "/" + RouteKey.Default : route.Path;
            if (paths[path] is not JsonObject item)
                paths.Add(path, item = new JsonObject());
            item.Add(route.Method is "ANY" or RouteKey.Default ? AnyMethod : route.Method.ToLowerInvariant(), OperationRenderer.Render(document, route, OperationId(route, operationIds)));
        }

        if (document.Rest is { Cors: { } cors })
        {
            foreach (var path in paths)
            {
                // A route of the user that takes OPTIONS answers preflight requests itself.
                if (path.Value is JsonObject item && item.Find("options") is null && item.Find(AnyMethod) is null)
                    item.Add("options", RestCors.Preflight(cors, path.Name, item.Members.Select(static member => member.Name.ToUpperInvariant()), Unique(NameOf("Preflight", path.Name), operationIds)));
            }
        }

        return paths;
    }

    /// <summary>Several routes of one method share its name: the second gets a number.</summary>
    private static string OperationId(GatewayRoute route, HashSet<string> taken) => Unique(
        route.OperationId.Length > 0 ? route.OperationId : route.Method == RouteKey.Default ? "Default" : NameOf(route.Method.ToLowerInvariant(), route.Path),
        taken);

    private static string Unique(string id, HashSet<string> taken)
    {
        var unique = id;
        for (var number = 2; !taken.Add(unique); number++)
            unique = id + "_" + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }

    /// <summary>`get` and `/orders/{id}` are `GetOrdersId`.</summary>
    private static string NameOf(string first, string path)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var c in first + path)
        {
            var isPart = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (isPart)
                name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = !isPart;
        }

        return name.ToString();
    }
}
