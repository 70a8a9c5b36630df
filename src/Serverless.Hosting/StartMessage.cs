using Serverless.Hosting.Gateway;
using Serverless.Runtime;

namespace Serverless.Hosting;

/// <summary>What a developer sees when the host has started: addresses, routes, how to call the rest, and what is not checked here.</summary>
internal static class StartMessage
{
    public static void Write(TextWriter console, IReadOnlyCollection<string> urls, HostedApplication application, ServerlessHostOptions options)
    {
        foreach (var url in urls)
            console.WriteLine("Listening on " + url);
        var routed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var api in application.Apis)
            WriteApi(console, api, routed);
        foreach (var function in application.Functions.Where(f => !routed.Contains(f.Id)))
            console.WriteLine("  POST /2015-03-31/functions/" + function.Id + "/invocations");
        if (application.Functions.Count == 0)
            console.WriteLine("  This program has no functions.");
        if (application.Machines.Count > 0)
            console.WriteLine("State machines, run in process: " + string.Join(", ", application.Machines.Select(static m => m.Id)));
        console.WriteLine("  GET /health");
        if (options.HasPage && urls.FirstOrDefault() is { } first)
            console.WriteLine("Try the routes at " + first.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/') + "/_serverless");
        WriteIdentity(console, application, options);
    }

    private static void WriteApi(TextWriter console, HostedApi api, HashSet<string> routed)
    {
        var kind = api.Door switch
        {
            FrontDoor.RestApi => "REST API",
            FrontDoor.WebSocketApi => "WebSocket API",
            FrontDoor.FunctionUrl => "function URL",
            _ => "HTTP API",
        };
        console.WriteLine($"{api.Id}, {kind}, stage {api.Stage}, at {Address(api)}");
        var width = api.Shown.Count == 0 ? 0 : api.Shown.Max(static r => r.Pattern.Key.Length);
        foreach (var route in api.Shown.OrderBy(static r => r.Pattern.Key, StringComparer.Ordinal))
        {
            var access = route.Description.Access switch
            {
                RouteAccess.Iam => "  [IAM]",
                RouteAccess.Authorizer => "  [" + route.Description.Authorizer + "]",
                _ => "",
            };
            console.WriteLine("  " + route.Pattern.Key.PadRight(width) + "  -> " + HostedApplication.Target(route) + access);
        }

        routed.UnionWith(api.Routes.Select(static r => r.Function?.Id).OfType<string>());
        routed.UnionWith(api.Description.Authorizers.Select(static a => a.Function));
    }

    /// <summary>The path below which it is found.</summary>
    public static string Address(HostedApi api) => api.Door switch
    {
        FrontDoor.WebSocketApi => api.BasePath.Length > 0 ? api.BasePath : "/" + api.Stage,
        _ when api.HasStageInPath => $"{api.BasePath}/ and {api.BasePath}/{api.Stage}/",
        _ => api.BasePath + "/",
    };

    /// <summary>Said loudly: nobody should take this host for a guard.</summary>
    private static void WriteIdentity(TextWriter console, HostedApplication application, ServerlessHostOptions options)
    {
        if (options.Identity is not null || !application.Apis.Any(static api => NeedsIdentity(api)))
            return;
        console.WriteLine(
            options.IsDevelopment || options.AllowUnvalidatedTokens
                ? "WARNING: tokens and signatures are NOT checked here. Whoever reaches this process is who he says he is: claims are read from any token,"
                  + " signed or not, and X-Local-User names an IAM user."
                : "Routes with a JWT, Cognito or IAM authorizer answer 401 or 403: this host checks no tokens. Where API Gateway in front has checked them and nothing else"
                  + " reaches this process, start with --unvalidated-tokens true; else set ServerlessHostOptions.Identity.");
    }

    private static bool NeedsIdentity(HostedApi api) => api.Routes.Any(route =>
        route.Description.Access == RouteAccess.Iam
        || (route.Description.Access == RouteAccess.Authorizer && api.Authorizer(route.Description.Authorizer) is { Kind: not ApiAuthorizerKind.Lambda }));
}
