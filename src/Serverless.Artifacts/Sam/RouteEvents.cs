using System.Globalization;
using System.Text;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Routes of an HTTP API as events of the function that answers them. SAM makes the route, its integration and the permission from each.</summary>
internal static class RouteEvents
{
    public static JsonObject? Of(Function function)
    {
        if (function.Routes.Count == 0)
            return null;
        var events = new JsonObject();
        foreach (var route in function.Routes)
            events.Add(UniqueName(events, NameOf(route)), Event(route));
        return events;
    }

    private static JsonObject Event(HttpRoute route)
    {
        var properties = new JsonObject { { "ApiId", DeployedValue.Ref(route.Api).ToJson() } };

        // A catch-all is an event that names neither path nor method.
        if (route.Method != "$default")
        {
            properties.Add("Method", route.Method);
            properties.Add("Path", route.Path);
        }

        properties.Add("PayloadFormatVersion", "2.0");
        properties.Add("TimeoutInMillis", route.TimeoutMilliseconds is { } timeout ? new JsonNumber(timeout) : null);
        return new JsonObject { { "Type", "HttpApi" }, { "Properties", properties } };
    }

    /// <summary>`GET /orders/{id}` is `GetOrdersId`: it becomes part of the logical id of the permission.</summary>
    private static string NameOf(HttpRoute route)
    {
        if (route.Method == "$default")
            return "Default";
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var c in route.Method.ToLowerInvariant() + route.Path)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                name.Append(startsWord ? char.ToUpperInvariant(c) : c);
                startsWord = false;
            }
            else
            {
                startsWord = true;
            }
        }

        return name.ToString();
    }

    private static string UniqueName(JsonObject events, string name)
    {
        var unique = name;
        for (var number = 2; events.Find(unique) is not null; number++)
            unique = name + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }
}
