using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FloorProgram;

// Hand-written for one purpose: a lower bound. It trusts the server, knows one handler and handles nothing that can go wrong.
var address = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")!;
var colon = address.IndexOf(':', StringComparison.Ordinal);
var handler = Environment.GetEnvironmentVariable("_HANDLER");
using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
socket.Connect(IPAddress.Parse(address.AsSpan(0, colon)), int.Parse(address.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture));
var next = Encoding.ASCII.GetBytes("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: x\r\n\r\n");
var buffer = new byte[64 * 1024];
while (true)
{
    socket.Send(next);
    var length = 0;
    int head;
    do
    {
        length += socket.Receive(buffer.AsSpan(length));
        head = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
    }
    while (head < 0);
    if (buffer.AsSpan(0, 12).IndexOf("200"u8) < 0)
        return 1;
    var id = Header("Lambda-Runtime-Aws-Request-Id: "u8);
    if (!Utf8Parser.TryParse(Header("Content-Length: "u8), out int contentLength, out _))
        return 1;
    while (length < head + 4 + contentLength)
        length += socket.Receive(buffer.AsSpan(length));
    var body = handler != "Raw" ? Answer(buffer.AsSpan(head + 4, contentLength), handler == "Context") : buffer.AsSpan(head + 4, contentLength);
    var post = Encoding.ASCII.GetBytes(
        "POST /2018-06-01/runtime/invocation/" + Encoding.ASCII.GetString(id) + "/response HTTP/1.1\r\nHost: x\r\nContent-Length: "
        + body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\r\n\r\n");
    var request = new byte[post.Length + body.Length];
    post.CopyTo(request.AsSpan());
    body.CopyTo(request.AsSpan(post.Length));
    socket.Send(request);
    socket.Receive(buffer);

    ReadOnlySpan<byte> Header(ReadOnlySpan<byte> name)
    {
        var start = buffer.AsSpan(0, head + 2).IndexOf(name) + name.Length;
        return buffer.AsSpan(start, buffer.AsSpan(start).IndexOf((byte)'\r'));
    }
}

// The JSON path of a route handler: the id out of the event, an order into a body, the body into a response.
static ReadOnlySpan<byte> Answer(ReadOnlySpan<byte> json, bool throughContext)
{
    var reader = new Utf8JsonReader(json);
    Guid id = default;
    reader.Read();
    while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
    {
        if (!reader.ValueTextEquals("pathParameters"u8))
        {
            reader.Skip();
            continue;
        }

        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            if (isId && !Guid.TryParse(reader.GetString(), out id))
                return "{\"statusCode\":400}"u8;
        }
    }

    var body = throughContext ? JsonSerializer.SerializeToUtf8Bytes(new Order(id, "a@example.com"), ProgramJson.Default.Order) : ByHand(id);
    using var response = new MemoryStream();
    using (var writer = new Utf8JsonWriter(response))
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode"u8, 200);
        writer.WriteStartObject("headers"u8);
        writer.WriteString("content-type"u8, "application/json"u8);
        writer.WriteEndObject();
        writer.WriteString("body"u8, body);
        writer.WriteEndObject();
    }

    return response.GetBuffer().AsSpan(0, (int)response.Length);
}

static byte[] ByHand(Guid id)
{
    using var body = new MemoryStream();
    using (var writer = new Utf8JsonWriter(body))
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteString("email"u8, "a@example.com"u8);
        writer.WriteEndObject();
    }

    return body.ToArray();
}
