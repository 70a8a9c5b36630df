using System.Runtime.CompilerServices;
using Serverless.Model.Expressions.Jsonata;
using Serverless.StepFunctions.Local.Jsonata.Functions;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata;

/// <summary>What operators do with values.</summary>
internal static class Operators
{
    /// <summary>Fails for a number that JSON cannot say.</summary>
    public static bool IsNumber(object? value, out double number)
    {
        number = 0;
        if (value is not double d || double.IsNaN(d))
            return false;
        if (double.IsInfinity(d))
            throw new JsonataException("D1001", -1, "The number is out of range");
        number = d;
        return true;
    }

    public static bool IsTrue(object? value) => value switch
    {
        bool b => b,
        string s => s.Length > 0,
        double => IsNumber(value, out var number) && number != 0,
        ObjectValue o => o.Count > 0,
        ListValue { Count: 1 } list => IsTrue(list[0]),
        ListValue list => list.Items.Exists(IsTrue),
        // The reference takes functions for objects here, regular expressions excepted.
        FunctionValue => value is not RegexFunction,
        _ => false,
    };

    public static object? Binary(JsonataBinary node, object? left, object? right)
    {
        switch (node.Operator)
        {
            case JsonataOperator.Add or JsonataOperator.Subtract or JsonataOperator.Multiply or JsonataOperator.Divide or JsonataOperator.Remainder:
                return Arithmetic(node, left, right);
            case JsonataOperator.Equal:
                return Boxes.Of(left is not null && right is not null && AreEqual(left, right));
            case JsonataOperator.NotEqual:
                return Boxes.Of(left is not null && right is not null && !AreEqual(left, right));
            case JsonataOperator.Concatenate:
                return string.Concat(StringFunctions.Text(left) ?? "", StringFunctions.Text(right) ?? "");
            case JsonataOperator.In:
                return Boxes.Of(IsIn(left, right));
            default:
                return Comparison(node, left, right);
        }
    }

    private static object? Arithmetic(JsonataBinary node, object? left, object? right)
    {
        double a = 0, b = 0;
        if (left is not null && !IsNumber(left, out a))
            throw new JsonataException("T2001", node.Left.Position, "The left side of the operator must be a number");
        if (right is not null && !IsNumber(right, out b))
            throw new JsonataException("T2002", node.Right.Position, "The right side of the operator must be a number");
        if (left is null || right is null)
            return null;
        return Boxes.Of(node.Operator switch
        {
            JsonataOperator.Add => a + b,
            JsonataOperator.Subtract => a - b,
            JsonataOperator.Multiply => a * b,
            JsonataOperator.Divide => a / b,
            _ => a % b,
        });
    }

    private static object? Comparison(JsonataBinary node, object? left, object? right)
    {
        if (left is not (null or string or double) || right is not (null or string or double))
            throw new JsonataException("T2010", node.Position, "Only numbers and strings can be compared");
        if (left is null || right is null)
            return null;
        var comparison = (left, right) switch
        {
            (double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? (int?)null : a.CompareTo(b),
            (string a, string b) => string.CompareOrdinal(a, b),
            _ => throw new JsonataException("T2009", node.Position, "Values of different types cannot be compared"),
        };
        return Boxes.Of(node.Operator switch
        {
            JsonataOperator.Less => comparison < 0,
            JsonataOperator.LessOrEqual => comparison <= 0,
            JsonataOperator.Greater => comparison > 0,
            _ => comparison >= 0,
        });
    }

    /// <summary>Objects and arrays are in a list only by identity.</summary>
    private static bool IsIn(object? left, object? right)
    {
        if (left is null || right is null)
            return false;
        return right is ListValue list ? list.Items.Exists(item => AreSame(left, item)) : AreSame(left, right);
    }

    private static bool AreSame(object? a, object? b) => (a, b) switch
    {
        (double x, double y) => x == y,
        (string x, string y) => string.Equals(x, y, StringComparison.Ordinal),
        (bool x, bool y) => x == y,
        _ => ReferenceEquals(a, b),
    };

    public static bool AreEqual(object? a, object? b)
    {
        if (AreSame(a, b))
            return true;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (a, b)
        {
            case (ListValue x, ListValue y):
                if (x.Count != y.Count)
                    return false;
                for (var i = 0; i < x.Count; i++)
                {
                    if (!AreEqual(x[i], y[i]))
                        return false;
                }

                return true;
            case (ObjectValue x, ObjectValue y):
                if (x.Count != y.Count)
                    return false;
                for (var i = 0; i < x.Count; i++)
                {
                    if (!y.Has(x.Names[i]) || !AreEqual(x.Values[i], y.Get(x.Names[i])))
                        return false;
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>One list of both. Nothing adds nothing.</summary>
    public static object? Append(object? left, object? right)
    {
        if (left is null)
            return right;
        if (right is null)
            return left;
        var items = left is ListValue a ? new List<object?>(a.Items) : [left];
        if (right is ListValue b)
            items.AddRange(b.Items);
        else
            items.Add(right);
        return new ListValue(items);
    }
}
