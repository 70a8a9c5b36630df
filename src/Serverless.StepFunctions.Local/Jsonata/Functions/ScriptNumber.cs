using System.Globalization;
using System.Text;

namespace Serverless.StepFunctions.Local.Jsonata.Functions;

/// <summary>Numbers as JavaScript writes and rounds them.</summary>
internal static class ScriptNumber
{
    /// <summary>The shortest digits that give the number back.</summary>
    public static string Format(double value)
    {
        if (value == 0)
            return "0";
        if (Math.Abs(value) < 1e15 && value == Math.Floor(value))
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = exponentAt < 0 ? shortest : shortest[..exponentAt];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        // The number is 0.digits times ten to this power.
        var power = (exponentAt < 0 ? 0 : int.Parse(shortest.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) + (point < 0 ? mantissa.Length : point);
        var leading = digits.Length - digits.TrimStart('0').Length;
        digits = digits.Trim('0');
        power -= leading;
        return (value < 0 ? "-" : "") + Layout(digits, power);
    }

    /// <summary>Rounded to 15 digits, so that what computing adds at the end does not show.</summary>
    public static string FormatRounded(double value)
    {
        if (Math.Abs(value) < 1e15 && value == Math.Floor(value))
            return Format(value);
        return Format(double.Parse(value.ToString("E14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    /// <summary>A number times a power of ten, by its decimal digits and not by multiplying.</summary>
    public static double Shift(double value, int places)
    {
        if (!double.IsFinite(value))
            return value;
        var parts = Format(value).Split('e');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        return double.Parse(parts[0] + "e" + (exponent + places).ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>To the nearest, and from the middle to the even one.</summary>
    public static double Round(double value, int places)
    {
        var shifted = places == 0 ? value : Shift(value, places);
        var result = Math.Floor(shifted + 0.5);
        if (Math.Abs(result - shifted) == 0.5 && Math.Abs(result % 2) == 1)
            result--;
        if (places != 0)
            result = Shift(result, -places);
        return result == 0 ? 0 : result;
    }

    private static string Layout(string digits, int power)
    {
        var count = digits.Length;
        if (power is > 0 and <= 21)
        {
            return count <= power
                ? digits.PadRight(power, '0')
                : $"{digits.AsSpan(0, power)}.{digits.AsSpan(power)}";
        }

        if (power is > -6 and <= 0)
            return "0." + new string('0', -power) + digits;
        var text = new StringBuilder().Append(digits[0]);
        if (count > 1)
            text.Append('.').Append(digits, 1, count - 1);
        var exponent = power - 1;
        return text.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent)).ToString();
    }
}
