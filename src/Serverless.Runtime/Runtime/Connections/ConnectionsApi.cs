using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// The `@connections` address of a WebSocket API. A call that was throttled or met a failing front end is tried again; nothing else
/// is, since a message could arrive twice.
/// </summary>
internal sealed class ConnectionsApi : WebSocketTransport
{
    /// <summary>Where the API of this function is: `https://{api}.execute-api.{region}.amazonaws.com/{stage}`. The template sets it.</summary>
    public const string EndpointVariable = "SERVERLESS_WEBSOCKET_ENDPOINT";

    private const int Attempts = 3;

    private readonly Uri _endpoint;
    private readonly string _region;
    private readonly CredentialSource _credentials;
    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _clock;

    /// <param name="endpoint">Address of the API with its stage.</param>
    /// <param name="region">Region that requests are signed for.</param>
    /// <param name="credentials">Keys.</param>
    /// <param name="http">Sends.</param>
    /// <param name="clock">Time of the signature and of the waits.</param>
    public ConnectionsApi(Uri endpoint, string region, CredentialSource credentials, HttpMessageInvoker http, TimeProvider clock)
    {
        _endpoint = endpoint;
        _region = region;
        _credentials = credentials;
        _http = http;
        _clock = clock;
    }

    /// <exception cref="InvalidOperationException">The address or the region is not set.</exception>
    public static ConnectionsApi FromEnvironment()
    {
        if (!Uri.TryCreate(Environment.GetEnvironmentVariable(EndpointVariable), UriKind.Absolute, out var endpoint))
            throw new InvalidOperationException(EndpointVariable + " is not set: deploy the template of this project, which sets it, or set it to https://{api}.execute-api.{region}.amazonaws.com/{stage}.");
        var region = Environment.GetEnvironmentVariable("AWS_REGION") ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION")
            ?? throw new InvalidOperationException("AWS_REGION is not set: requests to a WebSocket API are signed for a region.");

        // Connections that an environment slept with are closed at the other end; a short idle time avoids using one.
#pragma warning disable CA2000 // Lives as long as the process.
        var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(3),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            AllowAutoRedirect = false,
            UseCookies = false,
        }) { Timeout = TimeSpan.FromSeconds(10) };
#pragma warning restore CA2000
        return new(endpoint, region, new CredentialSource(Environment.GetEnvironmentVariable, http, TimeProvider.System), http, TimeProvider.System);
    }

    /// <inheritdoc/>
    public override async Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, bool isText, CancellationToken cancellationToken)
    {
        using var response = await CallAsync(HttpMethod.Post, connectionId, message, cancellationToken).ConfigureAwait(false);
        return response is not null;
    }

    /// <inheritdoc/>
    public override async Task<bool> DisconnectAsync(string connectionId, CancellationToken cancellationToken)
    {
        using var response = await CallAsync(HttpMethod.Delete, connectionId, default, cancellationToken).ConfigureAwait(false);
        return response is not null;
    }

    /// <inheritdoc/>
    public override async Task<WebSocketConnectionInfo?> GetAsync(string connectionId, CancellationToken cancellationToken)
    {
        using var response = await CallAsync(HttpMethod.Get, connectionId, default, cancellationToken).ConfigureAwait(false);
        if (response is null)
            return null;
        ReadOnlyMemory<byte> json = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var identity = FlatObject.FindRaw(json, "identity");
        return new WebSocketConnectionInfo(Time(json, "connectedAt"), Time(json, "lastActiveAt"), Text(identity, "sourceIp"), Text(identity, "userAgent"));
    }

    /// <summary>Null when the connection is gone.</summary>
    private async Task<HttpResponseMessage?> CallAsync(HttpMethod method, string connectionId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = await SignedAsync(method, connectionId, body, cancellationToken).ConfigureAwait(false);
            var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return response;
            var status = response.StatusCode;
            response.Dispose();
            if (status == HttpStatusCode.Gone)
                return null;
            if (attempt == Attempts || status is not (HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable))
                throw new HttpRequestException($"The WebSocket API answers {((int)status).ToString(CultureInfo.InvariantCulture)} to {method} @connections.", null, status);
            await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<HttpRequestMessage> SignedAsync(HttpMethod method, string connectionId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var credentials = await _credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var time = _clock.GetUtcNow();
        var uri = new Uri(_endpoint.AbsoluteUri.TrimEnd('/') + "/@connections/" + Uri.EscapeDataString(connectionId));
        var headers = new List<(string Name, string Value)> { ("host", uri.Authority), ("x-amz-date", SignatureV4.Date(time)) };
        if (credentials.SessionToken is { } token)
            headers.Add(("x-amz-security-token", token));
        var request = new HttpRequestMessage(method, uri);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("Authorization", SignatureV4.Authorization(method.Method, uri.AbsolutePath, [], headers, body.Span, credentials, _region, "execute-api", time));
        if (method == HttpMethod.Post)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        }

        return request;
    }

    private static DateTimeOffset Time(ReadOnlyMemory<byte> json, string name) =>
        DateTimeOffset.TryParse(Text(json, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default;

    private static string? Text(ReadOnlyMemory<byte> json, string name) => FlatObject.Find(json, name, ignoreCase: true).Decode();
}
