using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>The APIs of the project and the question which of them a route belongs to: its own, its class's, the assembly's, else an implicit one.</summary>
internal sealed class ApiTable
{
    private readonly Reading _reading;
    private readonly Dictionary<ISymbol, ApiDraft> _gateways = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ApiDraft> _webSockets = new(SymbolEqualityComparer.Default);
    private ApiDraft? _implicit;
    private ApiDraft? _implicitWebSocket;

    public ApiTable(Reading reading)
    {
        _reading = reading;
        Authorizers = new AuthorizerTable(reading);
        Authorization = new RouteAuthorizationReader(Authorizers, reading);
    }

    public AuthorizerTable Authorizers { get; }

    public RouteAuthorizationReader Authorization { get; }

    private IEnumerable<ApiDraft> All
    {
        get
        {
            foreach (var api in _gateways.Values)
                yield return api;
            foreach (var api in _webSockets.Values)
                yield return api;
            if (_implicit is not null)
                yield return _implicit;
            if (_implicitWebSocket is not null)
                yield return _implicitWebSocket;
        }
    }

    /// <summary>The APIs of one kind as their routes left them, ordered by logical id.</summary>
    public EquatableArray<T> Completed<T>() where T : Api, IEquatable<T> =>
        All.Where(static api => api.Api is T).Select(static api => api.Complete<T>()).OrderBy(static api => api.LogicalId, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Reads the APIs and authorizers that a class or the assembly declares.</summary>
    public void Declare(DeclaredAttributes owner)
    {
        if (ApiScope.Find(owner, HttpApiReader.Attribute, _reading) is { } http)
            _gateways.Add(owner.Symbol, new ApiDraft(HttpApiReader.Read(http), http));
        if (ApiScope.Find(owner, RestApiReader.Attribute, _reading) is { } rest)
        {
            if (_gateways.ContainsKey(owner.Symbol))
                _reading.Report(RuleIds.RouteCollision, rest.Declaration, "Routes belong to one API, and an HTTP API stands here already: put one of the two on a class of its own");
            else
                _gateways.Add(owner.Symbol, new ApiDraft(RestApiReader.Read(rest), rest));
        }

        if (ApiScope.Find(owner, WebSocketApiReader.Attribute, _reading) is { } webSocket)
            _webSockets.Add(owner.Symbol, new ApiDraft(WebSocketApiReader.Read(webSocket), webSocket));
        Authorizers.Declare(owner);
        ApiCompanions.Check(owner, _gateways.TryGetValue(owner.Symbol, out var gateway) ? gateway : null, _webSockets.TryGetValue(owner.Symbol, out var connections) ? connections : null, _reading);
    }

    /// <summary>Called when every authorizer is declared and before any route is read.</summary>
    public void ResolveDefaults()
    {
        foreach (var api in All)
            Authorization.ResolveDefault(api);
        foreach (var function in Authorizers.Functions)
        {
            if (function.Api is not { } named)
                continue;
            var found = false;
            foreach (var apis in new[] { _gateways, _webSockets })
            {
                if (!apis.TryGetValue(named, out var api))
                    continue;
                found = true;
                api.Use(function.Authorizer);
            }

            if (!found)
                ReportNoApi(named, function.ApiPlace, "[ServerlessHttpApi]");
        }
    }

    /// <summary>The API of an HTTP route; null with a fault when it names none.</summary>
    public ApiDraft? Resolve(RouteTarget route)
    {
        if (route.Api is { } named)
            return Named(named, route, _gateways, "[ServerlessHttpApi]");
        if (Nearest(route, _gateways) is { } declared)
            return declared;
        return _implicit ??= new ApiDraft(new HttpApi { LogicalId = ApiReader.AssemblyApiId(_reading.Project.AssemblyName), Declaration = route.At, IsImplicit = true, StageVariables = StageVariables() }, scope: null);
    }

    /// <summary>The API that a route belongs to when nothing is made for it; null when there is none.</summary>
    public ApiDraft? Nearest(RouteTarget route) => route.Api is null ? Nearest(route, _gateways) : Resolve(route);

    /// <summary>The API of a WebSocket route; null with a fault when it names none.</summary>
    public ApiDraft? ResolveWebSocket(RouteTarget route)
    {
        if (route.Api is { } named)
            return Named(named, route, _webSockets, "[ServerlessWebSocketApi]");
        if (Nearest(route, _webSockets) is { } declared)
            return declared;
        return _implicitWebSocket ??= new ApiDraft(
            new WebSocketApi { LogicalId = ApiReader.AssemblyWebSocketApiId(_reading.Project.AssemblyName), Declaration = route.At, IsImplicit = true, StageName = RestApiReader.DefaultStage, StageVariables = StageVariables() }, scope: null);
    }

    private ApiDraft? Nearest(RouteTarget route, Dictionary<ISymbol, ApiDraft> apis)
    {
        if (route.ContainingType is { } type && apis.TryGetValue(type, out var own))
            return own;
        return apis.TryGetValue(_reading.Compilation.Assembly, out var ofAssembly) ? ofAssembly : null;
    }

    private ApiDraft? Named(INamedTypeSymbol type, RouteTarget route, Dictionary<ISymbol, ApiDraft> apis, string attribute)
    {
        if (apis.TryGetValue(type, out var api))
            return api;
        ReportNoApi(type, route.At.Argument is null ? route.At with { Argument = "Api" } : route.At, attribute);
        return null;
    }

    private void ReportNoApi(INamedTypeSymbol type, DeclarationRef at, string attribute)
    {
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _reading.Compilation.Assembly))
            _reading.Report(RuleIds.ForeignProject, at, type.Name, type.ContainingAssembly?.Name ?? "");
        else if (_gateways.ContainsKey(type) || _webSockets.ContainsKey(type))
            _reading.Report(RuleIds.RouteCollision, at, $"'{type.Name}' is an API of another kind: this route needs one with {attribute}");
        else
            _reading.Report(RuleIds.RouteCollision, at, $"'{type.Name}' is no API: put {attribute} on it");
    }

    private EquatableArray<StageVariable> StageVariables() => StageVariableReader.Read(_reading.Assembly, _reading);
}
