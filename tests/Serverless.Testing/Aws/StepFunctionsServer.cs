using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Serverless.Testing.Aws;

/// <summary>A call that a container made to Step Functions.</summary>
/// <param name="Action">`SendTaskSuccess`.</param>
/// <param name="Authorization">Its signature.</param>
/// <param name="Body">JSON.</param>
/// <param name="Time">When it came.</param>
public sealed record StepFunctionsCall(string Action, string Authorization, JsonElement Body, DateTime Time)
{
    /// <summary>A text of the body.</summary>
    public string Text(string name) => Body.GetProperty(name).GetString()!;
}

/// <summary>
/// The three calls of a callback on this machine: takes them down, and answers as the test says. What is not signed for the service,
/// or is none of the three, is refused as the service would.
/// </summary>
public sealed class StepFunctionsServer : IDisposable
{
    private static readonly string[] Actions = ["SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"];

    private readonly HttpListener _listener = new();
    private readonly List<StepFunctionsCall> _calls = [];
    private readonly Func<StepFunctionsCall, int, (int Status, string Body)> _answer;

    /// <param name="answer">What is answered to a call, which is the n-th of its action; null = 200.</param>
    public StepFunctionsServer(Func<StepFunctionsCall, int, (int Status, string Body)>? answer = null)
    {
        _answer = answer ?? (static (_, _) => (200, "{}"));
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = "http://127.0.0.1:" + ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>The value of `AWS_ENDPOINT_URL_SFN`.</summary>
    public string Address { get; }

    /// <summary>What came so far.</summary>
    public IReadOnlyList<StepFunctionsCall> Calls
    {
        get
        {
            lock (_calls)
                return [.. _calls];
        }
    }

    /// <summary>Calls of one action.</summary>
    public IReadOnlyList<StepFunctionsCall> Of(string action) => [.. Calls.Where(call => call.Action == action)];

    /// <summary>Waits for calls of one action.</summary>
    public void WaitFor(string action, int count, TimeSpan patience)
    {
        var until = DateTime.UtcNow + patience;
        while (Of(action).Count < count)
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"{Of(action).Count} calls of {action} instead of {count}.");
            Thread.Sleep(20);
        }
    }

    /// <inheritdoc/>
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

            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var (status, body) = Answer(context.Request, await reader.ReadToEndAsync());
            context.Response.StatusCode = status;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }

    private (int Status, string Body) Answer(HttpListenerRequest request, string body)
    {
        var target = request.Headers["X-Amz-Target"] ?? "";
        var authorization = request.Headers["Authorization"] ?? "";
        if (!target.StartsWith("AWSStepFunctions.", StringComparison.Ordinal) || !Actions.Contains(target["AWSStepFunctions.".Length..], StringComparer.Ordinal))
            return (400, """{"__type":"UnknownOperationException"}""");
        if (!authorization.StartsWith("AWS4-HMAC-SHA256 Credential=", StringComparison.Ordinal) || !authorization.Contains("/states/aws4_request", StringComparison.Ordinal) || request.ContentType != "application/x-amz-json-1.0")
            return (403, """{"__type":"MissingAuthenticationTokenException"}""");
        StepFunctionsCall call;
        int count;
        lock (_calls)
        {
            call = new StepFunctionsCall(target["AWSStepFunctions.".Length..], authorization, JsonDocument.Parse(body).RootElement.Clone(), DateTime.UtcNow);
            _calls.Add(call);
            count = _calls.Count(other => other.Action == call.Action);
        }

        return _answer(call, count);
    }
}
