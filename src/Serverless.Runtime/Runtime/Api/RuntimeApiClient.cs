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
    public HttpResponse Next()
    {
        try
        {
            EnsureConnected();
            _transport.Send(_next);
            return ReadResponse();
        }
        catch (ConnectionLostException)
        {
            _transport.Close();
            throw;
        }
    }

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
            try
            {
                _transport.Send(head);
                _transport.Send(body);
            }
            catch (ConnectionLostException)
            {
                // A service that refuses a large answer may say so and stop reading: its verdict can still be there to read.
            }

            return ReadResponse().Status;
        }
        catch (ConnectionLostException)
        {
            _transport.Close();
            return NoAnswer;
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
