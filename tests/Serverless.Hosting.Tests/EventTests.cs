using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Serverless.Hosting.Tests;

/// <summary>What a function sees of a request: payload 2.0 of an HTTP API.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task The_event_says_route_path_and_query_as_API_Gateway_does()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api GET /orders/{id}"));
        var e = await host.EventOfAsync("/orders/a%20b%2Fc?x=1&y=%C3%A4+z&x=2&flag&X=3");
        Assert.Equal("2.0", e.GetProperty("version").GetString());
        Assert.Equal("GET /orders/{id}", e.GetProperty("routeKey").GetString());
        Assert.Equal("/orders/a b/c", e.GetProperty("rawPath").GetString());
        Assert.Equal("x=1&y=%C3%A4+z&x=2&flag&X=3", e.GetProperty("rawQueryString").GetString());
        Assert.Equal("""{"x":"1,2","y":"ä z","flag":"","X":"3"}""", e.GetProperty("queryStringParameters").GetRawText());
        Assert.Equal("""{"id":"a b/c"}""", e.GetProperty("pathParameters").GetRawText());
        Assert.False(e.GetProperty("isBase64Encoded").GetBoolean());
    }

    [Fact]
    public async Task What_a_request_does_not_have_is_absent()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api GET /"));
        var e = await host.EventOfAsync("/");
        Assert.Equal("", e.GetProperty("rawQueryString").GetString());
        foreach (var absent in (string[])["queryStringParameters", "pathParameters", "cookies", "body", "stageVariables"])
            Assert.False(e.TryGetProperty(absent, out _), absent);
    }

    [Fact]
    public async Task The_request_context_says_who_when_and_how()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("OrdersApi PUT /a/{b}"));
        using var request = new HttpRequestMessage(HttpMethod.Put, "/a/1");
        request.Headers.UserAgent.ParseAdd("tests/1");
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var context = (await host.EventOfAsync(request)).GetProperty("requestContext");
        var http = context.GetProperty("http");
        Assert.Equal("PUT", http.GetProperty("method").GetString());
        Assert.Equal("/a/1", http.GetProperty("path").GetString());
        Assert.Equal("HTTP/1.1", http.GetProperty("protocol").GetString());
        Assert.Equal("127.0.0.1", http.GetProperty("sourceIp").GetString());
        Assert.Equal("tests/1", http.GetProperty("userAgent").GetString());
        Assert.Equal("OrdersApi", context.GetProperty("apiId").GetString());
        Assert.Equal("PUT /a/{b}", context.GetProperty("routeKey").GetString());
        Assert.Equal("$default", context.GetProperty("stage").GetString());
        Assert.InRange(context.GetProperty("timeEpoch").GetInt64(), before, before + 60_000);
        Assert.Matches(@"^\d\d/[A-Z][a-z][a-z]/\d{4}:\d\d:\d\d:\d\d \+0000$", context.GetProperty("time").GetString());
        Assert.NotEmpty(context.GetProperty("requestId").GetString()!);
    }

    [Fact]
    public async Task Header_names_are_lower_case_and_repeated_headers_are_joined_by_comma()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api GET /"));
        var answer = await host.SendRawAsync("GET / HTTP/1.1\r\nHost: {host}\r\nX-One: a\r\nX-ONE: b\r\nConnection: close\r\nKeep-Alive: 5\r\nX-Forwarded-For: 10.0.0.1\r\n\r\n");
        var headers = JsonDocument.Parse(Body(answer)).RootElement.GetProperty("headers");
        Assert.Equal("a,b", headers.GetProperty("x-one").GetString());
        Assert.StartsWith("localhost:", headers.GetProperty("host").GetString(), StringComparison.Ordinal);
        Assert.Equal("10.0.0.1", headers.GetProperty("x-forwarded-for").GetString());
        Assert.Equal("http", headers.GetProperty("x-forwarded-proto").GetString());
        Assert.False(headers.TryGetProperty("connection", out _));
        Assert.False(headers.TryGetProperty("keep-alive", out _));
        Assert.False(headers.TryGetProperty("content-length", out _));
    }

    [Fact]
    public async Task Cookies_are_a_list_and_not_a_header()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api GET /"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", "a=1; b=x%20y");
        var e = await host.EventOfAsync(request);
        Assert.Equal("""["a=1","b=x%20y"]""", e.GetProperty("cookies").GetRawText());
        Assert.False(e.GetProperty("headers").TryGetProperty("cookie", out _));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/csv")]
    [InlineData("application/problem+json")]
    [InlineData("application/xml")]
    [InlineData(null)]
    public async Task Text_bodies_are_text(string? contentType)
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api POST /"));
        var e = await host.EventOfAsync(Post("{\"ä\":\"\\\"\"}"u8.ToArray(), contentType));
        Assert.Equal("{\"ä\":\"\\\"\"}", e.GetProperty("body").GetString());
        Assert.False(e.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal("11", e.GetProperty("headers").GetProperty("content-length").GetString());
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("image/png")]
    public async Task Other_bodies_are_base64(string contentType)
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api POST /"));
        var e = await host.EventOfAsync(Post([0, 1, 254, 255], contentType));
        Assert.Equal([0, 1, 254, 255], e.GetProperty("body").GetBytesFromBase64());
        Assert.True(e.GetProperty("isBase64Encoded").GetBoolean());
    }

    [Fact]
    public async Task A_text_body_that_is_not_UTF8_or_is_compressed_is_base64()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api POST /"));
        var latin = await host.EventOfAsync(Post([(byte)'a', 0xE4], "text/plain"));
        Assert.Equal([(byte)'a', 0xE4], latin.GetProperty("body").GetBytesFromBase64());
        var compressed = Post("abc"u8.ToArray(), "application/json");
        compressed.Content!.Headers.ContentEncoding.Add("gzip");
        Assert.True((await host.EventOfAsync(compressed)).GetProperty("isBase64Encoded").GetBoolean());
    }

    [Fact]
    public async Task A_chunked_body_has_a_length_in_the_event()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api POST /"));
        var answer = await host.SendRawAsync(
            "POST / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        var e = JsonDocument.Parse(Body(answer)).RootElement;
        Assert.Equal("abcde", e.GetProperty("body").GetString());
        Assert.False(e.GetProperty("headers").TryGetProperty("transfer-encoding", out _));
        Assert.Equal("5", e.GetProperty("headers").GetProperty("content-length").GetString());
    }

    [Theory]
    [InlineData(5 * 1024 * 1024, "text/plain", 200)]
    [InlineData(6_291_556, "text/plain", 413)]
    [InlineData(5 * 1024 * 1024, "image/png", 413)]
    [InlineData(11 * 1024 * 1024, "text/plain", 413)]
    public async Task An_event_above_6_MB_is_413_and_base64_counts(int length, string contentType, int expected)
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Function("F", static _ => "1", "Api POST /"));
        var body = new byte[length];
        body.AsSpan().Fill((byte)'a');
        using var request = Post(body, contentType);
        // Asks before it sends: a server that refuses by the length closes on a client that just goes on sending.
        request.Headers.ExpectContinue = true;
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(expected, (int)response.StatusCode);
        if (expected == 413)
            Assert.Equal("{\"message\":\"Request Entity Too Large\"}", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(9_000, 200)]
    [InlineData(10_300, 431)]
    public async Task Headers_above_10240_bytes_are_refused(int length, int expected)
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Function("F", static _ => "1", "Api GET /"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Large", new string('x', length));
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(expected, (int)response.StatusCode);
    }

    private static HttpRequestMessage Post(byte[] body, string? contentType)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
    }

    private static string Body(string answer)
    {
        var body = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return body.StartsWith('{') ? body : throw new InvalidOperationException(answer);
    }
}
