using System.Globalization;
using System.Text;
using Serverless.StepFunctions.Local.Jsonata.Functions;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata.Pictures;

/// <summary>Pictures of <c>$formatNumber</c>, which are those of XPath's <c>format-number</c>.</summary>
internal static class NumberPicture
{
    private const int LargestExponent = 400;

    /// <summary>Stands for the decimal separator until all others are in.</summary>
    private const char Point = '\uE000';

    public static string Format(double value, string picture, ObjectValue? options)
    {
        var symbols = new Symbols(options);
        var parts = picture.Split(symbols.Pattern);
        if (parts.Length > 2)
            throw Fault("D3080", "A picture has two parts at most");
        var pictures = parts.Select(part => new Part(part, symbols)).ToList();
        var chosen = pictures[0];
        var prefix = chosen.Prefix;
        if (!(value >= 0))
        {
            if (pictures.Count == 2)
            {
                chosen = pictures[1];
                prefix = chosen.Prefix;
            }
            else
            {
                prefix = symbols.Minus + prefix;
            }
        }

        var scaled = chosen.Text.Contains(symbols.Percent, StringComparison.Ordinal) ? value * 100
            : chosen.Text.Contains(symbols.PerMille, StringComparison.Ordinal) ? value * 1000
            : value;
        int? exponent = null;
        var mantissa = scaled;
        if (chosen.ExponentDigits > 0)
        {
            exponent = 0;
            var most = Math.Pow(10, chosen.ScalingFactor);
            var least = Math.Pow(10, chosen.ScalingFactor - 1);
            for (; mantissa != 0 && Math.Abs(mantissa) < least && exponent > -LargestExponent; exponent--)
                mantissa *= 10;
            for (; Math.Abs(mantissa) > most && exponent < LargestExponent; exponent++)
                mantissa /= 10;
        }

        var rounded = Math.Abs(ScriptNumber.Round(mantissa, chosen.MostFraction));
        var text = rounded.ToString("F" + chosen.MostFraction.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? text : text[..point]).TrimStart('0').PadLeft(chosen.LeastWhole, '0');
        var fraction = (point < 0 ? "" : text[(point + 1)..]).TrimEnd('0').PadRight(chosen.LeastFraction, '0');

        text = Group(whole + Point + fraction, whole.Length, chosen, symbols.Grouping);
        if (!chosen.HasPoint || text.EndsWith(Point))
            text = text[..^1];
        var result = new StringBuilder(prefix);
        foreach (var c in text)
        {
            if (c == Point)
                result.Append(symbols.Decimal);
            else
                result.Append(char.IsAsciiDigit(c) ? symbols.Digit(c) : c);
        }

        if (exponent is { } power)
        {
            result.Append(symbols.Exponent);
            if (power < 0)
                result.Append(symbols.Minus);
            foreach (var c in Math.Abs(power).ToString(CultureInfo.InvariantCulture).PadLeft(chosen.ExponentDigits, '0'))
                result.Append(symbols.Digit(c));
        }

        return result.Append(chosen.Suffix).ToString();
    }

    /// <summary>
    /// Puts separators in. A place that the number does not reach counts from the end of the text,
    /// which is a flaw of the reference: <c>#,#0,0</c> makes <c>02,,</c> of 2.
    /// </summary>
    private static string Group(string text, int point, Part picture, string separator)
    {
        if (picture.Regular > 0)
        {
            for (var place = point - picture.Regular; place > 0; place -= picture.Regular)
            {
                text = text.Insert(place, separator);
                point += separator.Length;
            }
        }
        else
        {
            foreach (var place in picture.WholeGroups)
            {
                text = Insert(text, point - place, separator);
                point += separator.Length;
            }
        }

        point = text.IndexOf(Point, StringComparison.Ordinal);
        foreach (var place in picture.FractionGroups)
            text = Insert(text, point + place + 1, separator);
        return text;
    }

    private static string Insert(string text, int place, string separator)
        => text.Insert(place < 0 ? Math.Max(0, text.Length + place) : Math.Min(place, text.Length), separator);

    private static JsonataException Fault(string code, string message) => new(code, -1, message);

