using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Serverless.Runtime.Api;

/// <summary>
/// The calls of the Lambda Runtime API over one connection. It reconnects before a call when the connection is gone, and
/// never sends an answer twice: when the connection breaks after an answer has left, nobody knows whether it arrived.
/// </summary>
internal sealed class RuntimeApiClient : IDisposable
{
    /// <summary>In place of a status when the connection broke before one came.</summary>
    public const int NoAnswer = 0;

    private const string Root = "/2018-06-01/runtime/";

    private readonly Transport _transport;
    private readonly HttpResponseReader _reader;
    private readonly HttpResponse _response = new();
    private readonly string _commonHeaders;
    private readonly byte[] _next;

    /// <param name="transport">Owned from here on.</param>
    /// <param name="host">Value of the Host header.</param>
    public RuntimeApiClient(Transport transport, string host)
    {
        _transport = transport;
        _reader = new HttpResponseReader(transport);
        _commonHeaders = " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: serverless-analyzers\r\n";
        _next = Encoding.UTF8.GetBytes("GET " + Root + "invocation/next" + _commonHeaders + "\r\n");
    }

    /// <summary>Waits, without time limit, for the next invocation. The response is valid until the next call.</summary>
    /// <exception cref="ConnectionLostException">The connection broke; the next call reconnects.</exception>
    public HttpResponse Next() => Get(_next);

    /// <summary>Says that the snapshot may be taken, and waits, without time limit, for the restore. The status.</summary>
    /// <exception cref="ConnectionLostException">The connection broke; the next call reconnects.</exception>
    public int RestoreNext() => Get(Encoding.UTF8.GetBytes("GET " + Root + "restore/next" + _commonHeaders + "\r\n")).Status;

    /// <summary>Posts the answer of an invocation. Status of the service, or <see cref="NoAnswer"/>.</summary>
    public int PostResponse(string requestId, ResponseBuffer body)
    {
        var head = Encoding.UTF8.GetBytes(
            "POST " + Root + "invocation/" + requestId + "/response" + _commonHeaders
            + "Content-Type: application/json\r\nContent-Length: " + (body.End - ResponseBuffer.HeadRoom).ToString(CultureInfo.InvariantCulture) + "\r\n\r\n");
        return body.TryJoin(head, out var request) ? Post(request, default) : Post(head, body.Body);
    }

    /// <summary>Posts that an invocation failed.</summary>
    /// <param name="requestId">Which.</param>
    /// <param name="errorType">`Function.Xyz` or `Runtime.Xyz`.</param>
    /// <param name="body">Error document, see <see cref="ErrorDocument"/>.</param>
    public int PostInvocationError(string requestId, string errorType, ReadOnlySpan<byte> body) =>
        PostError("invocation/" + HeaderText.Clean(requestId) + "/error", errorType, body);

    /// <summary>Posts that the process cannot start.</summary>
    /// <param name="errorType">`Function.Xyz` or `Runtime.Xyz`.</param>
    /// <param name="body">Error document, see <see cref="ErrorDocument"/>.</param>
    public int PostInitializationError(string errorType, ReadOnlySpan<byte> body) => PostError("init/error", errorType, body);

    /// <summary>Posts that the process cannot go on after a restore.</summary>
    /// <param name="errorType">`Function.Xyz` or `Runtime.Xyz`.</param>
    /// <param name="body">Error document, see <see cref="ErrorDocument"/>.</param>
    public int PostRestoreError(string errorType, ReadOnlySpan<byte> body) => PostError("restore/error", errorType, body);

