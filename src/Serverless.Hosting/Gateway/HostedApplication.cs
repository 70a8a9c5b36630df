using Serverless.Hosting.Routing;
using Serverless.Runtime;

namespace Serverless.Hosting.Gateway;

/// <summary>
/// Every front door of the program and where it is served. HTTP and REST APIs share the root; a WebSocket API is at its stage or its id, a
/// function URL at its function's id, or at the root when it is the only door. With `--by-id` everything is below its id.
/// </summary>
internal sealed class HostedApplication
{
    private readonly Dictionary<string, HostedApi> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HostedRoutes> _byStage = new(StringComparer.Ordinal);
    private readonly HostedRoutes _root = new();

    private HostedApplication(IReadOnlyList<FunctionDescription> functions) => Functions = functions;

    public IReadOnlyList<FunctionDescription> Functions { get; }

    public List<HostedApi> Apis { get; } = [];

    /// <summary>The state machines of the program, asked for when they are needed.</summary>
    public IReadOnlyList<MachineDescription> Machines => field ??= MachineTable.All;

    public IEnumerable<HostedApi> WebSocketApis => Apis.Where(static api => api.Door == FrontDoor.WebSocketApi);

    /// <exception cref="HostingException">Two routes answer one request, an API that was asked for does not exist.</exception>
    public static HostedApplication Build(IReadOnlyList<FunctionDescription> functions, ApplicationDescription description, ServerlessHostOptions options)
    {
        var application = new HostedApplication(functions);
        var byId = functions.ToDictionary(static f => f.Id, StringComparer.Ordinal);
        foreach (var api in description.Apis.Concat(Undescribed(functions, description)).Where(api => options.Api is null || api.Id == options.Api))
            application.Add(Door(api.Protocol), api, options, byId);
        foreach (var url in description.FunctionUrls.Where(url => byId.ContainsKey(url.Function) && (options.Api is null || url.Function == options.Api)))
            application.Add(FrontDoor.FunctionUrl, Api(url), options, byId);
        if (options.Api is not null && application.Apis.Count == 0)
            throw new HostingException($"The program has no API '{options.Api}'.");
        application.Place(options.ById);
        return application;
    }

    /// <summary>The route of a request; `path` is what is left of the path for its API.</summary>
    public RouteMatch? Match(string method, string path, out HostedApi? api, out string rest)
    {
        rest = path;
        api = null;
        var first = FirstSegment(path);
        if (_byId.TryGetValue(first, out var named))
        {
            api = named;
            rest = Rest(path, first);
            return named.Door == FrontDoor.WebSocketApi ? null : MatchIn(named, method, ref rest);
        }

        // A stage in the path is taken off, as an API's own address has it; without it the request came as through a custom domain.
        if (_byStage.TryGetValue(first, out var staged) && staged.Match(method, Rest(path, first)) is { } found)
        {
            api = found.Route.Api;
            rest = Rest(path, first);
            return found;
        }

        var match = _root.Match(method, path);
        api = match?.Route.Api;
        return match;
    }

    /// <summary>The API that answers for a path without a route of this method: for CORS and for the words of a refusal.</summary>
    public HostedApi? ApiOf(string path, out string rest)
    {
        var first = FirstSegment(path);
        rest = Rest(path, first);
        if (_byId.TryGetValue(first, out var named))
        {
            if (named.HasStageInPath && FirstSegment(rest) == named.Stage)
                rest = Rest(rest, named.Stage);
            return named;
        }

        if (_byStage.TryGetValue(first, out var staged) && staged.MatchPath(rest) is { } stagedRoute)
            return stagedRoute.Api;
        rest = path;
        if (_root.MatchPath(path) is { } route)
            return route.Api;
        var atRoot = Apis.Where(static api => api.BasePath.Length == 0 && api.Door != FrontDoor.WebSocketApi).Take(2).ToList();
        return atRoot.Count == 1 ? atRoot[0] : null;
    }

    /// <summary>The WebSocket API at a path and what follows it: `/live`, `/ChatApi`, `/live/@connections/x`.</summary>
    public HostedApi? FindWebSocketApi(string path, out string rest)
    {
        var first = FirstSegment(path);
        rest = Rest(path, first);
        if (_byId.TryGetValue(first, out var named))
        {
            if (named.Door != FrontDoor.WebSocketApi)
                return null;
            if (FirstSegment(rest) == named.Stage)
                rest = Rest(rest, named.Stage);
            return named;
        }

        HostedApi? only = null;
        foreach (var api in Apis)
        {
            if (api.Door != FrontDoor.WebSocketApi)
                continue;
            if (only is not null)
                return null;
            only = api;
        }

        return only is { BasePath.Length: 0 } && only.Stage == first ? only : null;
    }

    private static RouteMatch? MatchIn(HostedApi api, string method, ref string path)
    {
        if (api.HasStageInPath && FirstSegment(path) == api.Stage && api.Tree.Match(method, Rest(path, api.Stage)) is { } found)
        {
            path = Rest(path, api.Stage);
            return found;
        }

        return api.Tree.Match(method, path);
    }

