using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata.Functions;

/// <summary>JSON as <c>$string</c> writes it.</summary>
internal static class ScriptJson
{
    public static string Write(object? value, bool indented)
    {
        var text = new StringBuilder();
        Write(value, text, indented ? 0 : -1);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text, int indent)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case null or NullValue:
                text.Append("null");
                break;
            case bool b:
                text.Append(b ? "true" : "false");
                break;
            case double d:
                // Fails for an infinite number.
                text.Append(Operators.IsNumber(d, out _) ? ScriptNumber.FormatRounded(d) : "null");
                break;
            case string s:
                Quote(s, text);
                break;
            case ListValue list:
                Write(list, text, indent);
                break;
            case ObjectValue o:
                Write(o, text, indent);
                break;
            default:
                text.Append("\"\"");
                break;
        }
    }

    private static void Write(ListValue list, StringBuilder text, int indent)
    {
        if (list.Count == 0)
        {
            text.Append("[]");
            return;
        }

        text.Append('[');
        var inner = indent < 0 ? -1 : indent + 1;
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            Line(text, inner);
            Write(list[i], text, inner);
        }

        Line(text, indent);
        text.Append(']');
    }

    private static void Write(ObjectValue value, StringBuilder text, int indent)
    {
        text.Append('{');
        var inner = indent < 0 ? -1 : indent + 1;
        var isFirst = true;
        for (var i = 0; i < value.Count; i++)
        {
            if (value.Values[i] is null)
                continue;
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            Line(text, inner);
            Quote(value.Names[i], text);
            text.Append(indent < 0 ? ":" : ": ");
            Write(value.Values[i], text, inner);
        }

        if (!isFirst)
            Line(text, indent);
        text.Append('}');
    }

    private static void Line(StringBuilder text, int indent)
    {
        if (indent >= 0)
            text.Append('\n').Append(' ', indent * 2);
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"' or '\\':
                    text.Append('\\').Append(c);
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ':
                    text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                case var _ when char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]):
                    text.Append(c).Append(value[++i]);
                    break;
                case var _ when char.IsSurrogate(c):
                    text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }
}
