using System.ComponentModel;

namespace Serverless.Runtime;

/// <summary>
/// Adapts a handler to what the managed runtime calls in a class library: stream in, stream out. Both streams' buffers are
/// used again.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EntryPoint
{
    /// <summary>The method that this environment is for: the last part of the handler string; empty outside Lambda.</summary>
    public static string HandlerMethod
    {
        get
        {
            var handler = Environment.GetEnvironmentVariable("_HANDLER") ?? "";
            return handler[(handler.LastIndexOf(':') + 1)..];
        }
    }

    /// <summary>True where environments are started before anyone asks (SnapStart, provisioned concurrency): what is made then costs no caller time.</summary>
    public static bool IsPreparedAhead => Environment.GetEnvironmentVariable("AWS_LAMBDA_INITIALIZATION_TYPE") is "snap-start" or "provisioned-concurrency";

    /// <summary>Runs a handler on the runtime's streams.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="input">The event. The runtime's stream does not lend its buffer, so it is copied.</param>
    /// <param name="invocation">What the runtime's context says, or only the time limit.</param>
    public static async Task<Stream> InvokeAsync(FunctionHandler handler, Stream input, Invocation invocation)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(input);
        var payload = PooledBufferWriter.Rent();
        var response = new ResponseStream();
        try
        {
            int read;
            do
            {
                var length = input.CanSeek ? (int)Math.Min(input.Length - input.Position + 1, int.MaxValue) : 0;
                read = await input.ReadAsync(payload.GetMemory(Math.Max(length, 1024))).ConfigureAwait(false);
                payload.Advance(read);
            }
            while (read > 0);
            await handler(payload.WrittenMemory, invocation, response.Buffer).ConfigureAwait(false);
            return response.Completed();
        }
        catch
        {
            await response.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            payload.Return();
        }
    }

    /// <summary>An invocation without the runtime's context: the deadline is the configured timeout from now on.</summary>
    /// <param name="timeoutSeconds">1 to 900.</param>
    public static Invocation WithoutContext(int timeoutSeconds) =>
        new() { DeadlineMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + (timeoutSeconds * 1000L) };

    /// <summary>An invocation with what the runtime's context says.</summary>
    public static Invocation WithContext(object context, string? requestId, string? functionArn, TimeSpan remaining) =>
        new()
        {
            LambdaContext = context,
            RequestId = requestId ?? "",
            InvokedFunctionArn = functionArn ?? "",
            DeadlineMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + (long)remaining.TotalMilliseconds,
        };
}
