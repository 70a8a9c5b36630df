namespace Serverless.Model.Validation;

/// <summary>Routes of one API that answer the same requests: SVLS2102.</summary>
internal static class RouteRules
{
    public static IEnumerable<Fault> Collisions(Application application)
    {
        var seen = new Dictionary<(string Api, string Form), string>();
        foreach (var function in application.Functions)
        {
            foreach (var route in function.Routes)
            {
                if (Collision(route, function.LogicalId, function.LogicalId) is { } fault)
                    yield return fault;
            }
        }

        foreach (var route in application.IntegrationRoutes)
        {
            if (Collision(route, "another route", "") is { } fault)
                yield return fault;
        }

        foreach (var function in application.Functions)
        {
            foreach (var route in function.WebSocketRoutes)
            {
                if (seen.TryGetValue((route.Api, route.RouteKey), out var other))
                    yield return Fault.Of(RuleIds.RouteCollision, route.Declaration, $"'{route.RouteKey}' of '{route.Api}' is answered by '{other}' already");
                else
                    seen.Add((route.Api, route.RouteKey), function.LogicalId);
            }
        }

        // Without an API each function has an address of its own.
        Fault? Collision(GatewayRoute route, string owner, string function)
        {
            var address = route.Api.Length == 0 ? function : route.Api;
            var key = (address, new RouteKey(route.Method, route.Path).Form);
            if (seen.TryGetValue(key, out var other))
                return Fault.Of(RuleIds.RouteCollision, route.Declaration, $"'{route.RouteKey}' of '{address}' is answered by '{other}' already");
            seen.Add(key, owner);
            return null;
        }
    }
}
