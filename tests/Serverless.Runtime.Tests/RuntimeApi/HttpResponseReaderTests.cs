using System.Text;
using Serverless.Runtime.Api;
using Serverless.Runtime.Tests.RuntimeApi.Conformance;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.RuntimeApi;

public sealed class HttpResponseReaderTests
{
    private const string Payload = """{"name":"Zoë","list":[1,2,3],"text":"0123456789abcdef0123456789abcdef"}""";

    private static readonly byte[] Plain = RuntimeApiReply.Invocation("id-1", Payload, "Lambda-Runtime-Trace-Id: Root=1-2").Bytes;

    private static readonly byte[] Chunked =
        RuntimeApiReply.ChunkedInvocation("id-1", Payload, 7, ";ext=\"a;b\"", "Trailer-One: 1", "Lambda-Runtime-Aws-Request-Id: not-this-one").Bytes;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Conforms(RuntimeApiLine.ReadsSplitAnywhere)]
    public void A_response_split_in_two_at_every_byte_reads_the_same(bool chunked)
    {
        var bytes = chunked ? Chunked : Plain;
        for (var split = 1; split < bytes.Length; split++)
            AssertPayload(Read(bytes[..split], bytes[split..]), split);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Conforms(RuntimeApiLine.ReadsSplitAnywhere)]
    public void A_response_that_comes_byte_by_byte_reads_the_same(bool chunked) =>
        AssertPayload(Read([.. (chunked ? Chunked : Plain).Select(static b => new[] { b })]), 0);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_response_that_ends_early_is_a_lost_connection_wherever_it_ends(bool chunked)
    {
        var bytes = chunked ? Chunked : Plain;
        for (var end = 0; end < bytes.Length; end++)
            Assert.Throws<ConnectionLostException>(() => Read(bytes[..end]));
    }

    [Fact]
    [Conforms(RuntimeApiLine.ChunkedInvocations)]
    public void Chunks_of_every_size_join_to_the_payload()
    {
        for (var size = 1; size <= Payload.Length + 1; size++)
            AssertPayload(Read(RuntimeApiReply.ChunkedInvocation("id-1", Payload, size).Bytes), size);
    }

    [Theory]
    [InlineData("5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("05\r\nhello\r\n00\r\n\r\n")]
    [InlineData("5;a\r\nhello\r\n0;b=c\r\n\r\n")]
    [InlineData("5 ;a=\"x\"\r\nhello\r\n0\r\nT: 1\r\nU: 2\r\n\r\n")]
    [InlineData("2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n")]
    [Conforms(RuntimeApiLine.ChunkExtensionsAndTrailers)]
    public void Chunk_extensions_and_trailers_are_not_payload(string body) =>
        Assert.Equal("hello", BodyOf("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body));

    [Theory]
    [InlineData("A")]
    [InlineData("a")]
    public void Chunk_sizes_are_hexadecimal_in_either_case(string size) =>
        Assert.Equal("0123456789", BodyOf("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + size + "\r\n0123456789\r\n0\r\n\r\n"));

    [Theory]
    [InlineData("x\r\nhello\r\n0\r\n\r\n")]
    [InlineData("\r\nhello\r\n0\r\n\r\n")]
    [InlineData("4\r\nhello\r\n0\r\n\r\n")]
    [InlineData("fffffffff\r\nhello\r\n0\r\n\r\n")]
    [InlineData("-5\r\nhello\r\n0\r\n\r\n")]
    public void A_malformed_chunk_is_a_lost_connection_and_not_payload(string body) =>
        Assert.Throws<ConnectionLostException>(() => BodyOf("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body));

    [Theory]
    [InlineData("lambda-runtime-aws-request-id")]
    [InlineData("LAMBDA-RUNTIME-AWS-REQUEST-ID")]
    [InlineData("Lambda-Runtime-AWS-Request-ID")]
    [Conforms(RuntimeApiLine.HeaderNamesWithoutCase)]
    public void Header_names_are_compared_without_case(string name) =>
        Assert.Equal("id-7", Read(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\n{name}:id-7 \t\r\nCONTENT-LENGTH:  2\r\n\r\n{{}}")).RequestId);

    [Fact]
    [Conforms(RuntimeApiLine.HeaderValuesAreUtf8)]
    public void Header_values_are_UTF8()
    {
        var response = Read(RuntimeApiReply.Invocation(
            "id-1", "{}", "Lambda-Runtime-Client-Context: {\"name\":\"Zoë ☃\"}", "Lambda-Runtime-Cognito-Identity: ü").Bytes);
        Assert.Equal("{\"name\":\"Zoë ☃\"}", response.ClientContext);
        Assert.Equal("ü", response.CognitoIdentity);
    }

    [Fact]
    [Conforms(RuntimeApiLine.EveryHeaderReachesTheHandler)]
    public void Every_header_of_the_service_is_read()
    {
        var response = Read(RuntimeApiReply.Invocation(
            "id-1",
            "{}",
            "Lambda-Runtime-Deadline-Ms: 1700000000123",
            "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-west-1:1:function:F",
            "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1",
            "Lambda-Runtime-Client-Context: {}",
            "Lambda-Runtime-Cognito-Identity: {\"id\":1}",
            "Lambda-Runtime-Aws-Tenant-Id: tenant").Bytes);
        Assert.Equal(1700000000123, response.DeadlineMs);
        Assert.Equal("arn:aws:lambda:eu-west-1:1:function:F", response.InvokedFunctionArn);
        Assert.Equal("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1", response.TraceId);
        Assert.Equal("{}", response.ClientContext);
        Assert.Equal("{\"id\":1}", response.CognitoIdentity);
        Assert.Equal("tenant", response.TenantId);
    }

    [Fact]
    [Conforms(RuntimeApiLine.AnyHeaderMayBeAbsent)]
    public void Headers_that_are_absent_leave_nothing_of_the_response_before()
    {
        var all = RuntimeApiReply.Invocation("id-1", "{}", "Lambda-Runtime-Deadline-Ms: 5", "Lambda-Runtime-Trace-Id: t", "Lambda-Runtime-Client-Context: c",
            "Lambda-Runtime-Cognito-Identity: i", "Lambda-Runtime-Aws-Tenant-Id: a", "Lambda-Runtime-Invoked-Function-Arn: f").Bytes;
        var reader = new HttpResponseReader(new ScriptedTransport([all, RuntimeApiReply.Invocation("id-2", "{}").Bytes]));
        var response = new HttpResponse();
        reader.Read(response);
        reader.Read(response);
        Assert.Equal("id-2", response.RequestId);
        Assert.Equal(0, response.DeadlineMs);
        Assert.Null(response.TraceId);
        Assert.Null(response.ClientContext);
        Assert.Null(response.CognitoIdentity);
        Assert.Null(response.TenantId);
        Assert.Null(response.InvokedFunctionArn);
    }

    [Fact]
    public void A_body_larger_than_the_buffer_is_read_whole_in_both_codings()
    {
        var large = new string('x', 6 * 1024 * 1024);
        Assert.Equal(large, Encoding.UTF8.GetString(Read([.. RuntimeApiReply.Invocation("id", large).Bytes.Chunk(4000)]).Body.Span));
        Assert.Equal(large, Encoding.UTF8.GetString(Read([.. RuntimeApiReply.ChunkedInvocation("id", large, 65_000).Bytes.Chunk(4000)]).Body.Span));
    }

    [Fact]
    public void Interim_responses_are_skipped() =>
        Assert.Equal("hi", BodyOf("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"));

    [Fact]
    public void A_body_without_a_length_goes_to_the_end_of_the_connection() =>
        Assert.Equal("hello", BodyOf("HTTP/1.0 200 OK\r\n\r\nhello"));

    [Fact]
    public void A_head_with_lone_line_feeds_and_no_reason_is_read() =>
        Assert.Equal("hi", BodyOf("HTTP/1.1 200\nContent-Length: 2\n\nhi"));

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: CLOSE\r\n\r\n", false)]
    [InlineData("HTTP/1.0 200 OK\r\n\r\n", false)]
    [InlineData("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\n\r\n", true)]
    public void Keep_alive_follows_the_version_and_the_connection_header(string head, bool expected) =>
        Assert.Equal(expected, Read(Encoding.UTF8.GetBytes(head)).KeepAlive);

    [Theory]
    [InlineData("SSH-2.0-OpenSSH\r\n\r\n")]
    [InlineData("HTTP/2 200\r\n\r\n")]
    [InlineData("HTTP/1.1 2x0 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n")]
    public void What_is_not_HTTP_is_a_lost_connection(string text) =>
        Assert.Throws<ConnectionLostException>(() => BodyOf(text));

    [Fact]
    public void A_connection_with_bytes_behind_the_response_is_not_kept()
    {
        Assert.True(Read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"u8.ToArray()).KeepAlive);
        Assert.False(Read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi!"u8.ToArray()).KeepAlive);
    }

    private static void AssertPayload(HttpResponse response, int split)
    {
        Assert.True(response.Status == 200, $"at {split}");
        Assert.True(response.RequestId == "id-1", $"at {split}");
        Assert.True(Encoding.UTF8.GetString(response.Body.Span) == Payload, $"at {split}");
    }

    private static string BodyOf(string text) => Encoding.UTF8.GetString(Read(Encoding.UTF8.GetBytes(text)).Body.Span);

    private static HttpResponse Read(params byte[][] reads)
    {
        var reader = new HttpResponseReader(new ScriptedTransport(reads.Where(static r => r.Length > 0)));
        var response = new HttpResponse();
        reader.Read(response);
        return response;
    }
}