    private sealed class Symbols
    {
        private readonly ObjectValue? _options;
        private readonly string _zero;

        public Symbols(ObjectValue? options)
        {
            _options = options;
            Decimal = Option("decimal-separator", ".");
            Grouping = Option("grouping-separator", ",");
            Exponent = Option("exponent-separator", "e");
            Minus = Option("minus-sign", "-");
            Percent = Option("percent", "%");
            PerMille = Option("per-mille", "\u2030");
            _zero = Option("zero-digit", "0");
            Optional = Option("digit", "#");
            Pattern = Option("pattern-separator", ";");
        }

        public string Decimal { get; }

        public string Grouping { get; }

        public string Exponent { get; }

        public string Minus { get; }

        public string Percent { get; }

        public string PerMille { get; }

        public string Optional { get; }

        public string Pattern { get; }

        public bool IsDigit(char c) => _zero.Length > 0 && c >= _zero[0] && c < _zero[0] + 10;

        public char Digit(char c) => _zero.Length > 0 ? (char)(_zero[0] + (c - '0')) : c;

        public bool IsOptional(char c) => Is(c, Optional);

        public bool IsActive(char c) => IsDigit(c) || Is(c, Decimal) || Is(c, Grouping) || Is(c, Optional) || Is(c, Pattern) || Is(c, Exponent);

        public static bool Is(char c, string symbol) => symbol.Length == 1 && symbol[0] == c;

        private string Option(string name, string otherwise) => _options?.Get(name) as string ?? otherwise;
    }

    private sealed class Part
    {
        public Part(string text, Symbols symbols)
        {
            Text = text;
            var start = 0;
            while (start < text.Length && (!symbols.IsActive(text[start]) || Symbols.Is(text[start], symbols.Exponent)))
                start++;
            var end = text.Length;
            while (end > start && (!symbols.IsActive(text[end - 1]) || Symbols.Is(text[end - 1], symbols.Exponent)))
                end--;
            Prefix = text[..start];
            Suffix = text[end..];
            var active = text[start..end];
            // The reference counts from the beginning of the whole part, so that a prefix and an exponent do not go together.
            var exponentAt = text.IndexOf(symbols.Exponent, start, StringComparison.Ordinal);
            if (exponentAt > end)
                exponentAt = -1;
            var mantissa = exponentAt < 0 || exponentAt > active.Length ? active : active[..exponentAt];
            var exponent = exponentAt < 0 ? null : active[Math.Min(active.Length, exponentAt + 1)..];
            var point = mantissa.IndexOf(symbols.Decimal, StringComparison.Ordinal);
            var whole = point < 0 ? mantissa : mantissa[..point];
            var fraction = point < 0 ? "" : mantissa[(point + symbols.Decimal.Length)..];
            Check(text, active, whole, fraction, point, mantissa, exponent, symbols);

            HasPoint = text.Contains(symbols.Decimal, StringComparison.Ordinal);
            WholeGroups = Places(whole, symbols, toLeft: false);
            FractionGroups = [.. Places(fraction, symbols, toLeft: true).Take(1)];
            Regular = Step(WholeGroups);
            LeastWhole = whole.Count(symbols.IsDigit);
            ScalingFactor = LeastWhole;
            LeastFraction = fraction.Count(symbols.IsDigit);
            MostFraction = fraction.Count(c => symbols.IsDigit(c) || symbols.IsOptional(c));
            if (LeastWhole == 0 && MostFraction == 0)
            {
                if (exponent is null)
                    LeastWhole = 1;
                else
                    LeastFraction = MostFraction = 1;
            }

            if (exponent is not null && LeastWhole == 0 && whole.Contains(symbols.Optional, StringComparison.Ordinal))
                LeastWhole = 1;
            if (LeastWhole == 0 && LeastFraction == 0)
                LeastFraction = 1;
            ExponentDigits = exponent?.Count(symbols.IsDigit) ?? 0;
        }

        public string Text { get; }

        public string Prefix { get; }

        public string Suffix { get; }

        public bool HasPoint { get; }

        public List<int> WholeGroups { get; }

