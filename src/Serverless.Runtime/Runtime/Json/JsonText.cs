using System.Buffers;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>Strings inside JSON: undone where an event carries one, made where an answer does.</summary>
internal static class JsonText
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create(EscapedBytes());

    /// <summary>Undoes the escapes of a JSON string. False when it has a lone surrogate, which is no text.</summary>
    /// <param name="json">The characters between the quotes; they were read by a JSON reader before.</param>
    /// <param name="target">At least as long as <paramref name="json"/>.</param>
    /// <param name="written">Bytes written.</param>
    public static bool TryUnescape(ReadOnlySpan<byte> json, Span<byte> target, out int written)
    {
        var quoted = ArrayPool<byte>.Shared.Rent(json.Length + 2);
        try
        {
            quoted[0] = (byte)'"';
            json.CopyTo(quoted.AsSpan(1));
            quoted[json.Length + 1] = (byte)'"';
            var reader = new Utf8JsonReader(quoted.AsSpan(0, json.Length + 2));
            reader.Read();
            written = reader.CopyString(target);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            written = 0;
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(quoted);
        }
    }

    /// <summary>Writes UTF-8 as the characters of a JSON string, without quotes.</summary>
    public static void WriteEscaped(IBufferWriter<byte> writer, ReadOnlySpan<byte> utf8)
    {
        // Most answers are short and go through one span; a chunk is small enough that six bytes for each of its bytes fit.
        const int Chunk = 1024;
        while (utf8.Length > 0)
        {
            var source = utf8[..Math.Min(utf8.Length, Chunk)];
            var target = writer.GetSpan(source.Length * 6);
            var written = 0;
            while (true)
            {
                var clean = source.IndexOfAny(Escaped);
                if (clean < 0)
                {
                    source.CopyTo(target[written..]);
                    written += source.Length;
                    break;
                }

                source[..clean].CopyTo(target[written..]);
                written += clean;
                written += Escape(source[clean], target[written..]);
                source = source[(clean + 1)..];
            }

            writer.Advance(written);
            utf8 = utf8[Math.Min(utf8.Length, Chunk)..];
        }
    }

    private static int Escape(byte character, Span<byte> target)
    {
        target[0] = (byte)'\\';
        switch (character)
        {
            case (byte)'"' or (byte)'\\':
                target[1] = character;
                return 2;
            case (byte)'\n':
                target[1] = (byte)'n';
                return 2;
            case (byte)'\r':
                target[1] = (byte)'r';
                return 2;
            case (byte)'\t':
                target[1] = (byte)'t';
                return 2;
            default:
                target[1] = (byte)'u';
                target[2] = (byte)'0';
                target[3] = (byte)'0';
                target[4] = (byte)(character < 0x10 ? '0' : '1');
                target[5] = "0123456789abcdef"u8[character & 0xF];
                return 6;
        }
    }

    private static byte[] EscapedBytes()
    {
        var bytes = new byte[34];
        for (var i = 0; i < 32; i++)
            bytes[i] = (byte)i;
        bytes[32] = (byte)'"';
        bytes[33] = (byte)'\\';
        return bytes;
    }
}
