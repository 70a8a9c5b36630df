using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>
/// The three calls with which a container answers the state that waits for it. Written here because they would otherwise bring the
/// AWS SDK into every container. A call is tried again while its time lasts: a lost answer costs the whole work, and the service
/// takes only the first answer for a token, so that a repeated one does no harm.
/// </summary>
internal sealed class StepFunctionsApi
{
    /// <summary>Bytes of a result that the service takes.</summary>
    public const int MaximumOutput = 262_144;

    /// <summary>Characters of a cause that the service takes.</summary>
    public const int MaximumCause = 32_768;

    private const int MaximumError = 256;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Uri _endpoint;
    private readonly string _region;
    private readonly CredentialSource _credentials;
    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _clock;

    /// <param name="endpoint">Address of the service.</param>
    /// <param name="region">Region that requests are signed for.</param>
    /// <param name="credentials">Keys.</param>
    /// <param name="http">Sends.</param>
    /// <param name="clock">Time of the signature and of the pauses.</param>
    public StepFunctionsApi(Uri endpoint, string region, CredentialSource credentials, HttpMessageInvoker http, TimeProvider clock)
    {
        _endpoint = endpoint;
        _region = region;
        _credentials = credentials;
        _http = http;
        _clock = clock;
    }

    /// <summary>`AWS_ENDPOINT_URL_SFN`, `AWS_ENDPOINT_URL`, or the service of the region.</summary>
    /// <exception cref="InvalidOperationException">The region is not set, or an address is none.</exception>
    public static StepFunctionsApi FromEnvironment()
    {
        var region = Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION")
            ?? throw new InvalidOperationException("AWS_REGION is not set: the calls to Step Functions are signed for a region.");
        var address = Variable("AWS_ENDPOINT_URL_SFN") ?? Variable("AWS_ENDPOINT_URL") ?? "https://states." + region + (region.StartsWith("cn-", StringComparison.Ordinal) ? ".amazonaws.com.cn" : ".amazonaws.com");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint))
            throw new InvalidOperationException("AWS_ENDPOINT_URL_SFN is no address.");
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

    /// <summary>The task succeeded.</summary>
    /// <param name="token">Whose.</param>
    /// <param name="output">The result as JSON.</param>
    /// <param name="patience">How long a failing call is tried again.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public Task<TaskReport> SucceedAsync(string token, ReadOnlyMemory<byte> output, TimeSpan patience, CancellationToken cancellationToken) =>
        CallAsync("SendTaskSuccess", token, json => json.WriteString("output"u8, output.Span), patience, cancellationToken);

    /// <summary>The task failed.</summary>
    /// <param name="token">Whose.</param>
    /// <param name="error">What `ErrorEquals` compares.</param>
    /// <param name="cause">What else is known.</param>
    /// <param name="patience">How long a failing call is tried again.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public Task<TaskReport> FailAsync(string token, string error, string cause, TimeSpan patience, CancellationToken cancellationToken) =>
        CallAsync(
            "SendTaskFailure",
            token,
            json =>
            {
                json.WriteString("error"u8, error.AsSpan(0, Math.Min(error.Length, MaximumError)));
                json.WriteString("cause"u8, cause.AsSpan(0, Math.Min(cause.Length, MaximumCause)));
            },
            patience,
            cancellationToken);

    /// <summary>The task still runs.</summary>
    /// <param name="token">Whose.</param>
    /// <param name="patience">How long a failing call is tried again.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public Task<TaskReport> BeatAsync(string token, TimeSpan patience, CancellationToken cancellationToken) =>
        CallAsync("SendTaskHeartbeat", token, static _ => { }, patience, cancellationToken);

    private async Task<TaskReport> CallAsync(string action, string token, Action<Utf8JsonWriter> write, TimeSpan patience, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            json.WriteString("taskToken"u8, token);
            write(json);
            json.WriteEndObject();
        }

        var started = _clock.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            string problem;
            try
            {
                using var request = await SignedAsync(action, body.WrittenMemory, cancellationToken).ConfigureAwait(false);
                using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                    return TaskReport.Taken;
                var error = ErrorOf(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
                if (error is "TaskTimedOut" or "TaskDoesNotExist" or "InvalidToken")
                {
                    FunctionLog.Write(FunctionLogLevel.Warning, action + ": " + error);
                    return TaskReport.Gone;
                }

                problem = action + " is answered " + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture) + " " + error;
                if (!IsPassing(response.StatusCode, error))
                {
                    FunctionLog.Write(FunctionLogLevel.Error, problem);
                    return TaskReport.Failed;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                problem = action + " cannot be sent: " + exception.Message;
            }

            var pause = Pause(attempt);
            if (_clock.GetElapsedTime(started) + pause > patience)
            {
                FunctionLog.Write(FunctionLogLevel.Error, problem);
                return TaskReport.Failed;
            }

            await Task.Delay(pause, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Doubling, and by chance up to half of it shorter, so that many containers that failed together do not return together.</summary>
    private static TimeSpan Pause(int attempt)
    {
        var full = Math.Min(FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 16)), LongestPause.TotalMilliseconds);
#pragma warning disable CA5394 // Nothing depends on this chance being unpredictable.
        return TimeSpan.FromMilliseconds(full * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
    }

    /// <summary>Throttled, or a fault of the service or of what stands between: it may pass.</summary>
    private static bool IsPassing(HttpStatusCode status, string error) =>
        (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
        || error is "ThrottlingException" or "Throttling" or "TooManyRequestsException" or "ServiceUnavailable" or "RequestExpired" or "ExpiredTokenException";

    private async ValueTask<HttpRequestMessage> SignedAsync(string action, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var credentials = await _credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var time = _clock.GetUtcNow();
        var target = "AWSStepFunctions." + action;
        var headers = new List<(string Name, string Value)> { ("host", _endpoint.Authority), ("x-amz-date", SignatureV4.Date(time)), ("x-amz-target", target) };
        if (credentials.SessionToken is { } session)
            headers.Add(("x-amz-security-token", session));
        var request = new HttpRequestMessage(HttpMethod.Post, _endpoint);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("Authorization", SignatureV4.Authorization("POST", _endpoint.AbsolutePath, [], headers, body.Span, credentials, _region, "states", time));
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        return request;
    }

    /// <summary>`com.amazonaws.swf.service.v2.model#TaskTimedOut` by its last part; empty when the body says none.</summary>
    private static string ErrorOf(byte[] body)
    {
        try
        {
            var type = FlatObject.Find(body, "__type", ignoreCase: false).Decode() ?? "";
            return type[(type.LastIndexOf('#') + 1)..];
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