        public List<int> FractionGroups { get; }

        /// <summary>Every how many digits a separator stands; 0 when they stand in no order.</summary>
        public int Regular { get; }

        public int LeastWhole { get; }

        public int ScalingFactor { get; }

        public int LeastFraction { get; }

        public int MostFraction { get; }

        public int ExponentDigits { get; }

        private static void Check(string text, string active, string whole, string fraction, int point, string mantissa, string? exponent, Symbols symbols)
        {
            if (Times(text, symbols.Decimal) > 1)
                throw Fault("D3081", "A picture has one decimal separator at most");
            var percents = Times(text, symbols.Percent);
            var perMilles = Times(text, symbols.PerMille);
            if (percents > 1)
                throw Fault("D3082", "A picture has one percent sign at most");
            if (perMilles > 1)
                throw Fault("D3083", "A picture has one per-mille sign at most");
            if (percents > 0 && perMilles > 0)
                throw Fault("D3084", "A picture has a percent sign or a per-mille sign");
            if (!mantissa.Any(c => symbols.IsDigit(c) || symbols.IsOptional(c)))
                throw Fault("D3085", "A picture needs a digit");
            if (!active.All(symbols.IsActive))
                throw Fault("D3086", "A picture cannot have other characters between its digits");
            if (point >= 0 && (Touches(text, symbols.Decimal, symbols.Grouping, -1) || Touches(text, symbols.Decimal, symbols.Grouping, 1)))
                throw Fault("D3087", "A grouping separator cannot stand beside the decimal separator");
            if (point < 0 && whole.EndsWith(symbols.Grouping, StringComparison.Ordinal))
                throw Fault("D3088", "A grouping separator cannot stand at the end");
            if (text.Contains(symbols.Grouping + symbols.Grouping, StringComparison.Ordinal))
                throw Fault("D3089", "Two grouping separators cannot stand side by side");
            var optional = whole.IndexOf(symbols.Optional, StringComparison.Ordinal);
            if (optional >= 0 && whole[..optional].Any(symbols.IsDigit))
                throw Fault("D3090", "An optional digit cannot follow a digit before the decimal separator");
            optional = fraction.LastIndexOf(symbols.Optional, StringComparison.Ordinal);
            if (optional >= 0 && fraction[optional..].Any(symbols.IsDigit))
                throw Fault("D3091", "A digit cannot follow an optional digit behind the decimal separator");
            if (exponent is { Length: > 0 } && (percents > 0 || perMilles > 0))
                throw Fault("D3092", "A picture with an exponent has no percent or per-mille sign");
            if (exponent is not null && (exponent.Length == 0 || !exponent.All(symbols.IsDigit)))
                throw Fault("D3093", "An exponent consists of digits");
        }

        private static bool Touches(string text, string symbol, string other, int side)
        {
            var at = text.IndexOf(symbol, StringComparison.Ordinal) + side;
            return at >= 0 && at < text.Length && Symbols.Is(text[at], other);
        }

        private static int Times(string text, string symbol) => symbol.Length == 0 ? 0 : text.Split(symbol).Length - 1;

        /// <summary>How many digits stand on the side of the decimal separator of each grouping separator.</summary>
        private static List<int> Places(string part, Symbols symbols, bool toLeft)
        {
            var places = new List<int>();
            for (var i = part.IndexOf(symbols.Grouping, StringComparison.Ordinal); i >= 0; i = part.IndexOf(symbols.Grouping, i + 1, StringComparison.Ordinal))
                places.Add((toLeft ? part[..i] : part[i..]).Count(c => symbols.IsDigit(c) || symbols.IsOptional(c)));
            return places;
        }
    }

    /// <summary>The distance of separators that stand at all multiples of one number; 0 for others.</summary>
    public static int Step(IReadOnlyCollection<int> places)
    {
        if (places.Count == 0)
            return 0;
        var step = places.Aggregate((a, b) =>
        {
            while (b != 0)
                (a, b) = (b, a % b);
            return a;
        });
        return step > 0 && Enumerable.Range(1, places.Count).All(i => places.Contains(i * step)) ? step : 0;
    }
}
