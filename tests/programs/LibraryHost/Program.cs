using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

// The managed runtime in the least that it can be: assembly, class and method by name, a stream in, a stream or a task of one out.
var names = Environment.GetEnvironmentVariable("_HANDLER")!.Split("::");
var method = Assembly.Load(new AssemblyName(names[0])).GetType(names[1], throwOnError: true)!.GetMethod(names[2])!;
System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(method.DeclaringType!.TypeHandle);
var invoke = method.ReturnType == typeof(Stream)
    ? Synchronous(method.CreateDelegate<Func<Stream, Stream>>())
    : method.CreateDelegate<Func<Stream, Task<Stream>>>();

var address = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")!;
var colon = address.IndexOf(':', StringComparison.Ordinal);
using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
socket.Connect(IPAddress.Parse(address.AsSpan(0, colon)), int.Parse(address.AsSpan(colon + 1), CultureInfo.InvariantCulture));
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
    var headers = Encoding.ASCII.GetString(buffer, 0, head + 2);
    var contentLength = int.Parse(Header("Content-Length: "), CultureInfo.InvariantCulture);
    while (length < head + 4 + contentLength)
        length += socket.Receive(buffer.AsSpan(length));
    // The runtime does not lend its buffer.
    using var input = new MemoryStream(buffer.AsSpan(head + 4, contentLength).ToArray(), writable: false);
    using var output = new MemoryStream();
    var answer = await invoke(input);
    answer.CopyTo(output);
    socket.Send(Encoding.ASCII.GetBytes($"POST /2018-06-01/runtime/invocation/{Header("Lambda-Runtime-Aws-Request-Id: ")}/response HTTP/1.1\r\nHost: x\r\nContent-Length: {output.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n"));
    socket.Send(output.GetBuffer().AsSpan(0, (int)output.Length));
    socket.Receive(buffer);

    string Header(string name)
    {
        var start = headers.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return headers[start..headers.IndexOf('\r', start)];
    }
}

static Func<Stream, Task<Stream>> Synchronous(Func<Stream, Stream> handler) => input => Task.FromResult(handler(input));
