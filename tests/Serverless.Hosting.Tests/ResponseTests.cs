using System.Globalization;
using System.Text;

namespace Serverless.Hosting.Tests;

/// <summary>What a client sees of a function's answer: the response rules of payload 2.0.</summary>
public sealed class ResponseTests
{
    [Fact]
    public async Task A_response_has_status_headers_cookies_and_body()
    {
        using var response = await AnswerAsync(
            """{"statusCode":201,"headers":{"Content-Type":"text/html","X-Number":5,"x-flag":true,"Content-Length":"999"},"cookies":["a=1; Secure","b=2"],"body":"ä\"\n"}""");
        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("5", response.Headers.GetValues("X-Number").Single());
        Assert.Equal("true", response.Headers.GetValues("X-Flag").Single());
        Assert.Equal(["a=1; Secure", "b=2"], response.Headers.GetValues("Set-Cookie"));
        Assert.Equal("ä\"\n", await response.Content.ReadAsStringAsync());
        Assert.True(response.Headers.Contains("Apigw-Requestid"));
    }

    [Theory]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""[1,2]""")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("""{"inner":{"statusCode":500}}""")]
    [InlineData("""{"StatusCode":500}""")]
    [InlineData("not json")]
    [InlineData("""{"statusCode":500""")]
    public async Task Without_a_status_the_whole_answer_is_the_body(string answer)
    {
        using var response = await AnswerAsync(answer);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(answer, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_base64_body_is_sent_as_bytes_wherever_the_flag_stands()
    {
        foreach (var answer in (string[])["""{"statusCode":200,"isBase64Encoded":true,"body":"AAH+/w=="}""", """{"body":"AAH+/w==","statusCode":200,"isBase64Encoded":true}"""])
        {
            using var response = await AnswerAsync(answer);
            Assert.Equal([0, 1, 254, 255], await response.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("""{"statusCode":200}""", null, "")]
    [InlineData("""{"statusCode":200,"body":null,"headers":null,"cookies":null}""", null, "")]
    [InlineData("""{"statusCode":200,"body":"x"}""", "text/plain; charset=utf-8", "x")]
    public async Task A_body_without_a_content_type_is_plain_text(string answer, string? contentType, string body)
    {
        using var response = await AnswerAsync(answer);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"statusCode":"200"}""")]
    [InlineData("""{"statusCode":null}""")]
    [InlineData("""{"statusCode":200.5}""")]
    [InlineData("""{"statusCode":42}""")]
    [InlineData("""{"statusCode":1000}""")]
    [InlineData("""{"statusCode":200,"body":{"a":1}}""")]
    [InlineData("""{"statusCode":200,"headers":["a"]}""")]
    [InlineData("""{"statusCode":200,"headers":{"a":{}}}""")]
    [InlineData("""{"statusCode":200,"cookies":"a=1"}""")]
    [InlineData("""{"statusCode":200,"cookies":[1]}""")]
    [InlineData("""{"statusCode":200,"isBase64Encoded":"yes"}""")]
    [InlineData("""{"statusCode":200,"isBase64Encoded":true,"body":"***"}""")]
    [InlineData("""{"statusCode":200,"headers":{"a":"b\r\nc: d"}}""")]
    public async Task A_malformed_response_is_API_Gateways_500(string answer)
    {
        using var response = await AnswerAsync(answer);
        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal("{\"message\":\"Internal Server Error\"}", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("c"));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task A_status_without_a_body_has_none(int status)
    {
        using var response = await AnswerAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"statusCode\":{status},\"body\":\"x\"}}"));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task HEAD_has_the_length_and_not_the_body()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Function("F", static _ => """{"statusCode":200,"body":"abc"}""", "Api HEAD /"));
        using var response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));
        Assert.Equal(3, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task An_answer_above_6_MB_is_500()
    {
        using var response = await AnswerAsync("\"" + new string('x', 6_300_000) + "\"");
        Assert.Equal(500, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_large_answer_arrives_whole()
    {
        var text = new StringBuilder().Insert(0, "0123456789äöü\\n", 200_000).ToString();
        using var response = await AnswerAsync("{\"statusCode\":200,\"body\":\"" + text + "\"}");
        Assert.Equal(text.Replace("\\n", "\n", StringComparison.Ordinal), await response.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> AnswerAsync(string answer)
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Function("F", _ => answer, "Api GET /"));
        return await host.Client.GetAsync("/");
    }
}
