using System.Text;

namespace Serverless.Analyzers.Tests.Handlers.Hostile;

/// <summary>Whatever is sent, the answer is a problem document of the 400s, and nothing of what was sent stands in it.</summary>
public sealed class HostileInputTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"version\":\"2.0\",\"body\":\"{\\\"lines\\\"")]
    [InlineData("{\"body\":{}} trailing")]
    [InlineData("{\"body\":tru}")]
    public async Task A_payload_that_is_no_event_is_refused(string payload)
    {
        Assert.Equal(400, Answer.Read(await Shop.Handlers.Invoke("RoutesOrder", Encoding.UTF8.GetBytes(payload))).Status);
    }

    [Fact]
    public async Task Deep_nesting_is_refused_in_the_event_and_in_the_body()
    {
        var deep = new string('[', 100_000);
        Assert.Equal(400, Answer.Read(await Shop.Handlers.Invoke("RoutesOrder", Encoding.UTF8.GetBytes("{\"x\":" + deep))).Status);
        Assert.Equal(400, (await Shop.Handlers.Send("RoutesOrder", RouteCall.Post("/orders", "{\"lines\":" + deep))).Status);
        var closed = "{\"lines\":" + new string('[', 5000) + new string(']', 5000) + "}";
        Assert.Equal(400, (await Shop.Handlers.Send("RoutesOrder", RouteCall.Post("/orders", closed))).Status);
    }

    [Theory]
    [InlineData("{\"headers\":[],\"pathParameters\":7,\"rawQueryString\":{},\"cookies\":\"a\",\"requestContext\":null,\"isBase64Encoded\":\"yes\",\"body\":[]}")]
    [InlineData("{\"headers\":{\"content-type\":null},\"requestContext\":{\"http\":[],\"requestId\":{}},\"rawPath\":[],\"body\":null}")]
    [InlineData("{\"pathParameters\":{\"id\":{\"id\":1}},\"pathParameters\":{\"id\":[1]}}")]
    public async Task Members_of_the_wrong_type_count_as_absent(string payload)
    {
        Assert.Equal("body #: is required", Answer.Read(await Shop.Handlers.Invoke("RoutesOrder", Encoding.UTF8.GetBytes(payload))).Faults);
        Assert.Equal("path id: is required\nquery take: is required", Answer.Read(await Shop.Handlers.Invoke("RoutesTyped", Encoding.UTF8.GetBytes(payload))).Faults);
    }

    [Theory]
    [InlineData("take=99999999999999999999")]
    [InlineData("take=1e3")]
    [InlineData("take=0x10")]
    [InlineData("take= 1")]
    [InlineData("take=1,5")]
    [InlineData("take=%")]
    [InlineData("take=%F")]
    [InlineData("take=%ZZ")]
    [InlineData("take=%FF%FE")]
    [InlineData("take=\u0661")]
    [InlineData("take=1&take=x", true)]
    public async Task A_malformed_number_is_refused_and_not_repeated(string query, bool isFine = false)
    {
        var answer = await Shop.Handlers.Send("RoutesTyped", RouteCall.Get("/typed", query).Route("id", "11111111-2222-3333-4444-555555555555"));
        Assert.Equal(isFine ? 200 : 400, answer.Status);
        if (!isFine)
            Assert.StartsWith("query take: ", answer.Faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("size=7")]
    [InlineData("size=Small,Large")]
    [InlineData("price=1,5")]
    [InlineData("price=NaN")]
    [InlineData("price=1e999")]
    [InlineData("day=31.01.2026")]
    [InlineData("sku=ab")]
    [InlineData("mark=ab")]
    [InlineData("loud=yes")]
    public async Task A_value_that_only_looks_right_is_refused(string query)
    {
        var answer = await Shop.Handlers.Send("RoutesTyped", RouteCall.Get("/typed", "take=1&" + query).Route("id", "11111111-2222-3333-4444-555555555555"));
        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task Bodies_that_are_no_base64_or_no_utf8_are_refused()
    {
        Assert.Equal("body #: is not valid base64", (await Shop.Handlers.Send("RoutesOrder", RouteCall.Post("/orders", "%%%").With("isBase64Encoded", true))).Faults);
        Assert.Equal(400, (await Shop.Handlers.Send("RoutesOrder", RouteCall.PostBytes("/orders", [.. "{\"email\":\""u8, 0xFF, 0xFE, .. "\"}"u8]))).Status);
        Assert.Equal("body #: is not valid UTF-8 text", (await Shop.Handlers.Send("RoutesText", RouteCall.PostBytes("/text", [0xFF, 0xFE], "text/plain"))).Faults);
        Assert.Equal(400, Answer.Read(await Shop.Handlers.Invoke("RoutesText", Encoding.UTF8.GetBytes("{\"body\":\"\\ud800\"}"))).Status);
    }

    [Fact]
    public async Task A_long_list_of_faults_is_cut()
    {
        var body = "{\"email\":\"a@b\",\"lines\":[" + string.Join(",", Enumerable.Repeat("{\"sku\":\"\",\"quantity\":0}", 10_000)) + "]}";
        var answer = await Shop.Handlers.Send("RoutesOrder", RouteCall.Post("/orders", body));
        Assert.Equal(64, answer.Json.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task Duplicate_members_do_no_harm()
    {
        var answer = await Shop.Handlers.Send("RoutesOrder", RouteCall.Post("/orders", """{"email":"x","email":"a@b","lines":[{"sku":"a","sku":"b","quantity":1}]}"""));
        Assert.Equal(201, answer.Status);
        Assert.Equal("b", answer.Json.GetProperty("lines")[0].GetProperty("sku").GetString());
    }

    [Fact]
    public async Task The_key_of_a_dictionary_is_not_repeated_wherever_the_fault_is_found()
    {
        const string Line = """{"sku":"a","quantity":1}""";
        string[] more =
        [
            """{"cAnArY":{"sku":"toolong","quantity":1}}""", """{"cAnArY":{"sku":"a"}}""", """{"cAnArY":{"sku":"a","quantity":"x"}}""", """{"cA.nA['r'][0]rY":{"sku":7}}""", """{"cAnArY":null}""", """{"cAnArY":7}""",
        ];
        foreach (var dictionary in more)
        {
            var answer = await Shop.Handlers.Send("RoutesOrder", RouteCall.Post("/orders", $$"""{"email":"a@b","lines":[{{Line}}],"more":{{dictionary}}}"""));
            Assert.Equal(400, answer.Status);
            Assert.StartsWith("body #/more/*", answer.Faults, StringComparison.Ordinal);
            Assert.DoesNotContain("rY", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"lines":[{"\ud800":"a","quantity":1}],"email":"a@b"}""")]
    [InlineData("""{"lines":[{"sku":"a","quantity":1}],"\udc00\ud800":"a@b"}""")]
    public async Task Half_a_surrogate_pair_in_a_name_is_refused(string body) =>
        Assert.Equal(400, (await Shop.Handlers.Send("RoutesOrder", RouteCall.Post("/orders", body))).Status);
}
