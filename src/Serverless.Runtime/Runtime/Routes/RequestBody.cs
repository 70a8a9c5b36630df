using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Serverless.Runtime;

/// <summary>
/// The body of a request: base64 undone, escapes undone, in a buffer that is used again. Keep it until the arguments are
/// bound, then <see cref="Release"/> it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RequestBody
{
    private PooledBufferWriter? _buffer;

    /// <summary>True when there are bytes to read.</summary>
    public readonly bool IsPresent => _buffer is { WrittenCount: > 0 };

    /// <summary>The bytes. Valid until <see cref="Release"/>.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _buffer is null ? default : _buffer.WrittenSpan;

    /// <summary>Reads the body. Zero when it could be read; else the status that refuses the request (400, 415), with a fault for 400.</summary>
    /// <param name="request">The event.</param>
    /// <param name="asJson">The content type must be a JSON one.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public int Read(in RouteEvent request, bool asJson, ref RequestFaults faults)
    {
        if (!request.HasBody)
            return 0;
        if (asJson && !IsJsonType(request))
            return 415;
        var text = request.Body;
        _buffer = PooledBufferWriter.Rent();
        var target = _buffer.GetSpan(text.MaxLength);
        if (!text.TryDecodeBytes(target, out var written))
        {
            faults.Add(RequestPart.Body, "", "is not valid text");
            return 0;
        }

        _buffer.Advance(written);
        if (!request.IsBase64)
            return 0;
        if (Base64.DecodeFromUtf8InPlace(_buffer.WrittenForUpdate, out var decoded) != OperationStatus.Done)
        {
            faults.Add(RequestPart.Body, "", "is not valid base64");
            _buffer.Truncate(0);
            return 0;
        }

        _buffer.Truncate(decoded);
        return 0;
    }

    /// <summary>Deserialises the body. Null with a fault when it is not such a value.</summary>
    /// <param name="type">How.</param>
    /// <param name="presence">Which members must be present; null = none.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public readonly T? Json<T>(JsonTypeInfo<T> type, PresenceShape? presence, ref RequestFaults faults)
    {
        try
        {
            return JsonSerializer.Deserialize(Json(), type);
        }
        catch (Exception exception) when (Refuses(exception))
        {
            Refuse(exception, type, presence, ref faults);
            return default;
        }
    }

    /// <inheritdoc cref="Json{T}(JsonTypeInfo{T}, PresenceShape?, ref RequestFaults)"/>
    public readonly T? Json<T>(DirectJson<T> type, PresenceShape? presence, ref RequestFaults faults)
    {
        ArgumentNullException.ThrowIfNull(type);
        try
        {
            return type.Read(Json());
        }
        catch (Exception exception) when (Refuses(exception))
        {
            Refuse(exception, type.Metadata, presence, ref faults);
            return default;
        }
    }

    /// <summary>Adds a fault for every member that must be present and is not.</summary>
    public readonly void RequirePresence(PresenceShape? presence, ref RequestFaults faults) => presence?.Scan(Bytes, ref faults);

    /// <summary>The body as text.</summary>
    public readonly string Text(ref RequestFaults faults)
    {
        try
        {
            return StrictUtf8.GetString(Bytes);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(RequestPart.Body, "", "is not valid UTF-8 text");
            return "";
        }
    }

    /// <summary>The bytes in an array of their own.</summary>
    public readonly byte[] ToArray() => Bytes.ToArray();

    /// <summary>The bytes as a stream of their own.</summary>
    public readonly Stream ToStream() => new MemoryStream(Bytes.ToArray(), writable: false);

    /// <summary>Gives the buffer back.</summary>
    public void Release()
    {
        _buffer?.Return();
        _buffer = null;
    }

    /// <summary>The bytes without the mark that some programs put before UTF-8.</summary>
    private readonly ReadOnlySpan<byte> Json() => Bytes.StartsWith("\uFEFF"u8) ? Bytes[3..] : Bytes;

    private static bool Refuses(Exception exception) => exception is JsonException or NotSupportedException or ArgumentException or FormatException or OverflowException or InvalidOperationException;

    private readonly void Refuse(Exception exception, JsonTypeInfo type, PresenceShape? presence, ref RequestFaults faults)
    {
        if (exception is NotSupportedException)
        {
            // The serialiser's word for an abstract type whose discriminator is missing, and for a type it can never read: the log tells which.
            FunctionLog.Write(FunctionLogLevel.Warning, "A body could not be read.", null, exception);
            faults.Add(RequestPart.Body, "", "does not tell which of the possible types it is");
            return;
        }

        if (exception is not JsonException json)
        {
            faults.Add(RequestPart.Body, "", "holds a value that is not allowed");
            return;
        }

        // The serialiser names .NET types when a member is missing; the scan names the member.
        var mark = faults.Count;
        RequirePresence(presence, ref faults);
        if (faults.Count == mark)
            faults.Add(RequestPart.Body, JsonPath.ToPointer(json.Path, type), JsonPath.Describe(json));
    }

    private static UTF8Encoding StrictUtf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A missing content type is taken for JSON: command-line clients and test events leave it out.</summary>
    private static bool IsJsonType(in RouteEvent request)
    {
        var bytes = request.ContentTypeBytes.Span;
        if (bytes.SequenceEqual("application/json"u8))
            return true;
        var text = request.ContentType.Decode();
        if (text is null)
            return !request.ContentType.IsPresent;
        var end = text.IndexOf(';', StringComparison.Ordinal);
        var type = (end < 0 ? text.AsSpan() : text.AsSpan(0, end)).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || (type.EndsWith("+json", StringComparison.OrdinalIgnoreCase) && type.Contains('/'));
    }
}