    private void Add(FrontDoor door, ApiDescription description, ServerlessHostOptions options, Dictionary<string, FunctionDescription> functions)
    {
        var stage = door == FrontDoor.FunctionUrl ? "$default" : options.Stage ?? description.StageName;
        var variables = description.StageVariables.Select(v => options.StageVariables.TryGetValue(v.Key, out var value) ? new(v.Key, value) : v).ToList();
        var api = new HostedApi(door, description, stage, variables);
        foreach (var route in description.Routes)
        {
            // A function of another front end has no handler of ours: SAM's own tools run it.
            if (route.Target is FunctionTarget target && !functions.ContainsKey(target.Function))
                continue;
            var hosted = new Route(
                api,
                door == FrontDoor.WebSocketApi ? HostedPattern.OfMessage(route.RouteKey) : HostedPattern.Parse(route.RouteKey),
                route,
                route.Target is FunctionTarget { Function: var id } ? functions[id] : null);
            api.Routes.Add(hosted);
            if (door != FrontDoor.WebSocketApi && api.Tree.Add(hosted) is { } taken)
                throw new HostingException($"The API {api.Id} has two routes for {route.RouteKey}: {Target(taken)} and {Target(hosted)}.");
        }

        if (door == FrontDoor.FunctionUrl && api.Routes is [{ Function: { } answering } only])
            ShowOwnRoutes(api, only, answering);
        Apis.Add(api);
    }

    /// <summary>`{function} {route key}` are the routes that a function behind its own address tells apart.</summary>
    private static void ShowOwnRoutes(HostedApi api, Route only, FunctionDescription function)
    {
        var prefix = api.Id + " ";
        var own = function.Routes.Where(r => r.StartsWith(prefix, StringComparison.Ordinal)).Select(r => only with { Pattern = HostedPattern.Parse(r[prefix.Length..]) }).ToList();
        if (own.Count > 0)
            api.Show(own);
    }

    private void Place(bool byId)
    {
        var doors = Apis.Count(static api => api.Door != FrontDoor.WebSocketApi);
        var sockets = Apis.Count - doors;
        foreach (var api in Apis)
        {
            var hasIdPath = byId || api.Door == FrontDoor.WebSocketApi || (api.Door == FrontDoor.FunctionUrl && doors > 1);
            if (hasIdPath)
                _byId.Add(api.Id, api);
            if (api.Door == FrontDoor.WebSocketApi)
            {
                api.BasePath = byId || sockets > 1 ? "/" + api.Id : "";
                continue;
            }

            if (hasIdPath)
            {
                api.BasePath = "/" + api.Id;
                continue;
            }

            foreach (var route in api.Routes)
            {
                if (api.HasStageInPath)
                    Stage(api.Stage).Add(route);
                if (_root.Add(route) is { } taken)
                {
                    throw new HostingException(
                        $"The route {route.Pattern.Key} is answered by {Target(taken)} of {taken.Api.Id} and {Target(route)} of {api.Id}. "
                        + $"Serve one API with --api {taken.Api.Id}, or each below its id with --by-id true.");
                }
            }
        }
    }

    private HostedRoutes Stage(string name)
    {
        if (!_byStage.TryGetValue(name, out var tree))
            _byStage.Add(name, tree = new HostedRoutes());
        return tree;
    }

    /// <summary>Routes that functions declare without an API's description: those of a host's tests and of hand-made registrations.</summary>
    private static IEnumerable<ApiDescription> Undescribed(IReadOnlyList<FunctionDescription> functions, ApplicationDescription description)
    {
        // A function URL's routes are found by the function itself.
        var known = description.Apis.Select(static api => api.Id).Concat(description.FunctionUrls.Select(static url => url.Function)).ToHashSet(StringComparer.Ordinal);
        var routes = new SortedDictionary<string, List<RouteDescription>>(StringComparer.Ordinal);
        foreach (var function in functions)
        {
            foreach (var declared in function.Routes)
            {
                var space = declared.IndexOf(' ', StringComparison.Ordinal);
                if (space <= 0)
                    throw new HostingException($"Function {function.Id} declares the route '{declared}' without its API.");
                var api = declared[..space];
                if (known.Contains(api))
                    continue;
                if (!routes.TryGetValue(api, out var list))
                    routes.Add(api, list = []);
                list.Add(new RouteDescription(declared[(space + 1)..], new FunctionTarget(function.Id)));
            }
        }

        return routes.Select(static api => new ApiDescription(api.Key, ApiProtocol.Http, "$default") { Routes = api.Value });
    }

    private static ApiDescription Api(FunctionUrlDescription url) => new(url.Function, ApiProtocol.Http, "$default")
    {
        Cors = url.Cors,
        Routes = [new RouteDescription(HostedPattern.Default, new FunctionTarget(url.Function)) { Access = url.IsPublic ? RouteAccess.Public : RouteAccess.Iam, Streaming = url.Streaming }],
    };

    private static FrontDoor Door(ApiProtocol protocol) => protocol switch
    {
        ApiProtocol.Rest => FrontDoor.RestApi,
        ApiProtocol.WebSocket => FrontDoor.WebSocketApi,
        _ => FrontDoor.HttpApi,
    };

    /// <summary>For messages: who answers.</summary>
    public static string Target(Route route) => route.Function?.Id ?? route.Description.Target switch
    {
        ProxyTarget proxy => proxy.Uri,
        ServiceTarget service => service.Service + ":" + service.Action,
        _ => "a fixed answer",
    };

    private static string FirstSegment(string path)
    {
        if (path.Length < 2)
            return "";
        var slash = path.IndexOf('/', 1);
        return slash < 0 ? path[1..] : path[1..slash];
    }

    private static string Rest(string path, string first)
    {
        var rest = path.Length > first.Length + 1 ? path[(first.Length + 1)..] : "";
        return rest.Length == 0 ? "/" : rest;
    }
}
