using System.Globalization;
using System.Text;
using Serverless.StepFunctions.Local.Jsonata.Functions;

namespace Serverless.StepFunctions.Local.Jsonata.Pictures;

/// <summary>Pictures of integers: <c>$formatInteger</c>, <c>$parseInteger</c> and the parts of dates. Those of XPath's <c>format-integer</c>.</summary>
internal sealed class IntegerPicture
{
    /// <summary>The zeros of Unicode's decimal digits.</summary>
    private static readonly int[] Zeros =
    [
        0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0,
        0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ];

    private readonly List<(int Place, string Text)> _separators = [];
    private readonly int _zero = '0';
    private readonly string _fault = "";

    private IntegerPicture(string picture)
    {
        var primary = picture;
        var modifier = picture.LastIndexOf(';');
        if (modifier >= 0)
        {
            primary = picture[..modifier];
            IsOrdinal = modifier + 1 < picture.Length && picture[modifier + 1] == 'o';
        }

        Primary = primary switch
        {
            "A" or "a" or "I" or "i" or "W" or "w" or "Ww" => primary,
            _ => "",
        };
        if (Primary.Length > 0)
            return;

        var place = 0;
        var zero = 0;
        var separators = new List<(int Place, string Text)>();
        foreach (var rune in primary.EnumerateRunes().Reverse())
        {
            var family = Array.Find(Zeros, z => rune.Value >= z && rune.Value < z + 10);
            if (family > 0)
            {
                if (zero > 0 && zero != family)
                    throw new JsonataException("D3131", -1, "The digits of a picture must be of one script");
                zero = family;
                LeastDigits++;
                place++;
            }
            else if (rune.Value == '#')
            {
                OptionalDigits++;
                place++;
            }
            else
            {
                separators.Add((place, rune.ToString()));
            }
        }

        if (LeastDigits == 0)
        {
            _fault = primary;
            return;
        }

        _zero = zero;
        Regular = separators.TrueForAll(s => s.Text == separators[0].Text) ? NumberPicture.Step(separators.ConvertAll(s => s.Place)) : 0;
        _separators = separators;
    }

    /// <summary>The letter of words, numerals or letters; empty for digits.</summary>
    public string Primary { get; }

    public bool IsOrdinal { get; set; }

    public int LeastDigits { get; set; }

    public int OptionalDigits { get; }

    /// <summary>Every how many digits the same separator stands; 0 when there is no such order.</summary>
    public int Regular { get; }

    /// <summary>How many digits are read when no separator follows; null for all there are.</summary>
    public int? ReadWidth { get; set; }

    public string? Separator => _separators.Count == 0 ? null : _separators[0].Text;

    public static IntegerPicture Parse(string picture) => new(picture);

    public string Format(double value)
    {
        var isNegative = value < 0;
        value = Math.Abs(value);
        var text = Primary switch
        {
            "A" => NumberWords.ToLetters(value, 'A'),
            "a" => NumberWords.ToLetters(value, 'a'),
            "I" => NumberWords.ToRoman(value).ToUpperInvariant(),
            "i" => NumberWords.ToRoman(value),
            "W" => NumberWords.ToWords(value, IsOrdinal).ToUpperInvariant(),
            "w" => NumberWords.ToWords(value, IsOrdinal).ToLowerInvariant(),
            "Ww" => NumberWords.ToWords(value, IsOrdinal),
            _ => Digits(value),
        };
        return isNegative ? "-" + text : text;
    }

    private string Digits(double value)
    {
        ThrowIfSequence();
        var digits = ScriptNumber.Format(value).PadLeft(LeastDigits, '0');
        var text = new StringBuilder();
        for (var i = 0; i < digits.Length; i++)
        {
            var behind = digits.Length - i;
            if (i > 0 && Regular > 0)
            {
                if (behind % Regular == 0)
                    text.Append(Separator);
            }
            else if (Regular == 0)
            {
                foreach (var (place, separator) in Enumerable.Reverse(_separators))
                {
                    if (place == behind)
                        text.Append(separator);
                }
            }

            text.Append(char.IsAsciiDigit(digits[i]) ? char.ConvertFromUtf32(_zero + (digits[i] - '0')) : digits[i].ToString());
        }

        if (IsOrdinal)
            text.Append(Suffix(digits));
        return text.ToString();
    }

    private static string Suffix(string digits)
    {
        if (digits.Length > 1 && digits[^2] == '1')
            return "th";
        return digits[^1] switch
        {
            '1' => "st",
            '2' => "nd",
            '3' => "rd",
            _ => "th",
        };
    }

    private void ThrowIfSequence()
    {
        if (_fault.Length > 0 || (Primary.Length == 0 && LeastDigits == 0))
            throw new JsonataException("D3130", -1, $"A picture of the sequence '{_fault}' is not supported");
    }

    /// <summary>What a text in this picture says; not a number for a text that says none.</summary>
    public double Read(string text)
    {
        switch (Primary)
        {
            case "A" or "a":
                return NumberWords.FromLetters(text, Primary[0]);
            case "I" or "i":
                return NumberWords.FromRoman(text);
            case "W" or "w" or "Ww":
                return NumberWords.FromWords(text.ToLowerInvariant());
        }

        ThrowIfSequence();
        if (IsOrdinal)
            text = text[..Math.Max(0, text.Length - 2)];
        foreach (var (_, separator) in _separators)
            text = text.Replace(separator, "", StringComparison.Ordinal);
        var digits = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            digits.Append(rune.Value >= _zero && rune.Value < _zero + 10 ? ((char)('0' + rune.Value - _zero)).ToString() : rune.ToString());
        return ReadPrefix(digits.ToString());
    }

    /// <summary>As JavaScript reads integers: up to the first character that is no digit.</summary>
    public static double ReadPrefix(string text)
    {
        text = text.TrimStart();
        var start = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end == start ? double.NaN : double.Parse(text.AsSpan(0, end), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    /// <summary>A regular expression for what <see cref="Read"/> takes, as a part of a date.</summary>
    public string ReadPattern()
    {
        switch (Primary)
        {
            case "A" or "a":
                return "[a-zA-Z]+";
            case "I" or "i":
                return "[MDCLXVImdclxvi]+";
            case "W" or "w" or "Ww":
                return "(?:[a-zA-Z]+|[\\- ,]|and)+?";
        }

        ThrowIfSequence();
        var digits = _zero == '0' ? "0-9" : $"{char.ConvertFromUtf32(_zero)}-{char.ConvertFromUtf32(_zero + 9)}";
        var pattern = Separator is null
            ? $"[{digits}]" + (ReadWidth is { } width ? $"{{{width}}}" : "+")
            : $"[{digits}{System.Text.RegularExpressions.Regex.Escape(string.Concat(_separators.Select(s => s.Text).Distinct()))}]+";
        return IsOrdinal ? pattern + "(?:th|st|nd|rd)" : pattern;
    }
}
