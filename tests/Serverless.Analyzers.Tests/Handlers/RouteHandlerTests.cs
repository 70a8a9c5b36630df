using System.Text;
using System.Text.Json.Nodes;
using Serverless.Runtime;

namespace Serverless.Analyzers.Tests.Handlers;

public sealed class RouteHandlerTests
{
    private static Task<Answer> Send(string id, RouteCall call) => Shop.Handlers.Send(id, call);

    [Fact]
    public async Task Every_simple_type_is_parsed_invariantly()
    {
        var answer = await Send("RoutesTyped", RouteCall.Get("/typed", "take=-7&size=large&day=2026-01-31&price=2.25&at=2026-01-31T12:00:00%2B01:00&sku=abc&loud=true&mark=%C3%A9&wait=1.02:00:00&link=https%3A%2F%2Fx.example%2Fy")
            .Route("id", "11111111-2222-3333-4444-555555555555"));
        Assert.Equal(200, answer.Status);
        Assert.Equal("text/plain; charset=utf-8", answer.ContentType);
        Assert.Equal("11111111222233334444555555555555 -7 Large 2026-01-31 2.25 2026-01-31T12:00:00.0000000+01:00 abc True é 1.02:00:00 https://x.example/y", answer.Body);
    }

    [Fact]
    public async Task Nullable_and_defaulted_parameters_are_optional()
    {
        var answer = await Send("RoutesTyped", RouteCall.Get("/typed", "take=1&size=").Route("id", "11111111-2222-3333-4444-555555555555"));
        Assert.Equal("11111111222233334444555555555555 1   1.5   False   ", answer.Body);
    }

    [Fact]
    public async Task Lists_come_from_repeated_keys_and_headers_with_commas()
    {
        var answer = await Send("RoutesLists", RouteCall.Get("/lists", "ids=12&ids=7&sizes=Small").Header("x-tags", "a, b ,c"));
        Assert.Equal("[12,7,1,3]", answer.Body);
    }

    [Fact]
    public async Task Header_cookie_claim_stage_variable_and_authorizer_context_are_bound()
    {
        var call = RouteCall.Get("/places").Header("x-key", "k").Cookies("a=b", "session=s=1").StageVariable("color", "blue")
            .Authorizer(new JsonObject { ["jwt"] = new JsonObject { ["claims"] = new JsonObject { ["sub"] = "me" } }, ["lambda"] = new JsonObject { ["tier"] = 3 } });
        Assert.Equal("k|s=1|me|blue|3", (await Send("RoutesPlaces", call)).Body);
    }

    [Fact]
    public async Task A_bound_record_takes_its_members_from_route_query_and_header()
    {
        var answer = await Send("RoutesPaged", RouteCall.Get("/page", "take=5").Route("skip", "3").Header("x-tenant", "t"));
        Assert.Equal("""{"skip":3,"take":5,"tenant":"t"}""", answer.Body);
    }

    [Fact]
    public async Task Names_of_the_generated_code_do_not_collide_with_the_users()
    {
        Assert.Equal("cprfsd", (await Send("RoutesKeywords", RouteCall.Get("/keywords").Route("class", "c"))).Body);
    }

    [Fact]
    public async Task A_greedy_variable_is_bound()
    {
        Assert.Equal("a/b c", (await Send("RoutesFiles", RouteCall.Get("/files").Route("path", "a/b c"))).Body);
    }

    [Fact]
    public async Task Null_is_404_or_what_the_route_says_and_an_empty_list_is_a_list()
    {
        Assert.Equal(404, (await Send("RoutesNull", RouteCall.Get("/null"))).Status);
        Assert.Equal(204, (await Send("RoutesNull204", RouteCall.Get("/null"))).Status);
        Assert.Equal(404, (await Send("RoutesTypedNull", RouteCall.Get("/null"))).Status);
        Assert.Equal((200, "[]"), await StatusAndBody("RoutesEmpty", RouteCall.Get("/empty")));
    }

