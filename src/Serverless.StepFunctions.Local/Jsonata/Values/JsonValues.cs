using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>Between System.Text.Json and the evaluator.</summary>
internal static class JsonValues
{
    public static object Read(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return NullValue.Instance;
            case JsonObject o:
                return new ObjectValue(o);
            case JsonArray a:
                return new ListValue(a);
        }

        var value = node.AsValue();
        return value.GetValueKind() switch
        {
            JsonValueKind.True => Boxes.True,
            JsonValueKind.False => Boxes.False,
            JsonValueKind.Number => Boxes.Of(Number(value)),
            JsonValueKind.Null => NullValue.Instance,
            _ => value.TryGetValue<string>(out var text) ? text : JsonNode.Parse(value.ToJsonString())!.GetValue<string>(),
        };
    }

    /// <summary>A tree of its own. Functions have no form in JSON: they are left out of objects and null in arrays.</summary>
    public static JsonNode? Write(object? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case bool b:
                return JsonValue.Create(b);
            case double d:
                return Number(d);
            case string s:
                return JsonValue.Create(s);
            case ListValue { Source: { } source }:
                return source.DeepClone();
            case ListValue list:
                var array = new JsonArray();
                foreach (var item in list.Items)
                    array.Add(Write(item));
                return array;
            case ObjectValue { Source: { } source }:
                return source.DeepClone();
            case ObjectValue o:
                var node = new JsonObject();
                for (var i = 0; i < o.Count; i++)
                {
                    if (o.Values[i] is not (null or FunctionValue))
                        node[o.Names[i]] = Write(o.Values[i]);
                }

                return node;
            case TupleValue tuple:
                return Write(tuple.Item);
            default:
                return null;
        }
    }

    private static JsonValue? Number(double value)
    {
        // What JSON cannot say is null, as JavaScript writes it.
        if (!double.IsFinite(value))
            return null;
        return value == Math.Floor(value) && Math.Abs(value) < 9007199254740992 ? JsonValue.Create((long)value) : JsonValue.Create(value);
    }

    private static double Number(JsonValue value)
    {
        if (value.TryGetValue<double>(out var number))
            return number;
        if (value.TryGetValue<int>(out var i))
            return i;
        if (value.TryGetValue<long>(out var l))
            return l;
        return double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
