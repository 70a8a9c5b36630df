using Serverless.Analyzers.FrontEnds.Apis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>What calls a function: its routes, its address, a state, an API that asks who may call.</summary>
internal sealed record FunctionEvents
{
    public required HandlerKind Kind { get; init; }

    public EquatableArray<HttpRoute> Routes { get; init; }

    public EquatableArray<WebSocketRoute> WebSocketRoutes { get; init; }

    public FunctionUrl? Url { get; init; }

    /// <summary>`[TaskState]`, or null.</summary>
    public AttributeArguments? Task { get; init; }

    /// <summary>Reads them; two kinds of event for one method are SVLS2002, and the nearest of the list below stays.</summary>
    public static FunctionEvents Read(FunctionScope scope, ApiTable apis, Reading reading)
    {
        var kinds = new List<(string Name, AttributeArguments Attribute)>();
        foreach (var name in new[] { RouteReader.Attribute, FunctionUrlReader.Attribute, WebSocketRouteReader.Attribute, LambdaAuthorizerReader.Attribute, "TaskState" })
        {
            if (scope.Method.Find(name) is not { } attribute || (name == FunctionUrlReader.Attribute && kinds.Count > 0))
                continue;
            if (kinds.Count > 0)
                reading.Report(RuleIds.SettingsExclude, scope.Method.At(attribute), "[" + name + "]", "[" + kinds[0].Name + "]", "a function has one kind of event");
            kinds.Add((name, attribute));
        }

        return (kinds.Count == 0 ? "" : kinds[0].Name) switch
        {
            RouteReader.Attribute or FunctionUrlReader.Attribute => OfRoutes(scope, apis, reading),
            WebSocketRouteReader.Attribute => new FunctionEvents { Kind = HandlerKind.WebSocketRoute, WebSocketRoutes = WebSocketRouteReader.Read(scope, apis, reading) },
            LambdaAuthorizerReader.Attribute => new FunctionEvents { Kind = HandlerKind.Authorizer },
            "TaskState" => new FunctionEvents { Kind = HandlerKind.Invocation, Task = kinds[0].Attribute },
            _ => new FunctionEvents { Kind = HandlerKind.Invocation },
        };
    }

    private static FunctionEvents OfRoutes(FunctionScope scope, ApiTable apis, Reading reading)
    {
        var url = FunctionUrlReader.Read(scope, reading);
        var routes = RouteReader.Read(scope, url, apis, reading);
        var hasRoutes = scope.Method.Has(RouteReader.Attribute);
        if (url is not null && !hasRoutes)
            routes = EquatableArray.Of(EveryRequest(scope, url));
        return new FunctionEvents { Kind = routes.Count > 0 ? HandlerKind.HttpRoute : HandlerKind.Invocation, Routes = routes, Url = url };
    }

    /// <summary>An address without routes.</summary>
    private static HttpRoute EveryRequest(FunctionScope scope, FunctionUrl url) => new()
    {
        Api = "",
        Method = RouteKey.Default,
        Path = "",
        Declaration = url.Declaration,
        StatusCode = RouteReader.HasNoResult(scope.Symbol) ? 204 : 200,
        OperationId = scope.Symbol.ContainingType.Name + "_" + scope.Symbol.Name,
        Streaming = url.Streaming,
    };
}
