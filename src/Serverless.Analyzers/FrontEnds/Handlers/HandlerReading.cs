using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Json;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>What the readers of one handler share: the method, its routes and where its faults stand.</summary>
internal sealed class HandlerReading(IMethodSymbol method, HandlerKind kind, EquatableArray<HttpRoute> routes, EquatableArray<WebSocketRoute> socketRoutes, Reading reading, JsonContract json)
{
    public IMethodSymbol Method { get; } = method;

    public HandlerKind Kind { get; } = kind;

    public EquatableArray<HttpRoute> Routes { get; } = routes;

    public EquatableArray<WebSocketRoute> SocketRoutes { get; } = socketRoutes;

    public Reading Reading { get; } = reading;

    public JsonContract Json { get; } = json;

    public DeclarationRef At { get; } = Reading.Of(method);

    /// <summary>Route variables that some parameter takes.</summary>
    public HashSet<string> UsedVariables { get; } = new(StringComparer.Ordinal);

    /// <summary>What the container must have.</summary>
    public List<ServiceNeed> Needs { get; } = [];

    /// <summary>The parameter that takes the body; null while none does.</summary>
    public string? BodyParameter { get; set; }

    /// <summary>The first parameter that takes the body as a form; null while none does.</summary>
    public string? FormParameter { get; set; }

    /// <summary>What is to be checked inside the body.</summary>
    public EquatableArray<BodyShape> BodyShapes { get; set; }

    /// <summary>The answer has a status and a body.</summary>
    public bool IsRoute => Kind is HandlerKind.HttpRoute or HandlerKind.WebSocketRoute;

    /// <summary>Arguments come from the parts of a request.</summary>
    public bool IsRequest => Kind != HandlerKind.Invocation;

    /// <summary>The method answers messages, not only connections that begin and end.</summary>
    public bool TakesMessages => Kind == HandlerKind.WebSocketRoute
        && (SocketRoutes.Count == 0 || SocketRoutes.Any(static r => r.RouteKey is not (WebSocketRoute.Connect or WebSocketRoute.Disconnect)));

    /// <summary>Why a body cannot be asked for; null when every route of the method can carry one.</summary>
    public string? NoBodyReason => Kind switch
    {
        HandlerKind.WebSocketRoute => TakesMessages ? null : "a connection that begins or ends carries no message",
        HandlerKind.Authorizer => "an authorizer is shown no body",
        _ => Routes.All(static r => r.Method is not ("GET" or "HEAD" or "DELETE")) ? null : "GET, HEAD and DELETE carry no body",
    };

    /// <summary>The variable of that name in some route, case ignored; null when there is none.</summary>
    public string? Variable(string name)
    {
        foreach (var route in Routes)
        {
            foreach (var variable in RouteVariables.Of(route))
            {
                if (string.Equals(variable, name, StringComparison.OrdinalIgnoreCase))
                    return variable;
            }
        }

        return null;
    }

    public void Report(string ruleId, ISymbol parameter, params string[] arguments) => Reading.Report(ruleId, At.AtParameter(parameter.Name), arguments);

    /// <summary>Notes a type that travels as JSON. Reports SVLS2008 when the context does not list it: it is then read by reflection.</summary>
    public void RequireJson(ITypeSymbol type, DeclarationRef at, JsonUse use = JsonUse.Any)
    {
        Reading.PlainTypes.Add(type, use);
        if (Json.ContextName is null ? !Reading.Project.PublishAot : Json.Knows(type))
            return;
        var context = Json.ContextName is { } name ? "'" + name.Substring(name.LastIndexOf('.') + 1) + "' does not list it" : "there is no JsonSerializerContext";
        Reading.Report(new Fault(
            RuleIds.NoJsonMetadata,
            at,
            EquatableArray.Of(type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), context),
            IsWarning: !Reading.Project.PublishAot));
    }
}

/// <summary>Names in braces in a route's path.</summary>
internal static class RouteVariables
{
    public static IEnumerable<string> Of(HttpRoute route)
    {
        foreach (var segment in route.Path.Split('/'))
        {
            if (segment.Length > 2 && segment[0] == '{' && segment[segment.Length - 1] == '}')
                yield return segment.Substring(1, segment.Length - 2).TrimEnd('+');
        }
    }
}
