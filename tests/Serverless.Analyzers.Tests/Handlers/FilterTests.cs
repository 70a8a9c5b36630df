using Serverless.Analyzers.Tests.Harness;
using Serverless.Runtime;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>Filters are woven around handlers at compile time: which ones, in which order, and what they can do.</summary>
public sealed class FilterTests
{
    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of("""
        using Serverless;
        using Serverless.Http;
        [assembly: UseFilter(typeof(Shop.Outermost))]
        [assembly: MapException(typeof(TimeoutException), 503)]
        namespace Shop;
        public sealed record Order(string Id, int Take);

        public static class Trace { [ThreadStatic] public static List<string>? Lines; public static void Add(string line) => (Lines ??= new()).Add(line); }

        public sealed class Outermost : IInvocationFilter
        {
            public async ValueTask InvokeAsync(FunctionInvocation invocation, InvocationNext next)
            {
                Trace.Add("outermost " + invocation.FunctionId);
                if (invocation.Payload.Span.IndexOf("warm"u8) >= 0)
                    return;
                try { await next.InvokeAsync(); }
                catch (Exception exception) { Trace.Add("saw " + exception.GetType().Name); throw; }
                Trace.Add("outermost done");
            }
        }

        public sealed class Clock(TimeProvider time) { public int Year => time.GetUtcNow().Year; }

        public sealed class Gate(Clock clock) : IRequestFilter
        {
            public async ValueTask<HttpReply> InvokeAsync(RouteRequest request, RequestNext next)
            {
                Trace.Add("gate " + request.Method);
                if (request.Header("x-refuse") is { } status)
                    return HttpReply.Problem(int.Parse(status), "Refused", clock.Year > 2000 ? "by the gate" : "");
                if (request.Header("x-throw") is not null)
                    throw new TimeoutException();
                next.Invocation!.Items["who"] = "gate";
                var reply = await next.InvokeAsync();
                return reply.WithHeader("X-Gate", reply.StatusCode + " " + (reply.Body as Order)?.Id).WithCookie("g", "1");
            }
        }

        public sealed class Both : IRequestFilter, IRouteFilter
        {
            private int _calls;
            public ValueTask<HttpReply> InvokeAsync(RouteRequest request, RequestNext next) { Trace.Add("both request " + ++_calls); return next.InvokeAsync(); }
            public ValueTask<HttpReply> InvokeAsync(RouteInvocation invocation, RouteNext next)
            {
                Trace.Add($"both route {invocation.RouteKey} {invocation.Arguments.Count} {invocation.Arguments.Get<string>(0)} {invocation.Items["who"]} {invocation.Deadline.CanBeCanceled}");
                invocation.Arguments.Set(1, invocation.Arguments.Get<int>(1) + 1);
                return next.InvokeAsync();
            }
        }

        public sealed class Twice : IRouteFilter
        {
            public async ValueTask<HttpReply> InvokeAsync(RouteInvocation invocation, RouteNext next)
            {
                await next.InvokeAsync();
                return await next.InvokeAsync();
            }
        }

        [UseFilter(typeof(Gate))]
        public sealed class Orders
        {
            [HttpRoute("GET /orders/{id}", StatusCode = 203), UseFilter(typeof(Both))] public Order? Get(string id, int take = 1) { Trace.Add("handler " + take); return id == "none" ? null : new(id, take); }
            [HttpRoute("POST /orders"), UseFilter(typeof(Twice))] public async Task<HttpReply<Order>> Place(Order order, CancellationToken deadline) { Trace.Add("place " + deadline.CanBeCanceled); await Task.Yield(); return HttpReply.Created("/orders/1", order); }
            [HttpRoute("GET /text")] public string Text() => "text";
            [HttpRoute("GET /bytes")] public byte[] Bytes() => new byte[] { 1, 2 };
            [HttpRoute("GET /stream")] public Stream Stream() => new MemoryStream(new byte[] { 3 });
            [HttpRoute("GET /sequence")] public async IAsyncEnumerable<int> Sequence() { yield return 1; await Task.Yield(); yield return 2; }
            [HttpRoute("GET /nothing")] public async Task Nothing() => await Task.Yield();
            [HttpRoute("GET /reply")] public HttpReply Reply() => HttpReply.Text("r").WithHeader("X-Own", "1");
            [HttpRoute("GET /fails")] public string Fails() => throw new InvalidOperationException("secret");
            [HttpRoute("GET /late")] public async Task<string> Late(CancellationToken deadline) { await Task.Delay(5000, deadline); return ""; }
            [ServerlessFunction] public int Count(int start) { Trace.Add("count"); return start + 1; }
            [ServerlessFunction] public int Broken() => throw new InvalidOperationException();
        }

        [ServerlessFunction, UseFilter(typeof(Gate))]
        public static class Routed
        {
            [HttpRoute("GET /routed/{id}")] public static string Get(string id) => "routed " + id;
        }

        public static class Plain { public static string[] Read() { var lines = Trace.Lines?.ToArray() ?? Array.Empty<string>(); Trace.Lines = null; return lines; } }
        """));

    private static CompiledHandlers Handlers => Compiled.Value;

    [Fact]
    public async Task Filters_stand_assembly_before_class_before_method_and_invocation_before_request_before_route()
    {
        var (answer, trace) = await Send("OrdersGet", RouteCall.Get("/orders/7", "take=4").With("routeKey", "GET /orders/{id}").Route("id", "7"));
        Assert.Equal(203, answer.Status);
        Assert.Equal("""{"id":"7","take":5}""", answer.Body);
        Assert.Equal(("203 7", "application/json"), (answer.Headers["x-gate"], answer.ContentType));
        Assert.Equal("g=1; Path=/; Secure; HttpOnly; SameSite=Lax", Assert.Single(answer.Cookies));
        Assert.Matches("^outermost OrdersGet\ngate GET\nboth request [0-9]+\nboth route GET /orders/\\{id\\} 2 7 gate True\nhandler 5\noutermost done$", trace);
    }

    [Fact]
    public async Task Null_is_404_and_filters_see_it()
    {
        var (answer, _) = await Send("OrdersGet", RouteCall.Get("/orders/none").With("routeKey", "GET /orders/{id}").Route("id", "none"));
        Assert.Equal((404, "404 ", "application/problem+json"), (answer.Status, answer.Headers["x-gate"], answer.ContentType));
    }

    [Fact]
    public async Task A_request_that_cannot_be_bound_goes_out_through_the_request_filters()
    {
        var (answer, trace) = await Send("OrdersGet", RouteCall.Get("/orders/7", "take=x").Route("id", "7"));
        Assert.Equal((400, "400 "), (answer.Status, answer.Headers["x-gate"]));
        Assert.Equal("query take: must be a whole number from -2147483648 to 2147483647", answer.Faults);
        Assert.DoesNotContain("both route", trace, StringComparison.Ordinal);
        var (media, _) = await Send("OrdersPlace", RouteCall.Post("/orders", "x", "text/plain"));
        Assert.Equal((415, "415 "), (media.Status, media.Headers["x-gate"]));
    }

    [Fact]
    public async Task A_filter_can_answer_itself()
    {
        var (answer, trace) = await Send("OrdersGet", RouteCall.Get("/orders/7").Route("id", "7").Header("x-refuse", "402"));
        Assert.Equal((402, "Refused", "by the gate"), (answer.Status, answer.Json.GetProperty("title").GetString(), answer.Json.GetProperty("detail").GetString()));
        Assert.Equal("outermost OrdersGet\ngate GET\noutermost done", trace);
    }

    [Fact]
    public async Task Exceptions_pass_the_filters_and_are_mapped_outside_of_them()
    {
        var (answer, trace) = await Send("OrdersGet", RouteCall.Get("/orders/7").Route("id", "7").Header("x-throw", "1"));
        Assert.Equal(503, answer.Status);
        Assert.EndsWith("saw TimeoutException", trace, StringComparison.Ordinal);
        var (unhandled, seen) = await Send("OrdersFails", RouteCall.Get("/fails"));
        Assert.Equal(500, unhandled.Status);
        Assert.EndsWith("saw InvalidOperationException", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", unhandled.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_may_call_the_handler_again()
    {
        var answer = await Handlers.Send("OrdersPlace", RouteCall.Post("/orders", """{"id":"1","take":2}"""));
        Assert.Equal((201, "/orders/1", """{"id":"1","take":2}""", "201 1"), (answer.Status, answer.Headers["location"], answer.Body, answer.Headers["x-gate"]));
    }

    [Theory]
    [InlineData("OrdersText", "text", "200 ", false)]
    [InlineData("OrdersBytes", "AQI=", "200 ", true)]
    [InlineData("OrdersStream", "Aw==", "200 ", true)]
    [InlineData("OrdersSequence", "[1,2]", "200 ", false)]
    [InlineData("OrdersNothing", "", "204 ", false)]
    [InlineData("OrdersReply", "r", "200 ", false)]
    public async Task Every_kind_of_result_goes_through(string id, string body, string gate, bool isBase64)
    {
        var answer = await Handlers.Send(id, RouteCall.Get("/x"));
        Assert.Equal((body, gate, isBase64), (answer.Body, answer.Headers["x-gate"], answer.IsBase64));
    }

    [Fact]
    public async Task The_deadline_counts_behind_filters_too()
    {
        var invocation = new Invocation { RequestId = "r", DeadlineMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + 700 };
        Assert.Equal(504, (await Handlers.Send("OrdersLate", RouteCall.Get("/late"), invocation)).Status);
    }

    [Fact]
    public async Task An_invoked_function_has_the_filters_of_every_function_alone()
    {
        Assert.Equal("3", await Handlers.Invoke("OrdersCount", "2"));
        Assert.Equal("outermost OrdersCount\ncount\noutermost done", Trace());
        Assert.Equal("null", await Handlers.Invoke("OrdersCount", "\"warm\""));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Handlers.Invoke("OrdersBroken", "{}"));
        Assert.EndsWith("saw InvalidOperationException", Trace(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_that_a_filter_stops_has_no_content() =>
        Assert.Equal(204, (await Handlers.Send("OrdersText", RouteCall.Get("/warm"))).Status);

    [Fact]
    public async Task Filters_of_a_shared_function_stand_around_its_methods()
    {
        var answer = await Handlers.Send("Routed", RouteCall.Of("GET", "/routed/7").With("routeKey", "$default"));
        Assert.Equal((200, "routed 7", "200 "), (answer.Status, answer.Body, answer.Headers["x-gate"]));
    }

    [Fact]
    public Task Faults_of_filters_are_reported_at_the_type() => DeclarationFaults.Verify("""
        using Serverless;
        using Serverless.Http;
        [assembly: UseFilter({|SVLS2007:typeof(Shop.None)|})]
        namespace Shop;
        public sealed class None;
        public interface IStore;
        public sealed class Fine : IInvocationFilter { public ValueTask InvokeAsync(FunctionInvocation invocation, InvocationNext next) => next.InvokeAsync(); }
        public sealed class OfRoutes : IRouteFilter { public ValueTask<HttpReply> InvokeAsync(RouteInvocation invocation, RouteNext next) => next.InvokeAsync(); }
        public abstract class Abstract : IRouteFilter { public ValueTask<HttpReply> InvokeAsync(RouteInvocation invocation, RouteNext next) => next.InvokeAsync(); }
        public sealed class Generic<T> : IRouteFilter { public ValueTask<HttpReply> InvokeAsync(RouteInvocation invocation, RouteNext next) => next.InvokeAsync(); }
        public sealed class Needy(IStore store) : IRouteFilter { public ValueTask<HttpReply> InvokeAsync(RouteInvocation invocation, RouteNext next) => next.InvokeAsync(); }
        [UseFilter(typeof(OfRoutes))]
        public static class Orders
        {
            [HttpRoute("GET /a"), UseFilter(typeof(Fine)), UseFilter(typeof(OfRoutes))] public static string A() => "";
            [HttpRoute("GET /b"), UseFilter({|SVLS2007:typeof(Abstract)|}), UseFilter({|SVLS2007:typeof(Generic<>)|}), UseFilter({|SVLS2007:typeof(Generic<int>)|}), UseFilter({|SVLS2010:typeof(Needy)|})] public static string B() => "";
            [ServerlessFunction, UseFilter({|SVLS2002:typeof(OfRoutes)|}), UseFilter(typeof(Fine))] public static int Count() => 1;
            [{|SVLS2011:UseFilter(typeof(Fine))|}] public static void Nothing() { }
        }
        """);

    [Fact]
    public void A_handler_without_filters_is_generated_as_if_there_were_none()
    {
        var handlers = GeneratorRun.Of("""
            using Serverless;
            using Serverless.Http;
            namespace Shop;
            public sealed class Fine : IRouteFilter { public ValueTask<HttpReply> InvokeAsync(RouteInvocation invocation, RouteNext next) => next.InvokeAsync(); }
            public static class Plain { [HttpRoute("GET /a")] public static string A() => ""; }
            [UseFilter(typeof(Fine))] public static class Filtered { [HttpRoute("GET /b")] public static string B() => ""; }
            """).Files;
        Assert.DoesNotContain("Call", handlers["Shop.Plain_Handlers.g.cs"].Replace("Calls the", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("class Call", handlers["Shop.Filtered_Handlers.g.cs"], StringComparison.Ordinal);
    }

    private static async Task<(Answer Answer, string Trace)> Send(string id, RouteCall call)
    {
        Trace();
        return (await Handlers.Send(id, call), Trace());
    }

    private static string Trace() => string.Join("\n", (string[])Handlers.Assembly.GetType("Shop.Plain")!.GetMethod("Read")!.Invoke(null, null)!);
}
