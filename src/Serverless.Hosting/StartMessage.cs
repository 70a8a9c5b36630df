using Serverless.Hosting.Routing;
using Serverless.Runtime;

namespace Serverless.Hosting;

/// <summary>What a developer sees when the host has started: addresses, routes and how to call the rest.</summary>
internal static class StartMessage
{
    public static void Write(TextWriter console, IEnumerable<string> urls, RouteTable routes, IReadOnlyList<FunctionDescription> functions)
    {
        foreach (var url in urls)
            console.WriteLine("Listening on " + url);
        if (routes.Routes.Count > 0)
        {
            var width = routes.Routes.Max(static r => r.Pattern.Key.Length);
            foreach (var route in routes.Routes)
                console.WriteLine("  " + route.Pattern.Key.PadRight(width) + "  -> " + route.Function.Id);
        }

        foreach (var function in functions.Where(static f => f.Routes.Count == 0))
            console.WriteLine("  POST /2015-03-31/functions/" + function.Id + "/invocations");
        if (functions.Count == 0)
            console.WriteLine("  This program has no functions.");
        console.WriteLine("  GET /health");
    }
}
