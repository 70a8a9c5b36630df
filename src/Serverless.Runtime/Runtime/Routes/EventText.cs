using System.ComponentModel;
using System.Text;
using System.Text.Unicode;

namespace Serverless.Runtime;

/// <summary>How the bytes of an <see cref="EventText"/> are to be read.</summary>
internal enum EventTextEncoding : byte
{
    /// <summary>Not in the event.</summary>
    Absent,

    /// <summary>UTF-8 as it is.</summary>
    Plain,

    /// <summary>The inside of a JSON string with escapes.</summary>
    JsonEscaped,

    /// <summary>Percent encoding, `+` for a space.</summary>
    UrlEncoded,

    /// <summary>Percent encoding alone.</summary>
    PathEncoded,
}

/// <summary>
/// A piece of an event that has not been decoded yet. Parsing a number or an id from it allocates nothing; only a parameter
/// that is a string costs one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EventText
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly EventTextEncoding _encoding;

    internal EventText(ReadOnlyMemory<byte> bytes, EventTextEncoding encoding)
    {
        _bytes = bytes;
        _encoding = encoding;
    }

    /// <summary>True when the event has it, even if it is empty.</summary>
    public bool IsPresent => _encoding != EventTextEncoding.Absent;

    /// <summary>No decoding makes it longer than this.</summary>
    internal int MaxLength => _bytes.Length;

    internal bool IsEmpty => _bytes.IsEmpty;

    /// <summary>Decodes to characters. False when it is not text: malformed UTF-8, percent signs without two digits, lone surrogates.</summary>
    /// <param name="target">At least <see cref="MaxLength"/> long.</param>
    /// <param name="written">Characters written.</param>
    internal bool TryDecode(Span<char> target, out int written)
    {
        var bytes = _bytes.Span;
        if (_encoding is EventTextEncoding.Absent or EventTextEncoding.Plain
            || (_encoding is EventTextEncoding.UrlEncoded or EventTextEncoding.PathEncoded && bytes.IndexOfAny((byte)'%', (byte)'+') < 0))
        {
            return TryDecodeUtf8(bytes, target, out written);
        }

        byte[]? rented = null;
        var decoded = bytes.Length <= 256 ? stackalloc byte[256] : (rented = System.Buffers.ArrayPool<byte>.Shared.Rent(bytes.Length));
        try
        {
            written = 0;
            return TryDecodeBytes(decoded, out var count) && TryDecodeUtf8(decoded[..count], target, out written);
        }
        finally
        {
            if (rented is not null)
                System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>The text; null when it is absent or not text.</summary>
    internal string? Decode()
    {
        if (!IsPresent)
            return null;
        if (_bytes.IsEmpty)
            return "";
        char[]? rented = null;
        var characters = _bytes.Length <= 256 ? stackalloc char[256] : (rented = System.Buffers.ArrayPool<char>.Shared.Rent(_bytes.Length));
        try
        {
            return TryDecode(characters, out var written) ? new string(characters[..written]) : null;
        }
        finally
        {
            if (rented is not null)
                System.Buffers.ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>Decodes to UTF-8 that has not been checked.</summary>
    internal bool TryDecodeBytes(Span<byte> target, out int written)
    {
        var bytes = _bytes.Span;
        switch (_encoding)
        {
            case EventTextEncoding.JsonEscaped:
                return JsonText.TryUnescape(bytes, target, out written);
            case EventTextEncoding.UrlEncoded:
                return QueryText.TryDecode(bytes, target, out written);
            case EventTextEncoding.PathEncoded:
                return QueryText.TryDecode(bytes, target, out written, isPath: true);
            default:
                bytes.CopyTo(target);
                written = bytes.Length;
                return true;
        }
    }

    /// <summary>The same text, of which the caller's percent encoding is still to be undone.</summary>
    internal EventText AsUrlEncoded()
    {
        if (_encoding != EventTextEncoding.JsonEscaped)
            return IsPresent ? new EventText(_bytes, EventTextEncoding.UrlEncoded) : this;
        var bytes = new byte[_bytes.Length];
        return TryDecodeBytes(bytes, out var written) ? new EventText(bytes.AsMemory(0, written), EventTextEncoding.UrlEncoded) : this;
    }

    private static bool TryDecodeUtf8(ReadOnlySpan<byte> utf8, Span<char> target, out int written)
    {
        if (Ascii.IsValid(utf8))
        {
            written = Encoding.ASCII.GetChars(utf8, target);
            return true;
        }

        return Utf8.ToUtf16(utf8, target, out _, out written, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done;
    }
}
