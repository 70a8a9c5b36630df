using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Authorization;
using Serverless.Hosting.Gateway;
using Serverless.Hosting.Invoking;
using Serverless.Hosting.Machines;
using Serverless.Hosting.Page;
using Serverless.Hosting.WebSockets;

namespace Serverless.Hosting;

/// <summary>Who answers a request: the Invoke call, the page, a WebSocket API, a route, the health check, nobody.</summary>
internal sealed class RequestPipeline : IDisposable
{
    private readonly HostedApplication _application;
    private readonly Dictionary<string, HostedSocketApi> _socketApis;
    private readonly InvokeEndpoint _invoke;
    private readonly GatewayEndpoint _gateway;
    private readonly WebSocketEndpoint _sockets;
    private readonly ConnectionsEndpoint _connections;
    private readonly PageEndpoint? _page;
    private readonly HttpProxy _proxy = new();
    private readonly SocketTable _table = new();
    private readonly CancellationToken _stopping;

    /// <param name="application">What is served.</param>
    /// <param name="options">Settings.</param>
    /// <param name="limits">Limits.</param>
    /// <param name="told">Handlers are told to stop.</param>
    /// <param name="stopping">The process begins to stop.</param>
    public RequestPipeline(HostedApplication application, ServerlessHostOptions options, HostLimits limits, CancellationToken told, CancellationToken stopping)
    {
        _application = application;
        _stopping = stopping;
        _socketApis = application.WebSocketApis.ToDictionary(static api => api.Id, static api => new HostedSocketApi(api), StringComparer.Ordinal);
        var identity = options.Identity
            ?? (options.IsDevelopment || options.AllowUnvalidatedTokens ? new UnvalidatedIdentity(TimeProvider.System) : new RefusingIdentity());
        var caller = new FunctionCaller(told);
        var authorizer = new RouteAuthorizer(identity, new LambdaAuthorizer(caller, application.Functions, TimeProvider.System));
        if (_socketApis.Count > 0)
            LocalTransport.Add(_table);
        _invoke = new InvokeEndpoint(caller, application.Functions);
        _gateway = new GatewayEndpoint(caller, authorizer, _proxy, new ExecutionEndpoint(new MachineHost(() => application.Machines, options, told)), limits);
        _sockets = new WebSocketEndpoint(caller, authorizer, _table, limits, stopping);
        _connections = new ConnectionsEndpoint(_table);
        _page = options.HasPage ? new PageEndpoint(application, options) : null;
    }

    public void Dispose()
    {
        LocalTransport.Remove(_table);
        _proxy.Dispose();
    }

    public async Task AnswerAsync(HttpContext http, string path)
    {
        if (await _invoke.TryAnswerAsync(http, path) || (_page is not null && await _page.TryAnswerAsync(http, path)))
            return;
        if (_socketApis.Count > 0 && _application.FindWebSocketApi(path, out var rest) is { } socketApi)
        {
            if (rest == "/" && Handshake.IsAsked(http))
            {
                await _sockets.AnswerAsync(http, _socketApis[socketApi.Id]);
                return;
            }

            if (ConnectionsEndpoint.IsFor(rest))
            {
                await _connections.AnswerAsync(http, socketApi, rest);
                return;
            }
        }

        await RouteAsync(http, path);
    }

    private async Task RouteAsync(HttpContext http, string path)
    {
        var match = _application.Match(http.Request.Method, path, out var api, out var rest);
        if (match is not { Route.Pattern.IsDefault: false })
        {
            if (path == "/health" && HttpMethods.IsGet(http.Request.Method))
            {
                // A container that is going away should get no new work.
                http.Response.StatusCode = _stopping.IsCancellationRequested ? 503 : 200;
                await http.Response.WriteAsync("ok", http.RequestAborted);
                return;
            }
        }

        if (match is null)
            api = _application.ApiOf(path, out rest);
        // An OPTIONS route does not see preflights either where CORS is configured.
        if (api is not null && GatewayEndpoint.TryAnswerPreflight(http, api, match, rest))
            return;
        if (match is { } found)
            await _gateway.AnswerAsync(new GatewayRequest(http, found.Route.Api, found, rest));
        else
            await GatewayResponse.NotFoundAsync(http, api);
    }
}
