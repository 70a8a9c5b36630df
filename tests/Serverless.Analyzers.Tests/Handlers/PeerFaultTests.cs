using System.Globalization;
using System.Text;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>What generated handlers elsewhere get wrong, one test for each: ours answer rightly.</summary>
public sealed class PeerFaultTests
{
    private static Task<Answer> Send(string id, RouteCall call) => Shop.Handlers.Send(id, call);

    [Fact]
    public async Task A_refusal_is_valid_json_and_does_not_repeat_the_body()
    {
        var answer = await Send("RoutesOrder", RouteCall.Post("/a\"b", """{"email":"\"quoted\" secret","lines":"""));
        Assert.Equal(400, answer.Status);
        Assert.Equal("/a\"b", answer.Json.GetProperty("instance").GetString());
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
        Assert.Equal("a \"quoted\" detail", (await Send("RoutesConflict", RouteCall.Get("/conflict"))).Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Is_base64_encoded_is_read()
    {
        Assert.Equal("héllo", (await Send("RoutesText", RouteCall.PostBytes("/text", Encoding.UTF8.GetBytes("héllo"), "text/plain"))).Body);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task Parsing_and_writing_do_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // The test host runs without culture data, so the one thing that differs everywhere is set by hand.
            var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            foreign.NumberFormat.NumberDecimalSeparator = ",";
            foreign.NumberFormat.NumberGroupSeparator = ".";
            foreign.NumberFormat.NegativeSign = "~";
            foreign.DateTimeFormat.ShortDatePattern = culture == "ar-SA" ? "yyyy.dd.MM" : "dd.MM.yyyy";
            CultureInfo.CurrentCulture = foreign;
            var answer = await Send("RoutesTyped", RouteCall.Get("/typed", "take=-7&price=2.25&size=SMALL&day=2026-01-31").Route("id", "11111111-2222-3333-4444-555555555555"));
            Assert.StartsWith("11111111222233334444555555555555 -7 Small 2026-01-31 2.25", answer.Body, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_missing_required_parameter_is_400_with_every_fault()
    {
        var answer = await Send("RoutesTyped", RouteCall.Get("/typed", "size=huge"));
        Assert.Equal(400, answer.Status);
        Assert.Equal("path id: is required\nquery take: is required\nquery size: must be one of Small, Large", answer.Faults);
    }

    [Fact]
    public async Task A_list_is_a_list_of_values_and_not_of_characters()
    {
        Assert.Equal("[12,7,-1,-1]", (await Send("RoutesLists", RouteCall.Get("/lists", "ids=12&ids=7"))).Body);
        Assert.Equal("query ids: must be a whole number from -2147483648 to 2147483647", (await Send("RoutesLists", RouteCall.Get("/lists", "ids=12,7"))).Faults);
    }

    [Fact]
    public async Task A_value_task_is_awaited() => Assert.Equal("7", (await Send("RoutesValueTask", RouteCall.Get("/value-task"))).Body);

    [Fact]
    public async Task Synchronous_and_asynchronous_results_are_the_same_json()
    {
        Assert.Equal("true", (await Send("RoutesBool", RouteCall.Get("/bool"))).Body);
        Assert.Equal("\"00000000-0000-0000-0000-000000000000\"", (await Send("RoutesGuid", RouteCall.Get("/guid"))).Body);
        Assert.Equal("\"2026-01-31T12:00:00Z\"", (await Send("RoutesTime", RouteCall.Get("/time"))).Body);
        Assert.Equal("\"2026-01-31T12:00:00Z\"", (await Send("RoutesTimeAsync", RouteCall.Get("/time"))).Body);
    }

    [Fact]
    public async Task A_text_body_is_text_and_not_json()
    {
        Assert.Equal("plain \"text\"", (await Send("RoutesText", RouteCall.Post("/text", "plain \"text\"", "text/plain"))).Body);
        Assert.Equal("nothing", (await Send("RoutesText", RouteCall.Get("/text"))).Body);
    }

    [Fact]
    public async Task There_is_one_graph_of_services_and_each_object_is_created_once()
    {
        var handlers = CompiledHandlers.Of("""
            using Serverless;
            using Serverless.Http;
            namespace Shop;
            public sealed class Counter { public static int Created; public Counter() => Created++; }
            public sealed class Store(Counter counter, TimeProvider clock) { public string Text => $"{Counter.Created} {clock == TimeProvider.System}"; }
            public sealed class A(Store store, Counter counter) { [HttpRoute("GET /a")] public string Get() => store.Text; }
            public sealed class B(Store store) { [HttpRoute("GET /b")] public string Get([BindService] Counter counter) => store.Text; }
            """);
        Assert.Equal("1 True", (await handlers.Send("AGet", RouteCall.Get("/a"))).Body);
        Assert.Equal("1 True", (await handlers.Send("BGet", RouteCall.Get("/b"))).Body);
        Assert.Equal("1 True", (await handlers.Send("AGet", RouteCall.Get("/a"))).Body);
    }

    [Fact]
    public async Task Nested_global_and_equally_named_handlers_have_handlers_of_their_own()
    {
        var handlers = CompiledHandlers.Of("""
            using Serverless;
            using Serverless.Http;
            public sealed class Orders { [HttpRoute("GET /1"), ServerlessFunction("One")] public static string Get() => "global"; }
            namespace Shop { public sealed class Orders { [HttpRoute("GET /2"), ServerlessFunction("Two")] public static string Get() => "shop"; public sealed class Inner { [HttpRoute("GET /3"), ServerlessFunction("Three")] public static string Get() => "inner"; } } }
            namespace Other { public sealed class Orders { [HttpRoute("GET /4"), ServerlessFunction("Four")] public static string Get() => "other"; [HttpRoute("GET /5"), ServerlessFunction("Five")] public static string Get(int? id) => "overload"; } }
            """);
        var bodies = new List<string>();
        foreach (var id in new[] { "One", "Two", "Three", "Four", "Five" })
            bodies.Add((await handlers.Send(id, RouteCall.Get("/"))).Body);
        Assert.Equal(["global", "shop", "inner", "other", "overload"], bodies);
        var entries = handlers.Assembly.GetTypes().Where(static t => t.Name.EndsWith("_Handlers", StringComparison.Ordinal)).SelectMany(static t => t.GetMethods().Where(m => m.DeclaringType == t && m.IsStatic).Select(m => t.FullName + "." + m.Name));
        Assert.Equal(["Orders_Handlers.Get", "Other.Orders_Handlers.Get", "Other.Orders_Handlers.Get_2", "Shop.Orders_Handlers.Get", "Shop.Orders_Inner_Handlers.Get"], entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Cookies_have_a_list_of_their_own_and_other_repeated_headers_are_joined()
    {
        var answer = await Send("RoutesCookies", RouteCall.Get("/cookies"));
        Assert.Equal("a=1; Path=/; Secure; HttpOnly; SameSite=Lax\nb=2; Max-Age=60; Path=/; Secure; HttpOnly; SameSite=Strict\nc=3", string.Join("\n", answer.Cookies));
        Assert.Equal("1, 2", answer.Headers["x-many"]);
        Assert.DoesNotContain("set-cookie", answer.Headers.Keys);
    }

    [Fact]
    public async Task A_stream_result_is_read_to_its_end()
    {
        var answer = await Send("RoutesSlowStream", RouteCall.Get("/slow-stream"));
        Assert.Equal("0123456789", Encoding.UTF8.GetString(Convert.FromBase64String(answer.Body)));
    }

    [Fact]
    public async Task A_route_variable_that_nobody_takes_is_a_fault_of_the_declaration()
    {
        await DeclarationFaults.Verify("""
            using Serverless;
            namespace Shop;
            public sealed class Files { [{|SVLS2103:HttpRoute("ANY /{proxy+}")|}] public static string Get() => ""; }
            """);
    }

    [Fact]
    public async Task The_class_library_entry_adapts_streams_and_rewinds_its_answer()
    {
        var handlers = Shop.Handlers;
        var entry = handlers.Assembly.GetType("Shop.Routes_Handlers")!.GetMethod("Bool")!;
        for (var i = 0; i < 3; i++)
        {
            var result = await (Task<Stream>)entry.Invoke(null, [new MemoryStream(RouteCall.Get("/bool").Utf8)])!;
            using var copy = new MemoryStream();
            result.CopyTo(copy);
            Assert.Equal("true", Answer.Read(copy.ToArray()).Body);
        }
    }
}
