namespace Serverless.Runtime.Api;

/// <summary>
/// Reads HTTP/1.1 responses from one connection into one buffer that is used again for each. Chunked bodies are decoded in
/// place: payload bytes only ever move towards the front, so a body costs no second buffer. Reads may be split anywhere.
/// </summary>
internal sealed class HttpResponseReader(Transport transport)
{
    /// <summary>Far above any head of the service; keeps a peer that is not one from filling the memory.</summary>
    private const int MaximumLine = 1024 * 1024;

    private byte[] _buffer = new byte[16 * 1024];
    private int _position;
    private int _end;

    /// <summary>Reads one response to its last byte; interim responses (1xx) are skipped.</summary>
    /// <exception cref="ConnectionLostException">The connection ended early, or the bytes are not HTTP.</exception>
    public void Read(HttpResponse response)
    {
        _position = 0;
        _end = 0;
        do
        {
            ReadHead(response);
        }
        while (response.Status is >= 100 and < 200);

        if (response.Status is 204 or 304)
            response.Body = default;
        else if (response.IsChunked)
            response.Body = ReadChunked();
        else if (response.ContentLength >= 0)
            response.Body = ReadExactly(response.ContentLength);
        else
            response.Body = ReadToEnd();
        // Bytes that belong to no response: whatever they are, the connection cannot be used again.
        if (_position < _end)
            response.KeepAlive = false;
    }

    private void ReadHead(HttpResponse response)
    {
        var (start, length) = ReadLine();
        var statusLine = _buffer.AsSpan(start, length);
        // "HTTP/1.1 200 OK"; the reason may be missing.
        if (length < 12 || !statusLine.StartsWith("HTTP/1."u8) || statusLine[8] != ' ')
            throw new ConnectionLostException("The Runtime API did not answer with HTTP/1.1");
        var status = 0;
        for (var i = 9; i < 12; i++)
        {
            if (statusLine[i] is < (byte)'0' or > (byte)'9')
                throw new ConnectionLostException("The Runtime API answered with a malformed status");
            status = status * 10 + (statusLine[i] - '0');
        }

        response.Begin(status, keepAlive: statusLine[7] != '0');
        while (true)
        {
            (start, length) = ReadLine();
            if (length == 0)
                return;
            var line = _buffer.AsSpan(start, length);
            var colon = line.IndexOf((byte)':');
            if (colon <= 0)
                continue;
            var first = colon + 1;
            var end = length;
            while (first < end && line[first] is (byte)' ' or (byte)'\t')
                first++;
            while (end > first && line[end - 1] is (byte)' ' or (byte)'\t')
                end--;
            response.AddHeader(line[..colon], line[first..end]);
        }
    }

    private ReadOnlyMemory<byte> ReadExactly(long length)
    {
        if (length > Array.MaxLength)
            throw new ConnectionLostException("The Runtime API announced a body beyond any buffer");
        var start = _position;
        Need((int)length);
        _position += (int)length;
        return _buffer.AsMemory(start, (int)length);
    }

    private ReadOnlyMemory<byte> ReadToEnd()
    {
        var start = _position;
        while (Fill())
        {
        }

        _position = _end;
        return _buffer.AsMemory(start, _end - start);
    }

    private ReadOnlyMemory<byte> ReadChunked()
    {
        var start = _position;
        var write = _position;
        while (true)
        {
            var (lineStart, lineLength) = ReadLine();
            var size = ChunkSize(_buffer.AsSpan(lineStart, lineLength));
            if (size == 0)
                break;
            Need(size);
            _buffer.AsSpan(_position, size).CopyTo(_buffer.AsSpan(write));
            write += size;
            _position += size;
            if (ReadLine().Length != 0)
                throw new ConnectionLostException("The Runtime API sent a chunk longer than its size");
        }

        // Trailers are read and dropped.
        while (ReadLine().Length != 0)
        {
        }

        return _buffer.AsMemory(start, write - start);
    }

    /// <summary>Hexadecimal size; extensions behind `;` are ignored.</summary>
    private static int ChunkSize(ReadOnlySpan<byte> line)
    {
        var size = 0;
        var digits = 0;
        foreach (var c in line)
        {
            var digit = c switch
            {
                >= (byte)'0' and <= (byte)'9' => c - '0',
                >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
                (byte)';' or (byte)' ' or (byte)'\t' => -1,
                _ => -2,
            };
            if (digit == -1)
                break;
            if (digit == -2 || size > (Array.MaxLength >> 4))
                throw new ConnectionLostException("The Runtime API sent a malformed chunk size");
            size = (size << 4) | digit;
            digits++;
        }

        return digits > 0 ? size : throw new ConnectionLostException("The Runtime API sent a chunk without a size");
    }

    /// <summary>The next line without its end; a lone LF ends a line too.</summary>
    private (int Start, int Length) ReadLine()
    {
        var start = _position;
        var scanned = start;
        while (true)
        {
            var found = _buffer.AsSpan(scanned, _end - scanned).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var lineEnd = scanned + found;
                _position = lineEnd + 1;
                if (lineEnd > start && _buffer[lineEnd - 1] == '\r')
                    lineEnd--;
                return (start, lineEnd - start);
            }

            scanned = _end;
            if (_end - start > MaximumLine)
                throw new ConnectionLostException("The Runtime API sent a line without an end");
            if (!Fill())
                throw new ConnectionLostException("The Runtime API closed the connection before its answer was complete");
        }
    }

    /// <summary>Makes sure that so many bytes stand behind the position.</summary>
    private void Need(int count)
    {
        if (count > Array.MaxLength - _position)
            throw new ConnectionLostException("The Runtime API sent a body beyond any buffer");
        if (_position + count > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(_position + count, (int)Math.Min(_buffer.Length * 2L, Array.MaxLength)));
        while (_end - _position < count)
        {
            if (!Fill())
                throw new ConnectionLostException("The Runtime API closed the connection inside a body");
        }
    }

    private bool Fill()
    {
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, Array.MaxLength));
        var read = transport.Receive(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
