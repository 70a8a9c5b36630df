using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Serverless.Runtime.Tests.Soak;

/// <summary>
/// The Runtime API under bad conditions, for a hundred thousand invocations: connections drop at every stage, bytes come split and slowly,
/// bodies in chunks, answers are refused. It keeps count of each invocation instead of the requests, and hands one that did not arrive
/// whole out again, as the service does. Which fault comes when follows from the seed.
/// </summary>
internal sealed class SoakServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly object _gate = new();
    private readonly Queue<int> _again = new();
    private readonly HashSet<Socket> _sockets = [];
    private readonly Dictionary<string, string> _memory = new(StringComparer.Ordinal);
    private readonly byte[] _answers;
    private readonly byte[] _attempts;
    private readonly int _seed;
    private readonly int _probeAfter;
    private int _next;
    private int _open;
    private bool _isOver;

    /// <param name="count">Invocations.</param>
    /// <param name="seed">Of the faults.</param>
    /// <param name="probeAfter">After so many the handler is asked for its memory the first time; the second time is the end.</param>
    public SoakServer(int count, int seed, int probeAfter)
    {
        _answers = new byte[count];
        _attempts = new byte[count];
        _seed = seed;
        _probeAfter = probeAfter;
        _listener.Start();
        Address = "127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public string Address { get; }

    /// <summary>What was wrong, the first few.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>How often each fault was injected.</summary>
    public SortedDictionary<string, int> Injected { get; } = new(StringComparer.Ordinal);

    /// <summary>Invocations that were not answered exactly once.</summary>
    public IReadOnlyList<int> Wrong
    {
        get
        {
            lock (_gate)
                return [.. Enumerable.Range(0, _answers.Length).Where(i => _answers[i] != 1)];
        }
    }

    /// <summary>What the handler said of its memory: `warm` and `end`.</summary>
    public string Memory(string when)
    {
        lock (_gate)
            return _memory[when];
    }

    /// <summary>Called when the handler is asked for its memory, by the name of the moment.</summary>
    public Action<string>? Probed { get; init; }

    public void Dispose()
    {
        _listener.Stop();
        lock (_gate)
        {
            _isOver = true;
            foreach (var socket in _sockets)
                socket.Dispose();
            Monitor.PulseAll(_gate);
        }
    }

    private void Accept()
    {
        while (true)
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
            lock (_gate)
                _sockets.Add(socket);
            new Thread(() => Serve(socket)) { IsBackground = true }.Start();
        }
    }

    private void Serve(Socket socket)
    {
        try
        {
            var connection = new SoakConnection(socket);
            while (connection.ReadHead() && (connection.IsNext ? Invoke(connection) : Judge(connection)))
            {
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
        {
            // The client ended the connection.
        }
        finally
        {
            lock (_gate)
                _sockets.Remove(socket);
            socket.Dispose();
        }
    }

    /// <summary>False when the connection ends.</summary>
    private bool Invoke(SoakConnection connection)
    {
        if (Take() is not { } id)
        {
            connection.Send("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"u8);
            return true;
        }

        if (id < 0)
        {
            var when = id == -1 ? "warm" : "end";
            Probed?.Invoke(when);
            connection.Send(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: probe-" + when + "\r\nContent-Length: 5\r\n\r\nprobe"));
            return true;
        }

        // Only this thread has the invocation; the second attempt meets another fate.
        var random = new Random(HashOf(id, _attempts[id]++));
        var fault = random.Next(1000);
        if (fault < 4)
            return Drop(id, "dropped before a byte", default, connection);
        var payload = SoakPayload.Of(id, _seed);
        var bytes = SoakPayload.Response(id, payload, random, out var isChunked);
        if (fault < 12)
            return Drop(id, "dropped inside", bytes.AsSpan(0, random.Next(1, bytes.Length)), connection);
        Count(isChunked ? "chunked" : "with a length");
        if (fault < 16 && bytes.Length < 1000)
        {
            Count("slow bytes");
            for (var i = 0; i < bytes.Length; i++)
                connection.Send(bytes.AsSpan(i, 1));
        }
        else if (fault < 150)
        {
            Count("split reads");
            for (var start = 0; start < bytes.Length;)
            {
                var length = Math.Min(random.Next(1, 1 + (bytes.Length / 3)), bytes.Length - start);
                connection.Send(bytes.AsSpan(start, length));
                start += length;
            }
        }
        else
        {
            connection.Send(bytes);
        }

        if (fault < 990)
            return true;

        // Either the client has seen the end before it answers, and opens a connection, or it has not, and the answer comes here.
        Count("dropped while the handler ran");
        connection.EndSending();
        if (connection.ReadHead() && !connection.IsNext)
            Answered(int.Parse(connection.RequestId, CultureInfo.InvariantCulture), connection.ReadBody(), connection);
        return false;
    }

    private bool Drop(int id, string fault, ReadOnlySpan<byte> bytes, SoakConnection connection)
    {
        Count(fault);
        if (!bytes.IsEmpty)
            connection.Send(bytes);
        lock (_gate)
        {
            _again.Enqueue(id);
            Monitor.PulseAll(_gate);
        }

        return false;
    }

    /// <summary>The next invocation: an id, -1 and -2 for the probes, null at the end.</summary>
    private int? Take()
    {
        lock (_gate)
        {
            while (true)
            {
                if (_isOver)
                    return null;
                // The probe runs alone, so that what it counts is what stays.
                var wantsProbe = !_memory.ContainsKey("warm") && _next >= _probeAfter;
                if (wantsProbe && _open == 0 && _again.Count == 0)
                {
                    _memory["warm"] = "";
                    _open++;
                    return -1;
                }

                if (_again.TryDequeue(out var again))
                    return again;
                if (!wantsProbe && _memory.GetValueOrDefault("warm") != "" && _next < _answers.Length)
                {
                    _open++;
                    return _next++;
                }

                if (!wantsProbe && _next == _answers.Length && _open == 0)
                {
                    if (_memory.ContainsKey("end"))
                    {
                        _isOver = true;
                        Monitor.PulseAll(_gate);
                        return null;
                    }

                    _memory["end"] = "";
                    _open++;
                    return -2;
                }

                Monitor.Wait(_gate);
            }
        }
    }

    private bool Judge(SoakConnection connection)
    {
        var name = connection.RequestId;
        if (name.StartsWith("probe-", StringComparison.Ordinal))
        {
            Answered(name["probe-".Length..], Encoding.ASCII.GetString(connection.ReadBody()));
            connection.Send("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"u8);
            return true;
        }

        var id = int.Parse(name, CultureInfo.InvariantCulture);
        var random = new Random(HashOf(id, 1000));
        var verdict = random.Next(1000);
        if (verdict < 3)
        {
            // The service refuses before it has read the answer, and stops reading.
            Count("413 before the end");
            Answered(id, null, connection);
            connection.Send("HTTP/1.1 413 Payload Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"u8);
            return false;
        }

        Answered(id, connection.ReadBody(), connection);
        switch (verdict)
        {
            case < 8:
                Count("dropped in place of a verdict");
                return false;
            case < 12:
                Count("dropped inside a verdict");
                connection.Send("HTTP/1.1 202 Acc"u8);
                return false;
            case < 30:
                Count("413");
                connection.Send("HTTP/1.1 413 Payload Too Large\r\nContent-Length: 3\r\n\r\nbig"u8);
                return true;
            case < 40:
                Count("400");
                connection.Send("HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\nno\r\n0\r\nX: y\r\n\r\n"u8);
                return true;
            case < 50:
                Count("close after a verdict");
                connection.Send("HTTP/1.1 202 Accepted\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"u8);
                return false;
            case < 60:
                Count("interim responses");
                connection.Send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n"u8);
                return true;
            default:
                connection.Send("HTTP/1.1 202 Accepted\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n"u8);
                return true;
        }
    }

    private void Answered(int id, byte[]? body, SoakConnection connection)
    {
        string? problem = null;
        if (body is not null && connection.IsStreamed != SoakPayload.IsStreamed(id))
            problem = "streamed or not";
        else if (body is not null && connection.IsError != SoakPayload.Fails(id))
            problem = "an error or not";
        else if (body is not null && !connection.IsError && !body.AsSpan().SequenceEqual(SoakPayload.Answer(id, _seed)))
            problem = "another answer: " + Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 100)));
        lock (_gate)
        {
            if (problem is not null && Faults.Count < 10)
                Faults.Add(id + ": " + problem);
            _answers[id]++;
            _open--;
            Monitor.PulseAll(_gate);
        }
    }

    private void Answered(string when, string memory)
    {
        lock (_gate)
        {
            _memory[when] = memory;
            _open--;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>`HashCode` differs from run to run.</summary>
    private int HashOf(int id, int salt) => unchecked((((_seed * 397) ^ id) * 397) ^ salt);

    private void Count(string fault)
    {
        lock (_gate)
            Injected[fault] = Injected.GetValueOrDefault(fault) + 1;
    }
}
