using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Serverless.Runtime;

/// <summary>
/// Says where a body is wrong in the terms of the caller. The serialiser's own message names .NET types and may repeat what was
/// sent, so only its path is used.
/// </summary>
internal static class JsonPath
{
    /// <summary>
    /// `$.lines[0].sku` as a JSON pointer: `/lines/0/sku`. Only names that the types have are written: the key of a dictionary is the caller's
    /// own text and stands as `*`.
    /// </summary>
    /// <param name="path">Of the serialiser.</param>
    /// <param name="type">What was to be read.</param>
    public static string ToPointer(string? path, JsonTypeInfo type)
    {
        if (path is null || path.Length < 2 || path[0] != '$')
            return "";
        var pointer = new StringBuilder();
        var current = (JsonTypeInfo?)type;
        var i = 1;
        while (i < path.Length && pointer.Length < 256)
        {
            if (path[i] == '[' && path.AsSpan(i).StartsWith("['", StringComparison.Ordinal))
            {
                var close = path.IndexOf("']", i, StringComparison.Ordinal);
                close = close < 0 ? path.Length : close;
                current = Member(pointer, path.AsSpan(i + 2, close - i - 2), current);
                i = close + 2;
            }
            else if (path[i] == '[')
            {
                var close = path.IndexOf(']', i);
                close = close < 0 ? path.Length : close;
                var index = path.AsSpan(i + 1, close - i - 1);
                pointer.Append('/').Append(index.ContainsAnyExceptInRange('0', '9') ? "*" : index);
                current = Element(current);
                i = close + 1;
            }
            else
            {
                var start = path[i] == '.' ? i + 1 : i;
                var end = path.AsSpan(start).IndexOfAny('.', '[');
                end = end < 0 ? path.Length : start + end;
                current = Member(pointer, path.AsSpan(start, end - start), current);
                i = Math.Max(end, i + 1);
            }
        }

        return pointer.ToString();
    }

    /// <summary>What to tell the caller.</summary>
    public static string Describe(JsonException exception)
    {
        if (exception.Path is { Length: > 1 })
            return "is missing a member or has a value of the wrong type";
        return exception.LineNumber is { } line && exception.BytePositionInLine is { } column
            ? string.Create(CultureInfo.InvariantCulture, $"is not the JSON that is expected (line {line + 1}, byte {column + 1})")
            : "is not the JSON that is expected";
    }

    /// <summary>Writes the name of a member; its type.</summary>
    private static JsonTypeInfo? Member(StringBuilder pointer, ReadOnlySpan<char> name, JsonTypeInfo? type)
    {
        if (type?.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var property in type.Properties)
            {
                if (!name.Equals(property.Name, type.Options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
                    continue;
                pointer.Append('/').Append(property.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
                return TypeOf(property.PropertyType, type);
            }
        }

        pointer.Append("/*");
        return type?.Kind == JsonTypeInfoKind.Dictionary ? Element(type) : null;
    }

    private static JsonTypeInfo? Element(JsonTypeInfo? list)
    {
        if (list is null)
            return null;
#if NET9_0_OR_GREATER
        var element = list.ElementType;
#else
        var element = list.Type.IsArray ? list.Type.GetElementType() : list.Type.GenericTypeArguments is [.., var last] ? last : null;
#endif
        return element is null ? null : TypeOf(element, list);
    }

    private static JsonTypeInfo? TypeOf(Type type, JsonTypeInfo owner) =>
        owner.Options.TryGetTypeInfo(Nullable.GetUnderlyingType(type) ?? type, out var info) ? info : null;
}
