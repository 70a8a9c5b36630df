namespace Serverless.Model.Validation;

/// <summary>
/// A REST API is a tree of resources, and below one resource all routes call the variable alike: `GET /orders/{id}` beside
/// `POST /orders/{orderId}` is refused at deployment, whatever the methods. SVLS2102.
/// </summary>
internal static class SiblingVariables
{
    public static IEnumerable<Fault> Check(Application application)
    {
        foreach (var api in application.RestApis)
        {
            var variables = new Dictionary<string, string>(StringComparer.Ordinal);
            var forms = new HashSet<string>(StringComparer.Ordinal);
            foreach (var route in application.Routes.Where(route => route.Api == api.LogicalId))
            {
                // Of two routes for the same requests the second is a fault of its own.
                if (forms.Add(new RouteKey(route.Method, route.Path).Form) && Conflict(route.Path, variables) is var (variable, other, parent))
                    yield return Fault.Of(RuleIds.RouteCollision, route.Declaration, $"'{variable}' of '{route.RouteKey}' stands where another route of '{api.LogicalId}' has '{other}': a REST API has one name for the variable below '{parent}'");
            }
        }
    }

    private static (string Variable, string Other, string Parent)? Conflict(string path, Dictionary<string, string> variables)
    {
        var parent = "";
        foreach (var segment in path.Split('/').Skip(1))
        {
            if (segment.StartsWith("{", StringComparison.Ordinal))
            {
                if (!variables.TryGetValue(parent, out var known))
                    variables.Add(parent, segment);
                else if (known != segment)
                    return (segment, known, parent.Length == 0 ? "/" : parent);
            }

            parent += "/" + segment;
        }

        return null;
    }
}
