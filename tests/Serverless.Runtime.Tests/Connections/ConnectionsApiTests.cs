using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Serverless.Http;
using Serverless.Runtime;

namespace Serverless.Tests.Connections;

public sealed class ConnectionsApiTests
{
    private static readonly Uri Endpoint = new("https://api.execute-api.eu-central-1.amazonaws.com/live");

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret", ["AWS_SESSION_TOKEN"] = "token",
    };

    private static WebSocketConnections Connections(RecordedHttp http, Dictionary<string, string>? environment = null, TimeProvider? clock = null)
    {
        var invoker = new HttpMessageInvoker(http);
        var credentials = new CredentialSource(name => (environment ?? Keys).GetValueOrDefault(name), invoker, clock ?? TimeProvider.System);
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        return new WebSocketConnections(options.GetTypeInfo, new ConnectionsApi(Endpoint, "eu-central-1", credentials, invoker, clock ?? TimeProvider.System));
    }

    [Fact]
    public async Task A_message_is_posted_signed_to_its_connection()
    {
        var http = new RecordedHttp((HttpStatusCode.OK, ""));
        Assert.True(await Connections(http).SendAsync("a+b/c=", new { Text = "hi" }));
        var (method, address, headers, body) = Assert.Single(http.Requests);
        Assert.Equal(("POST", "https://api.execute-api.eu-central-1.amazonaws.com/live/@connections/a%2Bb%2Fc%3D", """{"text":"hi"}"""), (method, address, body));
        Assert.Equal("token", headers["x-amz-security-token"]);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-central-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$", headers["authorization"]);
    }

    [Fact]
    public async Task Text_and_bytes_are_sent_as_they_are()
    {
        var http = new RecordedHttp((HttpStatusCode.OK, ""), (HttpStatusCode.OK, ""));
        await Connections(http).SendAsync("c", "a \"text\"");
        await Connections(http).SendAsync("c", "bytes"u8.ToArray());
        Assert.Equal(["a \"text\"", "bytes"], http.Requests.Select(static r => r.Body));
    }

    [Fact]
    public async Task A_connection_that_is_gone_is_no_error()
    {
        var http = new RecordedHttp((HttpStatusCode.Gone, ""), (HttpStatusCode.Gone, ""), (HttpStatusCode.Gone, ""));
        var connections = Connections(http);
        Assert.False(await connections.SendAsync("c", "hi"));
        Assert.False(await connections.DisconnectAsync("c"));
        Assert.Null(await connections.GetAsync("c"));
        Assert.Equal(["POST", "DELETE", "GET"], http.Requests.Select(static r => r.Method));
    }

    [Fact]
    public async Task A_connection_is_described()
    {
        var http = new RecordedHttp((HttpStatusCode.OK, """{"connectedAt":"2026-11-28T10:00:00Z","identity":{"sourceIp":"192.0.2.1","userAgent":"agent"},"lastActiveAt":"2026-11-28T10:05:00.5Z"}"""));
        Assert.Equal(
            new WebSocketConnectionInfo(new(2026, 11, 28, 10, 0, 0, TimeSpan.Zero), new(2026, 11, 28, 10, 5, 0, 500, TimeSpan.Zero), "192.0.2.1", "agent"),
            await Connections(http).GetAsync("c"));
    }

    [Fact]
    public async Task Throttled_calls_are_tried_again_and_refused_ones_are_not()
    {
        var http = new RecordedHttp((HttpStatusCode.TooManyRequests, ""), (HttpStatusCode.ServiceUnavailable, ""), (HttpStatusCode.OK, ""));
        Assert.True(await Connections(http).SendAsync("c", "hi"));
        Assert.Equal(3, http.Requests.Count);

        http = new RecordedHttp((HttpStatusCode.TooManyRequests, ""), (HttpStatusCode.TooManyRequests, ""), (HttpStatusCode.TooManyRequests, ""));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Assert.ThrowsAsync<HttpRequestException>(() => Connections(http).SendAsync("c", "hi"))).StatusCode);

        http = new RecordedHttp((HttpStatusCode.Forbidden, "a secret answer"));
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => Connections(http).SendAsync("c", "hi"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_of_a_container_are_fetched_and_kept_until_shortly_before_they_end()
    {
        const string Credentials = """{"AccessKeyId":"FETCHED","SecretAccessKey":"s","Token":"t","Expiration":"2026-11-28T11:00:00Z"}""";
        var http = new RecordedHttp((HttpStatusCode.OK, Credentials), (HttpStatusCode.OK, ""), (HttpStatusCode.OK, ""), (HttpStatusCode.OK, Credentials), (HttpStatusCode.OK, ""));
        var clock = new Clock { Now = new(2026, 11, 28, 10, 0, 0, TimeSpan.Zero) };
        var connections = Connections(http, new(StringComparer.Ordinal) { ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/v2/credentials/1" }, clock);
        await connections.SendAsync("c", "1");
        await connections.SendAsync("c", "2");
        clock.Now = new(2026, 11, 28, 10, 56, 0, TimeSpan.Zero);
        await connections.SendAsync("c", "3");
        Assert.Equal(["GET", "POST", "POST", "GET", "POST"], http.Requests.Select(static r => r.Method));
        Assert.Equal("http://169.254.170.2/v2/credentials/1", http.Requests[0].Address);
        Assert.Contains("Credential=FETCHED/", http.Requests[1].Headers["authorization"], StringComparison.Ordinal);
        Assert.Equal("t", http.Requests[1].Headers["x-amz-security-token"]);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9000/creds", true)]
    [InlineData("http://169.254.170.23/v1/credentials", true)]
    [InlineData("https://credentials.example/", true)]
    [InlineData("http://credentials.example/", false)]
    public async Task The_token_goes_only_to_this_machine_or_over_https(string address, bool isAllowed)
    {
        var http = new RecordedHttp((HttpStatusCode.OK, """{"AccessKeyId":"F","SecretAccessKey":"s"}"""), (HttpStatusCode.OK, ""));
        var connections = Connections(http, new(StringComparer.Ordinal) { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = address, ["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "bearer" });
        if (!isAllowed)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => connections.SendAsync("c", "hi"));
            Assert.Empty(http.Requests);
            return;
        }

        await connections.SendAsync("c", "hi");
        Assert.Equal((address, "bearer"), (http.Requests[0].Address, http.Requests[0].Headers["authorization"]));
    }

    [Fact]
    public async Task Without_credentials_the_message_says_what_is_missing() =>
        Assert.Contains("AWS_ACCESS_KEY_ID", (await Assert.ThrowsAsync<InvalidOperationException>(() => Connections(new RecordedHttp(), []).SendAsync("c", "hi"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_host_in_this_process_can_take_the_messages()
    {
        var local = new LocalTransport();
        WebSocketTransport.Local = local;
        try
        {
            Assert.True(await WebSocketConnections.Reflecting().SendAsync("c", new { Text = "hi" }));
            Assert.Equal("""c text {"text":"hi"}""", local.Sent);
        }
        finally
        {
            WebSocketTransport.Local = null;
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class LocalTransport : WebSocketTransport
    {
        public string Sent { get; private set; } = "";

        public override Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, bool isText, CancellationToken cancellationToken)
        {
            Sent = $"{connectionId} {(isText ? "text" : "binary")} {System.Text.Encoding.UTF8.GetString(message.Span)}";
            return Task.FromResult(true);
        }

        public override Task<bool> DisconnectAsync(string connectionId, CancellationToken cancellationToken) => Task.FromResult(true);

        public override Task<WebSocketConnectionInfo?> GetAsync(string connectionId, CancellationToken cancellationToken) => Task.FromResult<WebSocketConnectionInfo?>(null);
    }
}
