namespace Serverless.Runtime;

/// <summary>
/// The answer of one invocation as a stream, where the host and the caller can take one: a function URL or a REST API that streams, or
/// Kestrel. A handler begins it instead of writing to its response buffer; what it writes reaches the caller at once.
/// The caller of such a route reads every answer this way, a problem too: what is written to the buffer instead reaches him as it is.
/// </summary>
public abstract class ResponseStreaming
{
    /// <summary>Begins the answer; may be called once, and nothing may be written to the response buffer then.</summary>
    /// <param name="prelude">JSON object with `statusCode`, `headers` and `cookies`, as an HTTP answer starts.</param>
    /// <returns>Receives the body. The host ends the answer when the handler has completed; an exception after this ends it as failed.</returns>
    public abstract Stream Begin(ReadOnlySpan<byte> prelude);
}
