using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Serverless.Runtime;

/// <summary>
/// Binds one parameter of a route. A value that is missing or malformed becomes a fault, never `default(T)`: what comes back
/// then is not used, because the request is refused.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Bind
{
    private const int OnStack = 256;

    /// <summary>A value that must be there.</summary>
    public static T Required<T, TParser>(EventText text, RequestPart part, string name, ref RequestFaults faults)
        where TParser : IValueParser<T>
    {
        if (!IsGiven<T>(text))
        {
            faults.Add(part, name, "is required");
            return default!;
        }

        return Parse<T, TParser>(text, part, name, ref faults);
    }

    /// <summary>A value with a default.</summary>
    public static T Optional<T, TParser>(EventText text, RequestPart part, string name, T fallback, ref RequestFaults faults)
        where TParser : IValueParser<T> =>
        IsGiven<T>(text) ? Parse<T, TParser>(text, part, name, ref faults) : fallback;

    /// <summary>A nullable value; its default is null.</summary>
    public static T? Nullable<T, TParser>(EventText text, RequestPart part, string name, ref RequestFaults faults)
        where T : struct
        where TParser : IValueParser<T> =>
        IsGiven<T>(text) ? Parse<T, TParser>(text, part, name, ref faults) : null;

    /// <summary>A nullable value with another default.</summary>
    public static T? Nullable<T, TParser>(EventText text, RequestPart part, string name, T? fallback, ref RequestFaults faults)
        where T : struct
        where TParser : IValueParser<T> =>
        IsGiven<T>(text) ? Parse<T, TParser>(text, part, name, ref faults) : fallback;

    /// <summary>The values of a repeated key; null when there is none.</summary>
    public static List<T>? Repeated<T, TParser>(List<EventText>? texts, RequestPart part, string name, ref RequestFaults faults)
        where TParser : IValueParser<T>
    {
        if (texts is null)
            return null;
        var values = new List<T>(texts.Count);
        foreach (var text in texts)
            values.Add(Parse<T, TParser>(text, part, name, ref faults));
        return values;
    }

    /// <summary>The values of a header or cookie that holds a list with commas; null when there is none.</summary>
    public static List<T>? Separated<T, TParser>(EventText text, RequestPart part, string name, ref RequestFaults faults)
        where TParser : IValueParser<T>
    {
        if (!text.IsPresent)
            return null;
        var values = new List<T>();
        if (text.Decode() is not { } all)
        {
            faults.Add(part, name, "is not text");
            return values;
        }

        foreach (var item in all.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (TParser.TryParse(item, out var value))
                values.Add(value);
            else
                faults.Add(part, name, "must be a list, each item " + TParser.Expected);
        }

        return values;
    }

    /// <summary>Notes that a list which must be there is not.</summary>
    public static List<T> Required<T>(List<T>? values, RequestPart part, string name, ref RequestFaults faults)
    {
        if (values is not null)
            return values;
        faults.Add(part, name, "is required");
        return [];
    }

    /// <summary>An empty text is a value only where text is asked for.</summary>
    private static bool IsGiven<T>(EventText text) => text.IsPresent && (!text.IsEmpty || typeof(T) == typeof(string));

    [SuppressMessage("Design", "CA1031", Justification = "A user's TryParse that throws has not parsed; the request is refused and the service goes on.")]
    private static T Parse<T, TParser>(EventText text, RequestPart part, string name, ref RequestFaults faults)
        where TParser : IValueParser<T>
    {
        char[]? rented = null;
        var characters = text.MaxLength <= OnStack ? stackalloc char[OnStack] : (rented = ArrayPool<char>.Shared.Rent(text.MaxLength));
        try
        {
            if (!text.TryDecode(characters, out var length))
                faults.Add(part, name, "is not valid UTF-8 text");
            else if (TParser.TryParse(characters[..length], out var value))
                return value;
            else
                faults.Add(part, name, "must be " + TParser.Expected);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            faults.Add(part, name, "must be " + TParser.Expected);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented);
        }

        return default!;
    }
}
