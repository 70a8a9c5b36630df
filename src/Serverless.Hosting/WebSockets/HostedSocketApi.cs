using Serverless.Hosting.Gateway;
using Serverless.Hosting.Routing;
using Serverless.Runtime;

namespace Serverless.Hosting.WebSockets;

/// <summary>The routes of a WebSocket API by key.</summary>
internal sealed class HostedSocketApi
{
    private readonly Dictionary<string, Route> _routes = new(StringComparer.Ordinal);
    private readonly Route? _default;

    /// <exception cref="HostingException">Two functions answer one route, or the selection expression cannot be read.</exception>
    public HostedSocketApi(HostedApi api)
    {
        Api = api;
        Selection = new RouteSelection(api.Description.RouteSelectionExpression);
        foreach (var route in api.Routes)
        {
            if (!_routes.TryAdd(route.Pattern.Key, route))
                throw new HostingException($"The API {api.Id} has two routes for {route.Pattern.Key}: {_routes[route.Pattern.Key].Function?.Id} and {route.Function?.Id}.");
        }

        Connect = _routes.GetValueOrDefault("$connect");
        Disconnect = _routes.GetValueOrDefault("$disconnect");
        _default = _routes.GetValueOrDefault("$default");
        NoConnect = new Route(api, HostedPattern.OfMessage("$connect"), new RouteDescription("$connect", new FunctionTarget("")), null);
    }

    public HostedApi Api { get; }

    public RouteSelection Selection { get; }

    public Route? Connect { get; }

    public Route? Disconnect { get; }

    /// <summary>Stands for `$connect` where nobody declares it: everybody may connect.</summary>
    public Route NoConnect { get; }

    /// <summary>The route of a message; null when nobody answers it. A client cannot choose `$connect` and its like.</summary>
    public Route? Find(string? key) => key is not null && !key.StartsWith('$') && _routes.TryGetValue(key, out var route) ? route : _default;
}
