using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Serverless.Testing;

/// <summary>
/// The Lambda Runtime API on a raw socket of this machine. Each request is answered by the next reply of a script, so that a
/// test decides every byte and when connections break. Without a scripted reply a request for an invocation waits, as on
/// Lambda, and an answer is accepted with 202.
/// </summary>
public sealed class RuntimeApiServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly BlockingCollection<RuntimeApiReply> _next = [];
    private readonly ConcurrentQueue<RuntimeApiReply> _posts = new();
    private readonly List<RuntimeApiRequest> _requests = [];
    private readonly List<Socket> _sockets = [];
    private readonly CancellationTokenSource _stopped = new();
    private int _connections;

    /// <summary>Listens on a free port.</summary>
    public RuntimeApiServer()
    {
        _listener.Start();
        Address = "127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        new Thread(Accept) { IsBackground = true, Name = "Runtime API server" }.Start();
    }

    /// <summary>`host:port`: the value of `AWS_LAMBDA_RUNTIME_API`.</summary>
    public string Address { get; }

    /// <summary>What came so far, in the order of arrival.</summary>
    public IReadOnlyList<RuntimeApiRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>Answers and failures that were posted so far.</summary>
    public IReadOnlyList<RuntimeApiRequest> Posts => [.. Requests.Where(static r => r.Method == "POST")];

    /// <summary>Adds a reply to a request for an invocation.</summary>
    public RuntimeApiServer OnNext(RuntimeApiReply reply)
    {
        _next.Add(reply);
        return this;
    }

    /// <summary>Adds a reply to a posted answer.</summary>
    public RuntimeApiServer OnPost(RuntimeApiReply reply)
    {
        _posts.Enqueue(reply);
        return this;
    }

    /// <summary>Waits until so many answers were posted, then returns them.</summary>
    /// <exception cref="TimeoutException">They did not come.</exception>
    public IReadOnlyList<RuntimeApiRequest> WaitForPosts(int count, TimeSpan? within = null)
    {
        var deadline = DateTime.UtcNow + (within ?? TimeSpan.FromSeconds(30));
        lock (_requests)
        {
            while (_requests.Count(static r => r.Method == "POST") < count)
            {
                var left = deadline - DateTime.UtcNow;
                if (left <= TimeSpan.Zero || !Monitor.Wait(_requests, left))
                    throw new TimeoutException($"Only {_requests.Count(static r => r.Method == "POST")} of {count} answers came.");
            }
        }

        return Posts;
    }

    /// <summary>Ends every connection.</summary>
    public void Dispose()
    {
        _stopped.Cancel();
        _listener.Stop();
        lock (_sockets)
        {
            foreach (var socket in _sockets)
                socket.Dispose();
        }

        _next.CompleteAdding();
    }

    private void Accept()
    {
        while (!_stopped.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = _listener.AcceptSocket();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            socket.NoDelay = true;
            lock (_sockets)
                _sockets.Add(socket);
            var number = Interlocked.Increment(ref _connections);
            new Thread(() => Serve(socket, number)) { IsBackground = true, Name = "Runtime API connection" }.Start();
        }
    }

    private void Serve(Socket socket, int connection)
    {
        try
        {
            using var stream = new BufferedStream(new NetworkStream(socket, ownsSocket: true));
            while (ReadRequest(stream, connection) is { } request)
            {
                var reply = request.IsNext ? _next.Take(_stopped.Token) : _posts.TryDequeue(out var scripted) ? scripted : RuntimeApiReply.Status(202);
                Send(socket, reply);
                if (reply.Close)
                    return;
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The client or the test ended the connection.
        }
    }

    private static void Send(Socket socket, RuntimeApiReply reply)
    {
        var start = 0;
        foreach (var end in reply.Splits.Append(reply.Bytes.Length))
        {
            if (start > 0)
                Thread.Sleep(1);
            socket.Send(reply.Bytes.AsSpan(start, end - start));
            start = end;
        }
    }

    private RuntimeApiRequest? ReadRequest(Stream stream, int connection)
    {
        if (ReadLine(stream) is not { } requestLine)
            return null;
        var parts = requestLine.Split(' ');
        var headers = ReadHeaders(stream);
        var body = Array.Empty<byte>();
        var chunks = new List<byte[]>();
        var trailers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (headers.GetValueOrDefault("Transfer-Encoding") == "chunked" && !IgnoresNextBody(parts[0]))
        {
            while (ReadChunk(stream) is { Length: > 0 } chunk)
                chunks.Add(chunk);
            trailers = ReadHeaders(stream);
            body = [.. chunks.SelectMany(static c => c)];
        }

        if (headers.TryGetValue("Content-Length", out var length))
        {
            body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
            if (!IgnoresNextBody(parts[0]))
                stream.ReadExactly(body);
        }

        var request = new RuntimeApiRequest(parts[0], parts[1], headers, body, connection) { Chunks = chunks, Trailers = trailers };
        lock (_requests)
        {
            _requests.Add(request);
            Monitor.PulseAll(_requests);
        }

        return request;
    }

    private bool IgnoresNextBody(string method) => method == "POST" && _posts.TryPeek(out var reply) && reply.IgnoreBody;

    private static Dictionary<string, string> ReadHeaders(Stream stream)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (ReadLine(stream) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    /// <summary>Empty at the end of the body.</summary>
    private static byte[] ReadChunk(Stream stream)
    {
        var line = ReadLine(stream) ?? throw new IOException("The connection ended inside a body.");
        var chunk = new byte[int.Parse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)];
        if (chunk.Length == 0)
            return chunk;
        stream.ReadExactly(chunk);
        return ReadLine(stream) is "" ? chunk : throw new IOException("A chunk is longer than its size says.");
    }

    private static string? ReadLine(Stream stream)
    {
        var line = new List<byte>();
        while (true)
        {
            var c = stream.ReadByte();
            if (c < 0)
                return null;
            if (c == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add((byte)c);
        }
    }
}
