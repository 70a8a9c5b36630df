using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Serverless.Runtime;

namespace Serverless.Benchmarks.Handlers;

/// <summary>
/// What a router and filters add to one handler: the same method as a function of its own, behind a router with many neighbours, found by
/// its key and by its path, and with filters that only let through. Measured in turn, so that the machine's moods meet all alike.
/// </summary>
internal static class RouterFigures
{
    private const int Rounds = 15;
    private const int Calls = 20_000;

    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var neighbours = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50;
        var assembly = HandlerProject.Load(directJson: true, Source(neighbours));
        assembly.GetType("Shop.ServerlessFunctions")!.GetMethod("Register", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, null);
        var named = Event("GET /orders/{id}", "\"pathParameters\":{\"id\":\"11111111-2222-3333-4444-555555555555\"},");
        var unnamed = Event("$default", "");
        (string Name, FunctionHandler Handler, byte[] Event)[] subjects =
        [
            ("own function", Handler("SingleGet"), named),
            ("router, route named", Handler("Routed"), named),
            ("own function, by path", Handler("AddressGet"), unnamed),
            ("router, by path", Handler("Routed"), unnamed),
            ("one request filter", Handler("RequestGet"), named),
            ("one route filter", Handler("RouteGet"), named),
            ("one invocation filter", Handler("InvocationGet"), named),
            ("all three", Handler("AllGet"), named),
        ];
        var times = subjects.Select(static _ => new List<double>()).ToArray();
        var bytes = new long[subjects.Length];
        var response = new ArrayBufferWriter<byte>(8192);
        for (var round = -3; round < Rounds; round++)
        {
            for (var i = 0; i < subjects.Length; i++)
            {
                var (time, allocated) = Measure(subjects[i].Handler, subjects[i].Event, response);
                if (round < 0)
                    continue;
                times[i].Add(time);
                bytes[i] = allocated;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{neighbours} neighbours; medians of {Rounds} rounds of {Calls} calls"));
        for (var i = 0; i < subjects.Length; i++)
        {
            times[i].Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{subjects[i].Name,-24} {times[i][Rounds / 2],8:F0} ns  (least {times[i][0]:F0})  {bytes[i],5} B"));
        }

        return 0;
    }

    private static (double Nanoseconds, long Bytes) Measure(FunctionHandler handler, byte[] payload, ArrayBufferWriter<byte> response)
    {
        var invocation = new Invocation { RequestId = "8476a536-e9f4-11e8-9739-2dfe598c3fcd" };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Calls; i++)
        {
            response.ResetWrittenCount();
            var task = handler(payload, invocation, response);
            if (!task.IsCompletedSuccessfully)
                task.AsTask().GetAwaiter().GetResult();
        }

        var elapsed = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
        if (!Encoding.UTF8.GetString(response.WrittenSpan).StartsWith("{\"statusCode\":200", StringComparison.Ordinal))
            throw new InvalidOperationException(Encoding.UTF8.GetString(response.WrittenSpan));
        return (elapsed, (GC.GetAllocatedBytesForCurrentThread() - before) / Calls);
    }

    private static FunctionHandler Handler(string id) => FunctionTable.Find(id)!.Handler;

    private static byte[] Event(string routeKey, string rest) => Encoding.UTF8.GetBytes($$"""
        {"version":"2.0","routeKey":"{{routeKey}}","rawPath":"/orders/11111111-2222-3333-4444-555555555555","rawQueryString":"take=7","headers":{"accept":"application/json, text/plain, */*","accept-encoding":"gzip, deflate, br","accept-language":"en-US,en;q=0.9","authorization":"Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9","content-length":"120","content-type":"application/json","host":"abcdef1234.execute-api.eu-central-1.amazonaws.com","user-agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36","x-amzn-trace-id":"Root=1-5bdb40ca-556d8b0c50dc66f0511bf520","x-forwarded-for":"192.0.2.1","x-forwarded-port":"443","x-forwarded-proto":"https"},"queryStringParameters":{"take":"7"},"requestContext":{"accountId":"123456789012","apiId":"abcdef1234","domainName":"abcdef1234.execute-api.eu-central-1.amazonaws.com","domainPrefix":"abcdef1234","http":{"method":"GET","path":"/orders/11111111-2222-3333-4444-555555555555","protocol":"HTTP/1.1","sourceIp":"192.0.2.1","userAgent":"Mozilla/5.0"},"requestId":"JKJaXmPLvHcESHA=","routeKey":"{{routeKey}}","stage":"$default","time":"22/Nov/2026:18:48:08 +0000","timeEpoch":1795373288344},{{rest}}"isBase64Encoded":false}
        """);

    private static string Source(int neighbours)
    {
        const string Method = "public static Task<Order> Get(Guid id, int take = 20) => id == default || take == 0 ? throw new InvalidOperationException() : Orders.Found;";
        var source = new StringBuilder("""
            using System;
            using System.Threading.Tasks;
            using Serverless;
            using Serverless.Http;
            namespace Shop;
            public sealed record Order(Guid Id, string Name, int Take);
            public static class Orders { public static readonly Task<Order> Found = Task.FromResult(new Order(Guid.Parse("11111111-2222-3333-4444-555555555555"), "an order", 20)); }
            public sealed class OfRequests : IRequestFilter { public ValueTask<HttpReply> InvokeAsync(RouteRequest request, RequestNext next) => next.InvokeAsync(); }
            public sealed class OfRoutes : IRouteFilter { public ValueTask<HttpReply> InvokeAsync(RouteInvocation invocation, RouteNext next) => next.InvokeAsync(); }
            public sealed class OfInvocations : IInvocationFilter { public ValueTask InvokeAsync(FunctionInvocation invocation, InvocationNext next) => next.InvokeAsync(); }

            """);
        (string Class, string Attributes)[] classes =
        [
            ("Single", ""), ("Address", "[LambdaUrl] "), ("Request", "[UseFilter(typeof(OfRequests))] "), ("Route", "[UseFilter(typeof(OfRoutes))] "), ("Invocation", "[UseFilter(typeof(OfInvocations))] "),
            ("All", "[UseFilter(typeof(OfRequests)), UseFilter(typeof(OfRoutes)), UseFilter(typeof(OfInvocations))] "),
        ];
        foreach (var (name, attributes) in classes)
            source.AppendLine(CultureInfo.InvariantCulture, $"[ServerlessHttpApi] {attributes}public static class {name} {{ [HttpRoute(\"GET /orders/{{id}}\")] {Method} }}");
        source.AppendLine(CultureInfo.InvariantCulture, $"[ServerlessHttpApi, ServerlessFunction] public static class Routed {{ [HttpRoute(\"GET /orders/{{id}}\")] {Method}");
        for (var i = 0; i < neighbours; i++)
            source.AppendLine(CultureInfo.InvariantCulture, $"[HttpRoute(\"GET /part{i % 10}/items{i}/{{id}}\")] public static string Other{i}(string id) => id;");
        return source.AppendLine("}").ToString();
    }
}
