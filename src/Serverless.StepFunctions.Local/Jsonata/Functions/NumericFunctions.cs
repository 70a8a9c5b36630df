using System.Globalization;
using System.Text.RegularExpressions;
using Serverless.StepFunctions.Local.Jsonata.Pictures;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata.Functions;

/// <summary>Functions on numbers.</summary>
internal static partial class NumericFunctions
{
    [GeneratedRegex(@"^-?[0-9]+(?:\.[0-9]+)?(?:[Ee][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DecimalNumber();

    [GeneratedRegex(@"^(?:0[xX][0-9A-Fa-f]+|0[oO][0-7]+|0[bB][01]+)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PrefixedNumber();

    public static object? Number(Call call)
    {
        switch (call[0])
        {
            case null:
                return null;
            case double:
                return call[0];
            case bool b:
                return Boxes.Of(b ? 1.0 : 0.0);
            case string text when DecimalNumber().IsMatch(text):
                var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
                if (double.IsFinite(value))
                    return Boxes.Of(value);
                break;
            case string text when PrefixedNumber().IsMatch(text):
                double number = 0;
                var radix = char.ToLowerInvariant(text[1]) switch { 'x' => 16, 'o' => 8, _ => 2 };
                foreach (var digit in text.AsSpan(2))
                    number = (number * radix) + Convert.ToInt32(digit.ToString(), 16);
                return Boxes.Of(number);
        }

        throw new JsonataException("D3030", -1, "The value cannot be made a number");
    }

    public static object? Abs(Call call) => call.Number(0) is { } n ? Boxes.Of(Math.Abs(n)) : null;

    public static object? Floor(Call call) => call.Number(0) is { } n ? Boxes.Of(Math.Floor(n)) : null;

    public static object? Ceil(Call call) => call.Number(0) is { } n ? Boxes.Of(Math.Ceiling(n)) : null;

    public static object? Round(Call call) => call.Number(0) is { } n ? Boxes.Of(ScriptNumber.Round(n, (int)(call.Number(1) ?? 0))) : null;

    public static object? Sqrt(Call call)
    {
        if (call.Number(0) is not { } n)
            return null;
        return n < 0 ? throw new JsonataException("D3060", -1, "A negative number has no square root") : Boxes.Of(Math.Sqrt(n));
    }

    public static object? Power(Call call)
    {
        if (call.Number(0) is not { } n)
            return null;
        var exponent = call.Number(1) ?? double.NaN;
        // JavaScript has no value for one to the power of infinity; .NET says one.
        var result = Math.Abs(n) == 1 && double.IsInfinity(exponent) ? double.NaN : Math.Pow(n, exponent);
        return double.IsFinite(result) ? Boxes.Of(result) : throw new JsonataException("D3061", -1, "The power cannot be said as a number of JSON");
    }

    public static object? Sum(Call call)
    {
        if (call.List(0) is not { } list)
            return null;
        var sum = 0.0;
        foreach (var item in list.Items)
            sum += (double)item!;
        return Boxes.Of(sum);
    }

    public static object? Max(Call call)
    {
        if (call.List(0) is not { Count: > 0 } list)
            return null;
        return list.Items.MaxBy(item => (double)item!);
    }

    public static object? Min(Call call)
    {
        if (call.List(0) is not { Count: > 0 } list)
            return null;
        return list.Items.MinBy(item => (double)item!);
    }

    public static object? Average(Call call)
    {
        if (call.List(0) is not { Count: > 0 } list)
            return null;
        var sum = 0.0;
        foreach (var item in list.Items)
            sum += (double)item!;
        return Boxes.Of(sum / list.Count);
    }

    public static object? FormatNumber(Call call)
    {
        if (call.Number(0) is not { } n)
            return null;
        return NumberPicture.Format(n, call.Text(1) ?? "", call[2] as ObjectValue);
    }

    public static object? FormatBase(Call call)
    {
        if (call.Number(0) is not { } n)
            return null;
        var value = ScriptNumber.Round(n, 0);
        var radix = call.Number(1) is { } given ? ScriptNumber.Round(given, 0) : 10;
        if (radix is < 2 or > 36)
            throw new JsonataException("D3100", -1, "The radix must be from 2 to 36");
        if (radix == 10 || !double.IsFinite(value))
            return ScriptNumber.Format(value);
        var whole = Math.Abs(value);
        var digits = new Stack<char>();
        // Digits that a double does not hold are zeros, as in JavaScript.
        for (; whole >= 9007199254740992; whole /= radix)
            digits.Push('0');
        do
        {
            var digit = whole % radix;
            digits.Push("0123456789abcdefghijklmnopqrstuvwxyz"[(int)digit]);
            whole = (whole - digit) / radix;
        }
        while (whole >= 1);
        return (value < 0 ? "-" : "") + string.Concat(digits);
    }

    public static object? FormatInteger(Call call) => call.Number(0) is { } n ? IntegerPicture.Parse(call.Text(1) ?? "").Format(Math.Floor(n)) : null;

    public static object? ParseInteger(Call call) => call.Text(0) is { } text ? Boxes.Of(IntegerPicture.Parse(call.Text(1) ?? "").Read(text)) : null;
}
