using System.Globalization;
using System.Text;

namespace Serverless.StepFunctions.Local.Jsonata.Pictures;

/// <summary>Numbers in English, in Roman numerals and in letters.</summary>
internal static class NumberWords
{
    private static readonly string[] Few =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ];

    private static readonly string[] Ordinals =
    [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
        "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
    ];

    private static readonly string[] Tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

    private static readonly string[] Magnitudes = ["Thousand", "Million", "Billion", "Trillion"];

    private static readonly (int Value, string Letters)[] Numerals =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    private static readonly Dictionary<string, double> Values = BuildValues();

    public static string ToWords(double value, bool ordinal)
    {
        var text = new StringBuilder();
        Words(value, joined: false, ordinal, text);
        return text.ToString();
    }

    private static void Words(double value, bool joined, bool ordinal, StringBuilder text)
    {
        if (value <= 19)
        {
            text.Append(joined ? " and " : "").Append((ordinal ? Ordinals : Few)[(int)value]);
        }
        else if (value < 100)
        {
            var tens = Tens[(int)(value / 10) - 2];
            var rest = value % 10;
            text.Append(joined ? " and " : "");
            if (rest > 0)
                Words(rest, joined: false, ordinal, text.Append(tens).Append('-'));
            else
                text.Append(ordinal ? tens[..^1] + "ieth" : tens);
        }
        else if (value < 1000)
        {
            text.Append(joined ? ", " : "").Append(Few[(int)(value / 100)]).Append(" Hundred");
            Rest(value % 100, ordinal, text);
        }
        else
        {
            var magnitude = Math.Min((int)Math.Floor(Math.Log10(value) / 3), Magnitudes.Length);
            var factor = Math.Pow(10, magnitude * 3);
            var count = Math.Floor(value / factor);
            text.Append(joined ? ", " : "");
            Words(count, joined: false, ordinal: false, text);
            text.Append(' ').Append(Magnitudes[magnitude - 1]);
            Rest(value - (count * factor), ordinal, text);
        }
    }

    private static void Rest(double rest, bool ordinal, StringBuilder text)
    {
        if (rest > 0)
            Words(rest, joined: true, ordinal, text);
        else if (ordinal)
            text.Append("th");
    }

    public static double FromWords(string text)
    {
        var segments = new Stack<double>();
        segments.Push(0);
        var words = text.Replace(", ", " ", StringComparison.Ordinal).Replace(" and ", " ", StringComparison.Ordinal).Split([' ', '-', '\t', '\n']);
        foreach (var word in words)
        {
            if (!Values.TryGetValue(word, out var value))
                return double.NaN;
            if (value < 100)
            {
                var top = segments.Pop();
                if (top >= 1000)
                {
                    segments.Push(top);
                    top = 0;
                }

                segments.Push(top + value);
            }
            else
            {
                segments.Push(segments.Pop() * value);
            }
        }

        return segments.Sum();
    }

    public static string ToRoman(double value)
    {
        var text = new StringBuilder();
        foreach (var (number, letters) in Numerals)
        {
            for (; value >= number; value -= number)
            {
                text.Append(letters);
                if (text.Length > 100_000)
                    throw new JsonataException("U1001", -1, "The number is too large for Roman numerals");
            }
        }

        return text.ToString();
    }

    public static double FromRoman(string text)
    {
        double result = 0;
        double highest = 1;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var letter = char.ToLowerInvariant(text[i]).ToString();
            var value = Numerals.FirstOrDefault(n => n.Letters == letter).Value;
            if (value == 0)
                return double.NaN;
            if (value < highest)
            {
                result -= value;
            }
            else
            {
                highest = value;
                result += value;
            }
        }

        return result;
    }

    public static string ToLetters(double value, char first)
    {
        var text = "";
        for (; value > 0; value = Math.Floor((value - 1) / 26))
            text = (char)(first + (int)((value - 1) % 26)) + text;
        return text;
    }

    public static double FromLetters(string text, char first)
    {
        double result = 0;
        foreach (var c in text)
            result = (result * 26) + (c - first + 1);
        return result;
    }

    private static Dictionary<string, double> BuildValues()
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < Few.Length; i++)
        {
            values[Few[i].ToLower(CultureInfo.InvariantCulture)] = i;
            values[Ordinals[i].ToLower(CultureInfo.InvariantCulture)] = i;
        }

        for (var i = 0; i < Tens.Length; i++)
        {
            var word = Tens[i].ToLower(CultureInfo.InvariantCulture);
            values[word] = (i + 2) * 10;
            values[word[..^1] + "ieth"] = (i + 2) * 10;
        }

        values["hundred"] = values["hundredth"] = 100;
        for (var i = 0; i < Magnitudes.Length; i++)
        {
            var word = Magnitudes[i].ToLower(CultureInfo.InvariantCulture);
            values[word] = values[word + "th"] = Math.Pow(10, (i + 1) * 3);
        }

        return values;
    }
}
