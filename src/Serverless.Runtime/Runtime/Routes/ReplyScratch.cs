using System.Text.Encodings.Web;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>
/// Buffer and JSON writer of one answer. The body is written here first: it travels as a string inside the answer, and a
/// serialiser that fails half way must not leave half an answer behind.
/// </summary>
internal sealed class ReplyScratch
{
    [ThreadStatic]
    private static ReplyScratch? s_free;

    private JavaScriptEncoder? _encoder;

    private ReplyScratch(JavaScriptEncoder? encoder)
    {
        _encoder = encoder;
        Buffer = PooledBufferWriter.Rent();
        Writer = NewWriter(encoder);
    }

    public PooledBufferWriter Buffer { get; private set; }

    public Utf8JsonWriter Writer { get; private set; }

    /// <param name="encoder">What the user's serialiser escapes; null = the default.</param>
    public static ReplyScratch Rent(JavaScriptEncoder? encoder = null)
    {
        if (s_free is not { } scratch)
            return new ReplyScratch(encoder);
        s_free = null;
        scratch.Buffer = PooledBufferWriter.Rent();
        if (ReferenceEquals(scratch._encoder, encoder))
        {
            scratch.Writer.Reset(scratch.Buffer);
        }
        else
        {
            scratch._encoder = encoder;
            scratch.Writer = scratch.NewWriter(encoder);
        }

        return scratch;
    }

    /// <summary>Drops what has been written.</summary>
    public void Restart()
    {
        Buffer.Truncate(0);
        Writer.Reset(Buffer);
    }

    public void Return()
    {
        Buffer.Return();
        s_free = this;
    }

    private Utf8JsonWriter NewWriter(JavaScriptEncoder? encoder) => new(Buffer, new JsonWriterOptions { Encoder = encoder, SkipValidation = true });
}
