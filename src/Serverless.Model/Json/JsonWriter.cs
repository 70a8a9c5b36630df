using System.Globalization;
using System.Text;

namespace Serverless.Model.Json;

/// <summary>Writes JSON as people read it: two spaces, one member a line, short lists of scalars and small objects on one line.</summary>
internal static class JsonWriter
{
    private const int LongestInline = 100;
    private const int MostInlineMembers = 2;

    public static string Write(JsonNode node, bool indented)
    {
        var text = new StringBuilder();
        Write(text, node, indented, depth: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode node, bool indented, int depth)
    {
        switch (node)
        {
            case JsonString s: Quote(text, s.Value); break;
            case JsonNumber n: text.Append(n.Text); break;
            case JsonBoolean b: text.Append(b.Value ? "true" : "false"); break;
            case JsonNull or JsonOpaque: text.Append("null"); break;
            case JsonArray array: WriteArray(text, array, indented, depth); break;
            case JsonObject obj: WriteObject(text, obj, indented, depth); break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonObject obj, bool indented, int depth)
    {
        if (obj.Count == 0)
        {
            text.Append("{}");
            return;
        }

        var inline = indented && IsShort(obj);
        text.Append('{');
        var first = true;
        foreach (var member in obj)
        {
            if (!first)
                text.Append(',');
            first = false;
            if (inline)
                text.Append(' ');
            else
                NewLine(text, indented, depth + 1);
            Quote(text, member.Name);
            text.Append(indented ? ": " : ":");
            Write(text, member.Value, indented, depth + 1);
        }

        if (inline)
            text.Append(' ');
        else
            NewLine(text, indented, depth);
        text.Append('}');
    }

    private static void WriteArray(StringBuilder text, JsonArray array, bool indented, int depth)
    {
        if (array.Count == 0)
        {
            text.Append("[]");
            return;
        }

        var inline = !indented || IsShort(array);
        text.Append('[');
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0)
                text.Append(inline && indented ? ", " : ",");
            if (!inline)
                NewLine(text, indented, depth + 1);
            Write(text, array[i], indented, depth + 1);
        }

        if (!inline)
            NewLine(text, indented, depth);
        text.Append(']');
    }

    private static bool IsShort(JsonArray array) => LengthOf(array) <= LongestInline;

    private static bool IsShort(JsonObject obj)
    {
        if (obj.Count > MostInlineMembers)
            return false;
        var length = 0;
        foreach (var member in obj)
            length += member.Name.Length + 6 + (member.Value is JsonArray array ? LengthOf(array) + 2 : LengthOf(member.Value));
        return length <= LongestInline;
    }

    private static int LengthOf(JsonArray array)
    {
        var length = 0;
        foreach (var item in array)
            length += LengthOf(item);
        return length;
    }

    /// <summary>What a value takes on a line, its separator included; what is not a scalar takes more than any line has.</summary>
    private static int LengthOf(JsonNode node) => node switch
    {
        JsonString s => s.Value.Length + 4,
        JsonNumber n => n.Text.Length + 2,
        JsonBoolean or JsonNull => 7,
        _ => LongestInline + 1,
    };

    private static void NewLine(StringBuilder text, bool indented, int depth)
    {
        if (indented)
            text.Append('\n').Append(' ', depth * 2);
    }

    /// <summary>Escapes what JSON demands and nothing else, so that `{% $x &gt; 1 %}` stays readable.</summary>
    public static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                default:
                    if (c < ' ' || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
                        text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    else
                        text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }

    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        Quote(text, value);
        return text.ToString();
    }
}