    /// <summary>Begins an answer that is sent in chunks; <see cref="SendChunk"/> and <see cref="EndChunks"/> follow on the same connection.</summary>
    /// <exception cref="ConnectionLostException">Nobody answers, or the connection broke.</exception>
    public void BeginChunks(string requestId)
    {
        try
        {
            EnsureConnected();
            _transport.Send(Encoding.UTF8.GetBytes(
                "POST " + Root + "invocation/" + requestId + "/response" + _commonHeaders
                + "Content-Type: application/vnd.awslambda.http-integration-response\r\nLambda-Runtime-Function-Response-Mode: streaming\r\n"
                + "Transfer-Encoding: chunked\r\nTrailer: " + StreamTrailers.ErrorType + ", " + StreamTrailers.ErrorBody + "\r\n\r\n"));
        }
        catch (ConnectionLostException)
        {
            _transport.Close();
            throw;
        }
    }

    /// <summary>Sends one chunk and returns when the service has taken it over: a slow reader slows the handler down.</summary>
    /// <param name="bytes">Not empty: an empty chunk would end the answer.</param>
    /// <exception cref="ConnectionLostException">The connection broke.</exception>
    public void SendChunk(ReadOnlySpan<byte> bytes)
    {
        // Size line, bytes and line end leave in one write while they are small: three packets for a line of text are two too many.
        const int Joined = 4 * 1024;
        const int SizeLine = 10;
        Span<byte> chunk = stackalloc byte[SizeLine + Math.Min(bytes.Length, Joined) + 2];
        Utf8Formatter.TryFormat(bytes.Length, chunk, out var digits, new StandardFormat('x'));
        "\r\n"u8.CopyTo(chunk[digits..]);
        if (bytes.Length > Joined)
        {
            _transport.Send(chunk[..(digits + 2)]);
            _transport.Send(bytes);
            _transport.Send("\r\n"u8);
            return;
        }

        bytes.CopyTo(chunk[(digits + 2)..]);
        "\r\n"u8.CopyTo(chunk[(digits + 2 + bytes.Length)..]);
        _transport.Send(chunk[..(digits + bytes.Length + 4)]);
    }

    /// <summary>Ends an answer in chunks. Status of the service, or <see cref="NoAnswer"/>.</summary>
    /// <param name="isBroken">A chunk could not be sent: only a verdict that the service gave before can still be heard.</param>
    /// <param name="trailers">See <see cref="StreamTrailers"/>; empty = the answer is whole.</param>
    public int EndChunks(bool isBroken, ReadOnlySpan<byte> trailers)
    {
        try
        {
            if (!isBroken)
                SendLenient([.. "0\r\n"u8, .. trailers, .. "\r\n"u8]);
            return ReadResponse().Status;
        }
        catch (ConnectionLostException)
        {
            _transport.Close();
            return NoAnswer;
        }
    }

    public void Dispose() => _transport.Dispose();

    private int PostError(string path, string errorType, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(
            "POST " + Root + path + _commonHeaders
            + "Content-Type: application/vnd.aws.lambda.error+json\r\nLambda-Runtime-Function-Error-Type: " + HeaderText.Clean(errorType)
            + "\r\nContent-Length: " + body.Length.ToString(CultureInfo.InvariantCulture) + "\r\n\r\n");
        return Post(head, body);
    }

    private int Post(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        try
        {
            EnsureConnected();
            if (SendLenient(head))
                SendLenient(body);
            return ReadResponse().Status;
        }
        catch (ConnectionLostException)
        {
            _transport.Close();
            return NoAnswer;
        }
    }

    /// <summary>False when the connection broke. A service that refuses a large answer may say so and stop reading: its verdict can still be there to read.</summary>
    private bool SendLenient(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _transport.Send(bytes);
            return true;
        }
        catch (ConnectionLostException)
        {
            return false;
        }
    }

    private HttpResponse Get(byte[] request)
    {
        try
        {
            EnsureConnected();
            _transport.Send(request);
            return ReadResponse();
        }
        catch (ConnectionLostException)
        {
            _transport.Close();
            throw;
        }
    }

    private HttpResponse ReadResponse()
    {
        _reader.Read(_response);
        if (!_response.KeepAlive)
            _transport.Close();
        return _response;
    }

    private void EnsureConnected()
    {
        if (!_transport.IsUsable)
            _transport.Connect();
    }
}
