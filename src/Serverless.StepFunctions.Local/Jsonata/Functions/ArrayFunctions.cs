using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata.Functions;

/// <summary>Functions on arrays, and those that take functions.</summary>
internal static class ArrayFunctions
{
    public static object Count(Call call) => Boxes.Of((double)(call.List(0)?.Count ?? 0));

    public static object? Append(Call call)
    {
        if (call[0] is not null && call[1] is not null)
            call.Evaluator.Work(((call.List(0)?.Count ?? 1) + (call.List(1)?.Count ?? 1)) / 8);
        return Operators.Append(call[0], call[1]);
    }

    public static object? Reverse(Call call)
    {
        if (call.List(0) is not { } list)
            return null;
        return list.Count <= 1 ? list : new ListValue([.. Enumerable.Reverse(list.Items)]);
    }

    public static object? Shuffle(Call call)
    {
        if (call.List(0) is not { } list)
            return null;
        if (list.Count <= 1)
            return list;
        var items = new List<object?>(list.Items);
        for (var i = items.Count - 1; i > 0; i--)
        {
            var other = (int)(call.Evaluator.Context.NextRandom() * (i + 1));
            (items[i], items[other]) = (items[other], items[i]);
        }

        return new ListValue(items);
    }

    public static object? Distinct(Call call)
    {
        if (call[0] is not ListValue { Count: > 1 } list)
            return call[0];
        var result = new ListValue { IsSequence = list.IsSequence };
        foreach (var item in list.Items)
        {
            call.Evaluator.Work(result.Count / 8);
            if (!result.Items.Exists(other => Operators.AreEqual(item, other)))
                result.Add(item);
        }

        return result;
    }

    public static object Zip(Call call)
    {
        var shortest = int.MaxValue;
        for (var i = 0; i < call.Count; i++)
            shortest = Math.Min(shortest, call.List(i)?.Count ?? 0);
        var result = new ListValue();
        for (var place = 0; place < shortest; place++)
        {
            var row = new ListValue();
            for (var i = 0; i < call.Count; i++)
                row.Add(call.List(i)![place]);
            result.Add(row);
        }

        return result;
    }

    public static object? Sort(Call call)
    {
        if (call.List(0) is not { } list)
            return null;
        if (list.Count <= 1)
            return list;
        if (call.Function(1) is { } comparer)
            return new ListValue(Sorting.Merge(list.Items, (a, b) => IsTruthy(call.Evaluator.Apply(comparer, [a, b], null))));
        if (!list.Items.TrueForAll(item => Operators.IsNumber(item, out _)) && !list.Items.TrueForAll(item => item is string))
            throw new JsonataException("D3070", -1, "Without a function, $sort takes an array of numbers or an array of strings");
        return new ListValue(Sorting.Merge(list.Items, static (a, b) => a is double x ? x > (double)b! : string.CompareOrdinal((string)a!, (string)b!) > 0));
    }

    /// <summary>Truth in JavaScript, which the sorting of the reference asks for, not truth in JSONata.</summary>
    private static bool IsTruthy(object? value) => value switch
    {
        null or NullValue => false,
        bool b => b,
        double d => d != 0 && !double.IsNaN(d),
        string s => s.Length > 0,
        _ => true,
    };

    public static object? Map(Call call)
    {
        if (call.List(0) is not { } list)
            return null;
        var result = ListValue.Sequence();
        for (var i = 0; i < list.Count; i++)
        {
            var value = Invoke(call, call[1], list[i], i, list);
            if (value is not null)
                result.Add(value);
        }

        return result;
    }

    public static object? Filter(Call call)
    {
        if (call.List(0) is not { } list)
            return null;
        var result = ListValue.Sequence();
        for (var i = 0; i < list.Count; i++)
        {
            if (Operators.IsTrue(Invoke(call, call[1], list[i], i, list)))
                result.Add(list[i]);
        }

        return result;
    }

    public static object? Single(Call call)
    {
        if (call.List(0) is not { } list)
            return null;
        var found = false;
        object? result = null;
        for (var i = 0; i < list.Count; i++)
        {
            if (call[1] is not null && !Operators.IsTrue(Invoke(call, call[1], list[i], i, list)))
                continue;
            if (found)
                throw new JsonataException("D3138", -1, "$single found more than one item");
            found = true;
            result = list[i];
        }

        return found ? result : throw new JsonataException("D3139", -1, "$single found no item");
    }

    public static object? Reduce(Call call)
    {
        if (call.List(0) is not { } list)
            return null;
        var function = call.Function(1);
        var arity = function?.Arity ?? 0;
        if (arity < 2)
            throw new JsonataException("D3050", -1, "The function given to $reduce must have two parameters");
        var result = call[2];
        var start = 0;
        if (result is null && list.Count > 0)
        {
            result = list[0];
            start = 1;
        }

        for (var i = start; i < list.Count; i++)
        {
            object?[] arguments = arity switch
            {
                2 => [result, list[i]],
                3 => [result, list[i], Boxes.Of((double)i)],
                _ => [result, list[i], Boxes.Of((double)i), list],
            };
            result = call.Evaluator.Apply(function, arguments, null);
        }

        return result;
    }

    /// <summary>Hands over as many of item, place and array as the function takes.</summary>
    private static object? Invoke(Call call, object? function, object? item, int place, ListValue list)
    {
        call.Evaluator.Work(1);
        object?[] arguments = ((function as FunctionValue)?.Arity ?? 0) switch
        {
            <= 1 => [item],
            2 => [item, Boxes.Of((double)place)],
            _ => [item, Boxes.Of((double)place), list],
        };
        return call.Evaluator.Apply(function, arguments, null);
    }
}