    [Fact]
    public async Task No_result_is_204_without_body()
    {
        Assert.Equal((204, ""), await StatusAndBody("RoutesVoid", RouteCall.Get("/void")));
        Assert.Equal((204, ""), await StatusAndBody("RoutesNothing", RouteCall.Get("/nothing")));
    }

    [Fact]
    public async Task A_sequence_is_a_json_array()
    {
        Assert.Equal((200, "[1,2]"), await StatusAndBody("RoutesSequence", RouteCall.Get("/sequence")));
    }

    [Fact]
    public async Task A_known_entity_tag_is_answered_with_304()
    {
        var first = await Send("RoutesTagged", RouteCall.Get("/etag"));
        Assert.Equal((200, "7", "\"v1\""), (first.Status, first.Body, first.Headers["etag"]));
        var second = await Send("RoutesTagged", RouteCall.Get("/etag").Header("if-none-match", "\"v0\", W/\"v1\""));
        Assert.Equal((304, ""), (second.Status, second.Body));
        Assert.Equal(200, (await Send("RoutesTagged", RouteCall.Get("/etag").Header("if-none-match", "\"v0\""))).Status);
    }

    [Fact]
    public async Task Bytes_and_written_streams_travel_as_base64()
    {
        var download = await Send("RoutesDownload", RouteCall.Get("/download"));
        Assert.True(download.IsBase64);
        Assert.Equal(new byte[] { 0, 255 }, Convert.FromBase64String(download.Body));
        Assert.Equal("attachment; filename=\"na_ve.png\"; filename*=UTF-8''na%C3%AFve.png", download.Headers["content-disposition"]);
        var written = await Send("RoutesWritten", RouteCall.Get("/written"));
        Assert.Equal(("text/csv", "hi"), (written.ContentType, Encoding.UTF8.GetString(Convert.FromBase64String(written.Body))));
    }

    [Fact]
    public async Task The_caller_and_the_request_can_be_read()
    {
        var call = RouteCall.Get("/who", "a=1&b=2&a=%33").Authorizer(new JsonObject { ["jwt"] = new JsonObject { ["claims"] = new JsonObject { ["sub"] = "me", ["cognito:groups"] = "[staff admin]" } } });
        Assert.Equal("True me True GET /who 192.0.2.1 request-1 1+3", (await Send("RoutesWho", call)).Body);
        Assert.Equal("False  False GET /who 192.0.2.1 request-1 ", (await Send("RoutesWho", RouteCall.Get("/who"))).Body);
    }

    [Theory]
    [InlineData("RoutesMapped", 409, "Not now")]
    [InlineData("RoutesNear", 418, "Teapot")]
    [InlineData("RoutesProblem", 402, "Pay")]
    [InlineData("RoutesBroken", 500, "Internal Server Error")]
    public async Task Exceptions_become_problems(string id, int status, string title)
    {
        var answer = await Send(id, RouteCall.Get("/x"));
        Assert.Equal((status, title, "application/problem+json"), (answer.Status, answer.Json.GetProperty("title").GetString(), answer.ContentType));
        Assert.Equal("request-1", answer.Json.GetProperty("requestId").GetString());
        Assert.Equal("/x", answer.Json.GetProperty("instance").GetString());
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_mapped_to_zero_is_thrown_on()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => Send("RoutesRethrow", RouteCall.Get("/rethrow")));
    }

    [Fact]
    public async Task The_deadline_ends_a_handler_with_504_before_the_service_does()
    {
        var invocation = new Invocation { RequestId = "r", DeadlineMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + 600 };
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var answer = await Shop.Handlers.Send("RoutesDeadline", RouteCall.Get("/deadline"), invocation);
        Assert.Equal(504, answer.Status);
        Assert.True(clock.ElapsedMilliseconds < 590, $"{clock.ElapsedMilliseconds} ms");
    }

    private static async Task<(int, string)> StatusAndBody(string id, RouteCall call)
    {
        var answer = await Send(id, call);
        return (answer.Status, answer.Body);
    }
}
