using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>
/// What generated readers and writers of plain types share. A reader that returns false has met something it does not vouch for;
/// the serialiser then reads the same bytes from the start and decides. So nothing here may accept what the serialiser refuses.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DirectJson
{
    /// <summary>A member that the type does not have: it is skipped.</summary>
    public const int Unknown = -1;

    /// <summary>A name that only the serialiser can judge.</summary>
    public const int Unclear = -2;

    /// <summary>False when the process changes what a null or an absent member means to the serialiser: it then reads and writes everything.</summary>
    internal static bool IsOn { get; } =
        !IsSet("System.Text.Json.Serialization.RespectNullableAnnotationsDefault") && !IsSet("System.Text.Json.Serialization.RespectRequiredConstructorParametersDefault");

    /// <summary>What a name is that equals no member's. Escapes, other alphabets and metadata (`$type`) are left to the serialiser.</summary>
    public static int Other(ReadOnlySpan<byte> name) => (name.Length > 0 && name[0] == '$') || !Ascii.IsValid(name) ? Unclear : Unknown;

    /// <summary>Equality without case, for names of ASCII letters.</summary>
    public static bool SameName(ReadOnlySpan<byte> name, ReadOnlySpan<byte> member) => Ascii.EqualsIgnoreCase(name, member);

    /// <summary>Reads a value.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out bool value)
    {
        value = reader.TokenType == JsonTokenType.True;
        return value || reader.TokenType == JsonTokenType.False;
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out byte value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetByte(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out sbyte value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetSByte(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out short value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt16(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out ushort value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetUInt16(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out int value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out uint value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetUInt32(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out long value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out ulong value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out float value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out double value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out decimal value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out value);
    }

    /// <summary>Reads a text or null.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out string? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.String)
            value = reader.GetString();
        return value is not null || reader.TokenType == JsonTokenType.Null;
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out char value)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        value = text is { Length: 1 } ? text[0] : default;
        return text is { Length: 1 };
    }

    /// <summary>Reads bytes in base64 or null.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out byte[]? value)
    {
        value = null;
        return reader.TokenType == JsonTokenType.String ? reader.TryGetBytesFromBase64(out value) : reader.TokenType == JsonTokenType.Null;
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out Guid value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out DateTime value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out value);
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out bool)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out value);
    }

    /// <summary>Reads `2026-01-31`.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out DateOnly value)
    {
        value = default;
        var text = Unescaped(ref reader);
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            return false;
        Span<char> characters = stackalloc char[10];
        for (var i = 0; i < text.Length; i++)
            characters[i] = (char)text[i];
        return DateOnly.TryParseExact(characters, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    /// <summary>Reads `23:59:59.9999999`.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out TimeOnly value)
    {
        value = default;
        if (Unescaped(ref reader) is not { Length: >= 8 and <= 16 } text || text[2] != ':' || !TryParse(text, out var time) || time < TimeSpan.Zero || time.Ticks > TimeOnly.MaxValue.Ticks)
            return false;
        value = TimeOnly.FromTimeSpan(time);
        return true;
    }

    /// <summary>Reads `-1.23:59:59.9999999`.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out TimeSpan value)
    {
        value = default;
        return Unescaped(ref reader) is { Length: >= 8 and <= 26 } text && TryParse(text, out value);
    }

    /// <summary>Writes bytes in base64 or null.</summary>
    public static void Write(Utf8JsonWriter writer, byte[]? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteBase64StringValue(value);
    }

    /// <summary>Writes a text of one character.</summary>
    public static void Write(Utf8JsonWriter writer, char value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue([value]);
    }

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, DateOnly value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out var written, "O", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..written]);
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, DateOnly)"/>
    public static void Write(Utf8JsonWriter writer, TimeOnly value) => Write(writer, value.ToTimeSpan());

    /// <inheritdoc cref="Write(Utf8JsonWriter, DateOnly)"/>
    public static void Write(Utf8JsonWriter writer, TimeSpan value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[26];
        value.TryFormat(text, out var written, "c", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..written]);
    }

    /// <summary>The text between the quotes; empty for anything that is no text, or that has escapes.</summary>
    private static ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped ? reader.ValueSpan : default;

    private static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        return (text[0] == '-' || char.IsAsciiDigit((char)text[0]))
            && System.Buffers.Text.Utf8Parser.TryParse(text, out value, out var consumed, 'c')
            && consumed == text.Length;
    }

    private static bool IsSet(string name) => AppContext.TryGetSwitch(name, out var isSet) && isSet;
}
