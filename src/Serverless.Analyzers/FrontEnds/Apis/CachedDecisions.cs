using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Parts of a request that tell one route, or one resource of it, from another.</summary>
internal enum RequestPart
{
    Method,
    Route,
    Path,

    /// <summary>A variable of the path: the route key does not tell its values apart.</summary>
    Variable,
}

/// <summary>What a kept decision may look at: SVLS2206 for what is no part of its key.</summary>
internal static class CachedDecisions
{
    private static readonly string[] Routes = ["$context.routeKey", "$context.path", "$context.resourcePath"];

    /// <summary>Reports parameters that identity sources which are written leave out.</summary>
    public static void Check(IMethodSymbol method, EquatableArray<string> sources, Reading reading)
    {
        foreach (var parameter in method.Parameters)
        {
            var at = Reading.Of(method).AtParameter(parameter.Name);
            if (IdentitySources.Of(parameter) is { } source && !sources.Any(known => string.Equals(known, source, StringComparison.OrdinalIgnoreCase)))
                reading.Report(RuleIds.CachedRouteDecision, at, method.Name, "'" + parameter.Name + "'", $"add \"{source}\" to IdentitySources, or set ResultTtl = 0");
            else if (BindingAttributes.Find(parameter) is { Source: ParameterSource.Route } && !IsInKey(RequestPart.Variable, sources))
                reading.Report(RuleIds.CachedRouteDecision, at, method.Name, "'" + parameter.Name + "'", Remedy(RequestPart.Variable));
        }
    }

    /// <summary>A route key stands for a path that has no variables; who reads one is believed to know.</summary>
    public static bool IsInKey(RequestPart part, IReadOnlyCollection<string> sources) => part switch
    {
        RequestPart.Variable => sources.Contains("$context.path"),
        RequestPart.Method => sources.Contains("$context.routeKey") || sources.Contains("$context.httpMethod"),
        _ => Routes.Any(sources.Contains),
    };

    public static string Name(RequestPart part) => part switch
    {
        RequestPart.Method => "the request's method",
        RequestPart.Route => "the route key",
        RequestPart.Path => "the path",
        _ => "a variable of the path",
    };

    public static string Remedy(RequestPart part) =>
        $"add \"{(part == RequestPart.Variable ? "$context.path" : "$context.routeKey")}\" to IdentitySources, or set ResultTtl = 0";
}
