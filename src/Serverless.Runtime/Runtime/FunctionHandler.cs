using System.Buffers;

namespace Serverless.Runtime;

/// <summary>
/// A generated handler: reads the event, calls the user's method, writes the answer. Every host (Runtime API loop, class
/// library entry point, Kestrel) calls this one shape.
/// </summary>
/// <param name="payload">The event as UTF-8 JSON. Valid until the returned task completes.</param>
/// <param name="invocation">Who asks and until when.</param>
/// <param name="response">Receives the answer as UTF-8 JSON.</param>
public delegate ValueTask FunctionHandler(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response);
