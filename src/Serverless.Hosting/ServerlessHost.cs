using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serverless.Hosting.Gateway;
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
    /// Serves every API until SIGTERM or Ctrl+C. On Lambda (`AWS_LAMBDA_RUNTIME_API` is set) it runs the Runtime API loop
    /// instead, so a `Main` that only calls this works in both places.
    /// </summary>
    /// <param name="args">
    /// `--urls http://0.0.0.0:8080` (default http://localhost:5000, or what `ASPNETCORE_URLS` and `ASPNETCORE_HTTP_PORTS` say) and the
    /// options of <see cref="ServerlessHostOptions"/>.
    /// </param>
    /// <returns>The exit code: 0 after an orderly end, 1 when the application cannot be served.</returns>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, static _ => { });

    /// <summary>As <see cref="RunAsync(string[])"/>, with settings from code.</summary>
    /// <param name="args">The command line; it goes before the settings.</param>
    /// <param name="configure">Changes the settings. Not called on Lambda.</param>
    /// <returns>The exit code: 0 after an orderly end, 1 when the application cannot be served.</returns>
    public static async Task<int> RunAsync(string[] args, Action<ServerlessHostOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(configure);
        if (ServerlessRuntime.IsOnLambda)
            return ServerlessRuntime.Run(args);
        try
        {
            var options = ServerlessHostOptions.Read(args, configure, Environment.GetEnvironmentVariable);
            await using var app = Build(args, FunctionTable.All, ApiTable.Describe(), options, new HostLimits());
            await app.RunAsync();
            return 0;
        }
        catch (HostingException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    internal static WebApplication Build(
        string[] args, IReadOnlyList<FunctionDescription> functions, ApplicationDescription description, ServerlessHostOptions options, HostLimits limits)
    {
        var application = HostedApplication.Build(functions, description, options);
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = HostLimits.RequestHead;
            kestrel.Limits.MaxRequestLineSize = HostLimits.RequestHead;
            kestrel.Limits.MaxRequestBodySize = HostLimits.RequestBody;
            // A browser that may choose would open WebSockets inside HTTP/2, which events do not know.
            if (application.WebSocketApis.Any())
                kestrel.ConfigureEndpointDefaults(static endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = limits.Drain);
        // The table of routes says what these two would say.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        Initialize(functions);
        var app = builder.Build();
#pragma warning disable CA2000 // Lives as long as the process.
        var told = new CancellationTokenSource();
#pragma warning restore CA2000
        app.Lifetime.ApplicationStopping.Register(() => told.CancelAfter(limits.DrainQuietly));
        app.Lifetime.ApplicationStarted.Register(() => StartMessage.Write(Console.Out, [.. app.Urls], application, options));
        var pipeline = new RequestPipeline(application, options, limits, told.Token, app.Lifetime.ApplicationStopping);
        app.Lifetime.ApplicationStopped.Register(pipeline.Dispose);
        app.Run(context => pipeline.AnswerAsync(context, EncodedPath(context)));
        return app;
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
