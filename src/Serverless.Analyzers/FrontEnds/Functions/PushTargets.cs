using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>
/// Finds the WebSocket API that a function with `IWebSocketConnections` pushes to: the one it answers, the one of its class, the
/// assembly's, or the only one there is. With none in the project the address is the user's to set.
/// </summary>
internal static class PushTargets
{
    public static Function Assign(Function function, IReadOnlyList<WebSocketApi> apis, Reading reading)
    {
        if (apis.Count == 0 || !function.Entries.Any(static e => e.Pushes))
            return function;
        var own = function.WebSocketRoutes.Select(static r => r.Api).Distinct(StringComparer.Ordinal).ToList();
        if (own.Count == 1)
            return function with { PushesTo = own[0] };
        var nearest = own.Count > 1 ? null : apis.FirstOrDefault(api => IsOfClass(api, function)) ?? apis.FirstOrDefault(IsOfAssembly) ?? (apis.Count == 1 ? apis[0] : null);
        if (nearest is not null)
            return function with { PushesTo = nearest.LogicalId };
        reading.Report(
            RuleIds.RouteCollision,
            function.Declaration,
            $"'{function.LogicalId}' pushes to a WebSocket API, and {string.Join(", ", apis.Select(static a => $"'{a.LogicalId}'"))} are equally near: put the function into the class of one of them");
        return function;
    }

    private static bool IsOfAssembly(WebSocketApi api) => api.IsImplicit || api.Declaration.Symbol == DeclarationRef.Assembly;

    /// <summary>A method's id is its class's with a name behind it.</summary>
    private static bool IsOfClass(WebSocketApi api, Function function)
    {
        var type = api.Declaration.Symbol;
        var symbol = function.Declaration.Symbol;
        return type.StartsWith("T:", StringComparison.Ordinal)
            && symbol.Length > 2
            && (symbol == type || (symbol.Substring(2).StartsWith(type.Substring(2) + ".", StringComparison.Ordinal) && !IsNested(symbol, type.Length)));
    }

    /// <summary>`Outer.Inner.Method` is not of the class `Outer`.</summary>
    private static bool IsNested(string method, int typeLength)
    {
        var end = method.IndexOf('(');
        var name = end < 0 ? method.Substring(typeLength + 1) : method.Substring(typeLength + 1, end - typeLength - 1);
        return name.IndexOf('.') >= 0;
    }
}
