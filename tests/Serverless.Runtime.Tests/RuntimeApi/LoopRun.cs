using System.Buffers;
using System.Text;
using Serverless.Runtime;
using Serverless.Runtime.Api;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.RuntimeApi;

/// <summary>Runs the loop against a scripted server until the script's last reply, a 403, ends it.</summary>
internal static class LoopRun
{
    /// <summary>Payload in, text out.</summary>
    public static FunctionDescription Function(Func<string, Invocation, string> handler, Action? initialize = null) =>
        new("Test", (payload, invocation, response) =>
        {
            response.Write(Encoding.UTF8.GetBytes(handler(Encoding.UTF8.GetString(payload.Span), invocation)));
            return ValueTask.CompletedTask;
        }, [], 30) { Initialize = initialize };

    public static FunctionDescription Echo => Function(static (payload, _) => payload);

    /// <summary>The exit code.</summary>
    public static int UntilEnd(RuntimeApiServer server, FunctionDescription function)
    {
        server.OnNext(RuntimeApiReply.Status(403));
        using var api = new RuntimeApiClient(new SocketTransport(server.Address), server.Address);
        using var termination = new TerminationSignal(static _ => { });
        return new RuntimeLoop(api, function, termination).Run();
    }
}
