using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Serverless.Runtime;

/// <summary>
/// Turns text of a request into a value: always in the invariant culture, never by throwing. Generated code names the parser
/// of each parameter, so nothing is looked up at run time.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValueParser<T>
{
    /// <summary>What a caller should send: ends the sentence "must be …".</summary>
    static abstract string Expected { get; }

    /// <summary>False when the text is not such a value.</summary>
    static abstract bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value);
}

/// <summary>Whole numbers: digits and a sign, nothing else.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WholeNumberParser<T> : IValueParser<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    /// <inheritdoc/>
    public static string Expected => string.Create(CultureInfo.InvariantCulture, $"a whole number from {T.MinValue} to {T.MaxValue}");

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out T value) => T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}

/// <summary>Numbers with a decimal point and an exponent. Group separators are refused: "1,5" must not become fifteen.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NumberParser<T> : IValueParser<T>
    where T : struct, INumberBase<T>
{
    /// <inheritdoc/>
    public static string Expected => "a number";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out T value) =>
        T.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
        && T.IsFinite(value);
}

/// <summary>`true` or `false`.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanParser : IValueParser<bool>
{
    /// <inheritdoc/>
    public static string Expected => "true or false";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out bool value) => bool.TryParse(text, out value);
}

/// <summary>Text as it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TextParser : IValueParser<string>
{
    /// <inheritdoc/>
    public static string Expected => "text";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out string value)
    {
        value = text.ToString();
        return true;
    }
}

/// <summary>One character.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CharacterParser : IValueParser<char>
{
    /// <inheritdoc/>
    public static string Expected => "one character";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out char value)
    {
        value = text.Length == 1 ? text[0] : default;
        return text.Length == 1;
    }
}

/// <summary>A date and time. With an offset it stays what it is; local time has no meaning on Lambda.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeParser : IValueParser<DateTime>
{
    /// <inheritdoc/>
    public static string Expected => "a date and time (2026-01-31T12:00:00Z)";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime value) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out value);
}

/// <summary>A date and time with its offset; UTC when none is written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetParser : IValueParser<DateTimeOffset>
{
    /// <inheritdoc/>
    public static string Expected => "a date and time (2026-01-31T12:00:00Z)";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
}

/// <summary>An address, absolute or relative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriParser : IValueParser<Uri>
{
    /// <inheritdoc/>
    public static string Expected => "a URI";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out Uri value) =>
        Uri.TryCreate(text.ToString(), UriKind.RelativeOrAbsolute, out value);
}

/// <summary>A member of an enum by name, case ignored; several with commas for flags alone. Numbers are refused: they would admit values that have no name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumParser<T> : IValueParser<T>
    where T : struct, Enum
{
    private static readonly bool IsFlags = typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);

    /// <inheritdoc/>
    public static string Expected => "one of " + string.Join(", ", Enum.GetNames<T>());

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out T value)
    {
        value = default;
        var first = text.TrimStart();
        return first.Length > 0 && (char.IsLetter(first[0]) || first[0] == '_') && (IsFlags || !text.Contains(',')) && Enum.TryParse(text, ignoreCase: true, out value);
    }
}

/// <summary>Any type that parses itself from characters: Guid, DateOnly, TimeSpan, the user's own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SpanParser<T> : IValueParser<T>
    where T : ISpanParsable<T>
{
    /// <inheritdoc/>
    public static string Expected => ExpectedText.Of(typeof(T));

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value) => T.TryParse(text, CultureInfo.InvariantCulture, out value);
}

/// <summary>Any type that parses itself from a string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ParsableParser<T> : IValueParser<T>
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public static string Expected => ExpectedText.Of(typeof(T));

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value) => T.TryParse(text.ToString(), CultureInfo.InvariantCulture, out value);
}

/// <summary>Words for the types of the base class library; a user's type is named as it is.</summary>
internal static class ExpectedText
{
    public static string Of(Type type) =>
        type == typeof(Guid) ? "a GUID"
        : type == typeof(DateOnly) ? "a date (2026-01-31)"
        : type == typeof(TimeOnly) ? "a time (12:00:00)"
        : type == typeof(TimeSpan) ? "a time span (1.12:00:00)"
        : "a valid " + type.Name;
}
