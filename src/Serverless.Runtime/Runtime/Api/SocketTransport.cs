using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Serverless.Runtime.Api;

/// <summary>The real connection: one TCP socket without delays and without time limits (the service freezes the process between invocations).</summary>
internal sealed class SocketTransport : Transport
{
    private readonly string _host;
    private readonly int _port;
    private Socket? _socket;

    /// <param name="address">`host:port` or `host`, as `AWS_LAMBDA_RUNTIME_API` holds it.</param>
    public SocketTransport(string address)
    {
        _host = address;
        _port = 80;
        var colon = address.LastIndexOf(':');
        if (colon > 0 && int.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            _host = address[..colon];
            _port = port;
        }
    }

    /// <summary>0 = none: the service freezes the process while it waits.</summary>
    public int ReceiveTimeout => _socket?.ReceiveTimeout ?? 0;

    public override bool IsUsable
    {
        get
        {
            try
            {
                // Readable without a request being open means end of stream or bytes nobody asked for: unusable either way.
                return _socket is not null && !_socket.Poll(0, SelectMode.SelectRead);
            }
            catch (SocketException)
            {
                return false;
            }
        }
    }

    public override void Connect()
    {
        _socket?.Dispose();
        try
        {
            if (IPAddress.TryParse(_host, out var address))
            {
                _socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                _socket.Connect(address, _port);
            }
            else
            {
                _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                _socket.Connect(_host, _port);
            }
        }
        catch (SocketException exception)
        {
            Close();
            throw new ConnectionLostException("Cannot connect to the Runtime API at " + _host + ":" + _port.ToString(CultureInfo.InvariantCulture), exception);
        }
    }

    public override void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }

    public override int Receive(Span<byte> buffer)
    {
        try
        {
            return _socket!.Receive(buffer, SocketFlags.None);
        }
        catch (SocketException exception)
        {
            throw new ConnectionLostException("The connection to the Runtime API broke while reading", exception);
        }
    }

    public override void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
                bytes = bytes[_socket!.Send(bytes, SocketFlags.None)..];
        }
        catch (SocketException exception)
        {
            throw new ConnectionLostException("The connection to the Runtime API broke while sending", exception);
        }
    }
}
