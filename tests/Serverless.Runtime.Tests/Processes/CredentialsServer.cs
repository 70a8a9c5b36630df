using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Serverless.Runtime.Tests.Processes;

/// <summary>The endpoint where a container gets the credentials of its role.</summary>
internal sealed class CredentialsServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public CredentialsServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = "http://127.0.0.1:" + ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public string Address { get; }

    /// <summary>What came as `Authorization`.</summary>
    public string? Token { get; private set; }

    public void Dispose() => _listener.Close();

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            Token = context.Request.Headers["Authorization"];
            var body = $$"""{"AccessKeyId":"OFTHEROLE","SecretAccessKey":"s","Token":"t","Expiration":"{{DateTime.UtcNow.AddHours(1):O}}"}""";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }
}
