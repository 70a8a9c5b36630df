using System.Runtime.CompilerServices;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata.Functions;

/// <summary>Functions on objects and on values of any type.</summary>
internal static class ObjectFunctions
{
    public static object? Boolean(Call call) => call[0] is null ? null : Boxes.Of(call[0] is not FunctionValue && Operators.IsTrue(call[0]));

    public static object? Not(Call call) => call[0] is null ? null : Boxes.Of(call[0] is FunctionValue || !Operators.IsTrue(call[0]));

    public static object Exists(Call call) => Boxes.Of(call[0] is not null);

    public static object? Type(Call call) => call[0] switch
    {
        null => null,
        NullValue => "null",
        double number => Operators.IsNumber(number, out _) ? "number" : "object",
        string => "string",
        bool => "boolean",
        ListValue => "array",
        FunctionValue => "function",
        _ => "object",
    };

    public static object Keys(Call call)
    {
        var names = new ObjectValue();
        Collect(call[0]);
        return new ListValue([.. names.Names]) { IsSequence = true };

        void Collect(object? value)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if (value is ListValue list)
                list.Items.ForEach(Collect);
            else if (value is ObjectValue o)
                o.Names.ForEach(name => names.Set(name, NullValue.Instance));
        }
    }

    public static object? Lookup(Call call) => call.Text(1) is { } name ? Evaluator.Lookup(call[0], name) : null;

    public static object? Spread(Call call) => Spread(call[0]);

    private static object? Spread(object? value)
    {
        if (value is not (ListValue or ObjectValue))
            return value;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var result = ListValue.Sequence();
        if (value is ListValue list)
        {
            foreach (var item in list.Items)
            {
                if (Spread(item) is ListValue inner)
                    result.Items.AddRange(inner.Items);
                else
                    result.Add(item);
            }

            // What was put together is an array, so that one item stays in it.
            result.IsSequence = list.Count == 0;
            return result;
        }

        var o = (ObjectValue)value;
        for (var i = 0; i < o.Count; i++)
        {
            var member = new ObjectValue();
            member.Set(o.Names[i], o.Values[i]);
            result.Add(member);
        }

        return result;
    }

    public static object? Merge(Call call)
    {
        if (call.List(0) is not { } list)
            return null;
        var result = new ObjectValue();
        foreach (var item in list.Items)
        {
            if (item is not ObjectValue o)
                continue;
            for (var i = 0; i < o.Count; i++)
                result.Set(o.Names[i], o.Values[i]);
        }

        return result;
    }

    public static object? Each(Call call)
    {
        if (call[0] is not ObjectValue o)
            return null;
        var result = ListValue.Sequence();
        for (var i = 0; i < o.Count; i++)
        {
            if (Invoke(call, o, i) is { } value)
                result.Add(value);
        }

        return result;
    }

    public static object? Sift(Call call)
    {
        if (call[0] is not ObjectValue o)
            return null;
        var result = new ObjectValue();
        for (var i = 0; i < o.Count; i++)
        {
            if (Operators.IsTrue(Invoke(call, o, i)))
                result.Set(o.Names[i], o.Values[i]);
        }

        return result.Count == 0 ? null : result;
    }

    private static object? Invoke(Call call, ObjectValue o, int i)
    {
        call.Evaluator.Work(1);
        object?[] arguments = (call.Function(1)?.Arity ?? 0) switch
        {
            <= 1 => [o.Values[i]],
            2 => [o.Values[i], o.Names[i]],
            _ => [o.Values[i], o.Names[i], o],
        };
        return call.Evaluator.Apply(call[1], arguments, null);
    }

    public static object? Error(Call call) => throw new JsonataException("D3137", -1, call.Text(0) ?? "$error() function evaluated");

    public static object? Assert(Call call)
        => call[0] is true ? null : throw new JsonataException("D3141", -1, call.Text(1) ?? "$assert() statement failed");

    public static object? Clone(Call call) => Clone(call[0]);

    /// <summary>A copy that can be changed. Functions have none.</summary>
    public static object? Clone(object? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case ListValue list:
                return new ListValue([.. list.Items.Select(item => Clone(item) ?? NullValue.Instance)]);
            case ObjectValue o:
                var copy = new ObjectValue();
                for (var i = 0; i < o.Count; i++)
                {
                    if (Clone(o.Values[i]) is { } member)
                        copy.Set(o.Names[i], member);
                }

                return copy;
            case FunctionValue:
                return "";
            case double d:
                return double.IsFinite(d) ? double.Parse(ScriptNumber.FormatRounded(d), System.Globalization.CultureInfo.InvariantCulture) : NullValue.Instance;
            default:
                return value;
        }
    }
}
