using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Serverless.Runtime;

/// <summary>
/// Bodies that reach the caller while they are made. Each begins its answer when there is something to send: what fails before is
/// an ordinary problem.
/// </summary>
internal static class StreamedBody
{
    private const int Chunk = 16 * 1024;

    /// <summary>Every piece that the source gives is sent on at once.</summary>
    public static async ValueTask CopyAsync(Stream source, Func<Stream> begin, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            Stream? target = null;
            int read;
            do
            {
                read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                target ??= begin();
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                await target.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
            while (read > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A JSON array, each item sent when it is there.</summary>
    public static async ValueTask WriteAsync<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> type, Func<Stream> begin, CancellationToken cancellationToken)
    {
        var item = items.GetAsyncEnumerator(cancellationToken);
        await using (item.ConfigureAwait(false))
        {
            var hasItem = await item.MoveNextAsync().ConfigureAwait(false);
            var stream = begin();
            var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = type.Options.Encoder });
            await using (json.ConfigureAwait(false))
            {
                json.WriteStartArray();
                while (hasItem)
                {
                    JsonSerializer.Serialize(json, item.Current, type);
                    await json.FlushAsync(cancellationToken).ConfigureAwait(false);
                    await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
                    hasItem = await item.MoveNextAsync().ConfigureAwait(false);
                }

                json.WriteEndArray();
                await json.FlushAsync(cancellationToken).ConfigureAwait(false);
                await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
