using System.Buffers.Text;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Serverless.Runtime.Tests.Soak;

/// <summary>One connection of the soak: reads requests with as little work as possible, since the server must not be the slower side.</summary>
internal sealed class SoakConnection(Socket socket)
{
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    public bool IsNext { get; private set; }

    public bool IsError { get; private set; }

    public bool IsStreamed { get; private set; }

    public string RequestId { get; private set; } = "";

    private int _length;

    /// <summary>False at the end of the connection.</summary>
    public bool ReadHead()
    {
        int head;
        while ((head = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!Fill())
                return false;
        }

        var text = _buffer.AsSpan(_start, head + 2);
        _start += head + 4;
        IsNext = text.StartsWith("GET /2018-06-01/runtime/invocation/next "u8);
        if (IsNext)
            return true;
        const string Root = "POST /2018-06-01/runtime/invocation/";
        var rest = text[Root.Length..];
        RequestId = Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'/')]);
        IsError = rest[(RequestId.Length + 1)..].StartsWith("error "u8);
        IsStreamed = text.IndexOf("\r\nTransfer-Encoding: chunked\r\n"u8) >= 0;
        if (!IsStreamed)
        {
            var length = text[(text.IndexOf("\r\nContent-Length: "u8) + "\r\nContent-Length: ".Length)..];
            if (!Utf8Parser.TryParse(length, out _length, out _))
                throw new IOException("No length");
        }

        return true;
    }

    public byte[] ReadBody()
    {
        if (!IsStreamed)
            return Exactly(_length);
        using var body = new MemoryStream();
        while (int.Parse(Line(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) is > 0 and var size)
        {
            body.Write(Exactly(size));
            Line();
        }

        while (Line().Length > 0)
        {
        }

        return body.ToArray();
    }

    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[socket.Send(bytes)..];
    }

    /// <summary>The client sees the end of the connection; what it sends still arrives.</summary>
    public void EndSending() => socket.Shutdown(SocketShutdown.Send);

    private byte[] Exactly(int count)
    {
        var bytes = new byte[count];
        var copied = 0;
        while (true)
        {
            var piece = Math.Min(count - copied, _end - _start);
            _buffer.AsSpan(_start, piece).CopyTo(bytes.AsSpan(copied));
            _start += piece;
            copied += piece;
            if (copied == count)
                return bytes;
            if (!Fill())
                throw new IOException("The answer ended early");
        }
    }

    private string Line()
    {
        int end;
        while ((end = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
        {
            if (!Fill())
                throw new IOException("The answer ended early");
        }

        var line = Encoding.ASCII.GetString(_buffer, _start, end);
        _start += end + 2;
        return line;
    }

    private bool Fill()
    {
        if (_start == _end)
        {
            _start = 0;
            _end = 0;
        }
        else if (_end == _buffer.Length && _start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        else if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = socket.Receive(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
