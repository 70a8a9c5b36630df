using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Serverless.Analyzers.Tests.Json;

/// <summary>A value with everything in it as text: types, fields, kinds of dates. Two values are the same when their texts are.</summary>
internal static class ValueText
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                return;
            case string s:
                text.Append('"').Append(string.Concat(s.Select(static c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:x4}"))).Append('"');
                return;
            case DateTime date:
                text.Append(CultureInfo.InvariantCulture, $"{date.Ticks}/{date.Kind}");
                return;
            case DateTimeOffset date:
                text.Append(CultureInfo.InvariantCulture, $"{date.Ticks}/{date.Offset.Ticks}");
                return;
            case double number:
                text.Append(CultureInfo.InvariantCulture, $"{BitConverter.DoubleToInt64Bits(number):x}d");
                return;
            case float number:
                text.Append(CultureInfo.InvariantCulture, $"{BitConverter.SingleToInt32Bits(number):x}f");
                return;
            case decimal number:
                text.Append(string.Join(',', decimal.GetBits(number))).Append('m');
                return;
            case char character:
                text.Append(CultureInfo.InvariantCulture, $"'{(int)character:x}'");
                return;
            case IFormattable formattable when value.GetType().IsPrimitive || value.GetType().Namespace == "System" || value is Enum:
                text.Append(formattable is Enum ? value.GetType().Name + ":" + Convert.ToDecimal(value, CultureInfo.InvariantCulture) : formattable.ToString(null, CultureInfo.InvariantCulture));
                return;
            case bool flag:
                text.Append(flag);
                return;
        }

        if (depth > 100)
            throw new InvalidOperationException("The value contains itself.");
        text.Append(value.GetType().IsGenericType ? value.GetType().ToString() : value.GetType().Name).Append('(');
        if (value is IDictionary map)
        {
            foreach (DictionaryEntry entry in map)
            {
                Append(text, entry.Key, depth + 1);
                text.Append(':');
                Append(text, entry.Value, depth + 1);
                text.Append(',');
            }
        }
        else if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Append(text, item, depth + 1);
                text.Append(',');
            }
        }
        else
        {
            for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    text.Append(field.Name).Append('=');
                    Append(text, field.GetValue(value), depth + 1);
                    text.Append(',');
                }
            }
        }

        text.Append(')');
    }
}
