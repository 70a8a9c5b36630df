using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Serverless.StepFunctions.Local.Jsonata;

namespace Serverless.StepFunctions.Local.Tests.Jsonata;

/// <summary>A value as text that is equal for equal values (members in their order, names that are array indexes first), or the code of an error.</summary>
internal sealed record JsonataOutcome(string? Code, string? Value)
{
    public static JsonataOutcome Of(JsonataEngine engine, JsonataCase one)
    {
        try
        {
            var context = new JsonataContext { HasInput = one.HasInput, Input = one.Input, MaxSteps = 2_000_000 };
            return engine.TryEvaluate(one.Expression, one.Variables, context, out var value)
                ? new JsonataOutcome(null, Text(value))
                : new JsonataOutcome(null, null);
        }
        catch (JsonataException fault)
        {
            return new JsonataOutcome(fault.Code, null);
        }
    }

    public static JsonataOutcome Of(JsonObject reference)
    {
        if (reference["code"] is { } code)
            return new JsonataOutcome(code.GetValue<string>(), null);
        return new JsonataOutcome(null, reference.ContainsKey("value") ? Text(reference["value"]) : null);
    }

    /// <summary>Whether the reference agrees. What it fails at by an accident of JavaScript has no code; any failure is right then.</summary>
    public bool Agrees(JsonataOutcome reference) => reference.Code == "" ? Code is not null : this == reference;

    public override string ToString() => Code is not null ? $"error {Code}" : Value ?? "nothing";

    private static string Text(JsonNode? value)
    {
        var text = new StringBuilder();
        Append(value, text);
        return text.ToString();
    }

    private static void Append(JsonNode? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case JsonArray array:
                text.Append('[');
                foreach (var item in array)
                {
                    Append(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonObject o:
                text.Append('{');
                foreach (var (name, member) in o.OrderBy(m => uint.TryParse(m.Key, out var index) && index.ToString(CultureInfo.InvariantCulture) == m.Key ? index : (long)uint.MaxValue + 1))
                {
                    text.Append(JsonSerializer.Serialize(name)).Append(':');
                    Append(member, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                text.Append(double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(JsonSerializer.Serialize(value.GetValueKind() == JsonValueKind.String ? (object)value.GetValue<string>() : value));
                break;
        }
    }
}
