using System.Buffers;
using System.Text;
using System.Text.Json;
using Serverless.Http;
using Serverless.Runtime;

namespace Serverless.Tests;

public sealed class ReplyTests
{
    private static readonly byte[] Event = """{"rawPath":"/a","requestContext":{"http":{"method":"GET"},"requestId":"r"}}"""u8.ToArray();

    private static async Task<JsonElement> Write(HttpReply reply)
    {
        var response = new ArrayBufferWriter<byte>();
        await Replies.ReplyAsync(new ReplyTarget(response), Event, new Invocation(), reply, default);
        return JsonDocument.Parse(response.WrittenMemory).RootElement;
    }

    [Fact]
    public async Task Every_character_of_a_text_survives_the_envelope()
    {
        var text = new StringBuilder();
        for (var c = 0; c < 0x300; c++)
            text.Append((char)c);
        text.Append("😀\u2028\"\\").Append('x', 5000).Append('"', 3000);
        Assert.Equal(text.ToString(), (await Write(HttpReply.Text(text.ToString()))).GetProperty("body").GetString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3072)]
    [InlineData(3073)]
    [InlineData(100_000)]
    public async Task Bytes_of_any_length_are_one_base64_text(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        var answer = await Write(HttpReply.Bytes(bytes, "image/png"));
        Assert.Equal(bytes, answer.GetProperty("body").GetBytesFromBase64());
        Assert.True(answer.GetProperty("isBase64Encoded").GetBoolean());
    }

    [Fact]
    public void Headers_and_cookies_refuse_what_would_start_another_header()
    {
        Assert.Throws<ArgumentException>(() => HttpReply.NoContent().WithHeader("a", "b\r\nc: d"));
        Assert.Throws<ArgumentException>(() => HttpReply.NoContent().WithHeader("a b", "c"));
        Assert.Throws<ArgumentException>(() => HttpReply.NoContent().WithCookie("a", "b; Path=/"));
        Assert.Throws<ArgumentException>(() => HttpReply.NoContent().WithCookie("a", "b", path: "/;c"));
        Assert.Throws<ArgumentException>(() => HttpReply.NoContent().WithETag("a\"b"));
        Assert.Throws<ArgumentException>(() => HttpReply.Redirect("/a\nb"));
        Assert.Equal(204, HttpReply.NoContent().WithHeader("a", "b").StatusCode);
    }

    [Fact]
    public void A_reply_that_is_varied_does_not_change()
    {
        var reply = HttpReply.NoContent().WithHeader("a", "1");
        _ = reply.WithHeader("b", "2").WithCookie("c", "3").WithETag("4");
        Assert.Single(reply.Parts!.Headers);
        Assert.Empty(reply.Parts.Cookies);
        Assert.Null(reply.Parts.ETag);
    }

    [Theory]
    [InlineData(399)]
    [InlineData(600)]
    public void A_problem_has_an_error_status(int status)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HttpReply.Problem(status));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HttpProblemException(status));
    }

    [Fact]
    public void A_typed_reply_keeps_body_status_and_the_untyped_reply_inside()
    {
        HttpReply<int> body = 7;
        HttpReply<int> other = HttpReply.Conflict("no");
        var created = HttpReply.Created("/a", 8);
        Assert.Equal((200, 7, "application/json"), (body.StatusCode, body.Body, body.ContentType));
        Assert.Equal((409, "application/problem+json"), (other.StatusCode, other.ContentType));
        Assert.Equal((201, 8), (created.StatusCode, created.Body));
        Assert.Equal(204, default(HttpReply<int>).StatusCode);
    }

    [Theory]
    [InlineData(false, false, 302)]
    [InlineData(true, false, 301)]
    [InlineData(false, true, 307)]
    [InlineData(true, true, 308)]
    public void Redirects_have_the_status_for_what_they_keep(bool permanent, bool keepMethod, int status) =>
        Assert.Equal(status, HttpReply.Redirect("/a", permanent, keepMethod).StatusCode);
}
