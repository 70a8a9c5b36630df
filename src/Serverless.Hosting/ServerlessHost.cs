using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serverless.Hosting.HttpApi;
using Serverless.Hosting.Invoking;
using Serverless.Hosting.Routing;
using Serverless.Runtime;

namespace Serverless.Hosting;

/// <summary>
/// Serves the functions of this program over HTTP on Kestrel, on the developer's machine and in a container. Each request
/// becomes the event API Gateway would send, so the handler is the one that runs on Lambda.
/// </summary>
/// <example><code>return await ServerlessHost.RunAsync(args);</code></example>
public static class ServerlessHost
{
    /// <summary>
    /// Serves every route until SIGTERM or Ctrl+C. On Lambda (`AWS_LAMBDA_RUNTIME_API` is set) it runs the Runtime API loop
    /// instead, so a `Main` that only calls this works in both places.
    /// </summary>
    /// <param name="args">
    /// `--urls http://0.0.0.0:8080` (default http://localhost:5000, or what `ASPNETCORE_URLS` and `ASPNETCORE_HTTP_PORTS` say);
    /// `--api OrdersApi` serves the routes of one API.
    /// </param>
    /// <returns>The exit code: 0 after an orderly end, 1 when the application cannot be served.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (ServerlessRuntime.IsOnLambda)
            return ServerlessRuntime.Run(args);
        try
        {
            await using var app = Build(args, FunctionTable.All, new HostLimits());
            await app.RunAsync();
            return 0;
        }
        catch (HostingException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    internal static WebApplication Build(string[] args, IReadOnlyList<FunctionDescription> functions, HostLimits limits)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = HostLimits.RequestHead;
            kestrel.Limits.MaxRequestLineSize = HostLimits.RequestHead;
            kestrel.Limits.MaxRequestBodySize = HostLimits.RequestBody;
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = limits.Drain);
        // The table of routes says what these two would say.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        var routes = RouteTable.Build(functions, builder.Configuration["api"]);
        Initialize(functions);
        var app = builder.Build();
#pragma warning disable CA2000 // Lives as long as the process.
        var stopping = new CancellationTokenSource();
#pragma warning restore CA2000
        app.Lifetime.ApplicationStopping.Register(() => stopping.CancelAfter(limits.DrainQuietly));
        app.Lifetime.ApplicationStarted.Register(() => StartMessage.Write(Console.Out, app.Urls, routes, functions));

        var caller = new FunctionCaller(stopping.Token);
        var invoke = new InvokeEndpoint(caller);
        var route = new RouteEndpoint(caller, limits);
        app.Run(context => AnswerAsync(context, routes, route, invoke, app.Lifetime));
        return app;
    }

    private static async Task AnswerAsync(HttpContext context, RouteTable routes, RouteEndpoint route, InvokeEndpoint invoke, IHostApplicationLifetime lifetime)
    {
        var path = EncodedPath(context);
        if (await invoke.TryAnswerAsync(context, path))
            return;
        var match = routes.Match(context.Request.Method, path);
        if (path == "/health" && HttpMethods.IsGet(context.Request.Method) && match is not { Route.Pattern.IsDefault: false })
        {
            // A container that is going away should get no new work.
            context.Response.StatusCode = lifetime.ApplicationStopping.IsCancellationRequested ? 503 : 200;
            await context.Response.WriteAsync("ok", context.RequestAborted);
        }
        else if (match is { } found)
        {
            await route.AnswerAsync(context, path, found);
        }
        else
        {
            await HttpApiResponse.NotFoundAsync(context);
        }
    }

    /// <summary>As the client sent it: the server's own path has encoded slashes and others mixed.</summary>
    private static string EncodedPath(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (!target.StartsWith('/'))
            return context.Request.Path.ToUriComponent();
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? target : target[..query];
    }

    private static void Initialize(IReadOnlyList<FunctionDescription> functions)
    {
        foreach (var function in functions)
        {
            try
            {
                function.Initialize?.Invoke();
            }
#pragma warning disable CA1031 // Whatever the construction of the object graph throws, it names the function.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                FunctionLog.Write(FunctionLogLevel.Fatal, function.Id + " cannot be initialized", null, exception);
                throw new HostingException($"{function.Id} cannot be initialized: {exception.GetBaseException().Message}");
            }
        }
    }
}
