using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Serverless.StepFunctions.Local.Jsonata.Pictures;

/// <summary>Pictures of dates and times, which are those of XPath's <c>format-dateTime</c> as far as JSONata has them.</summary>
internal sealed class DatePicture
{
    public const string Default = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]";

    private const string Integers = "YMDdFWwXxHhmsf";

    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private readonly List<DatePart> _parts = [];

    private DatePicture(string picture)
    {
        var literal = new StringBuilder();
        for (var i = 0; i < picture.Length; i++)
        {
            if (picture[i] == '[' && i + 1 < picture.Length && picture[i + 1] == '[')
            {
                literal.Append('[');
                i++;
                continue;
            }

            if (picture[i] != '[')
            {
                literal.Append(picture[i]);
                if (picture[i] == ']' && i + 1 < picture.Length && picture[i + 1] == ']')
                    i++;
                continue;
            }

            AddLiteral(literal);
            var end = picture.IndexOf(']', i);
            if (end < 0)
                throw new JsonataException("D3135", -1, "A marker of the picture has no closing bracket");
            AddMarker(string.Concat(picture[(i + 1)..end].Where(c => !char.IsWhiteSpace(c))));
            i = end;
        }

        AddLiteral(literal);
    }

    public static DatePicture Parse(string picture) => new(picture);

    private void AddLiteral(StringBuilder literal)
    {
        if (literal.Length > 0)
            _parts.Add(new DatePart { Literal = literal.ToString() });
        literal.Clear();
    }

    private void AddMarker(string marker)
    {
        var component = marker.Length == 0 ? '\0' : marker[0];
        var comma = marker.LastIndexOf(',');
        int? least = null;
        int? most = null;
        var presentation = marker.Length == 0 ? "" : marker[1..];
        if (comma >= 0)
        {
            var widths = marker[(comma + 1)..].Split('-', 2);
            least = Width(widths[0]);
            most = widths.Length > 1 ? Width(widths[1]) : null;
            presentation = comma == 0 ? "" : marker[1..comma];
        }

        var modifier = '\0';
        if (presentation.Length > 1 && "atco".Contains(presentation[^1], StringComparison.Ordinal))
        {
            modifier = presentation[^1];
            presentation = presentation[..^1];
        }

        if (presentation.Length == 0)
        {
            presentation = component switch
            {
                'Y' or 'M' or 'D' or 'd' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'f' => "1",
                'F' or 'P' or 'C' or 'E' => "n",
                'm' or 's' => "01",
                'Z' or 'z' => "01:01",
                _ => throw new JsonataException("D3132", -1, $"The picture has a component that does not exist: '{component}'"),
            };
        }

        IntegerPicture? integer = null;
        var yearDigits = -1;
        if (presentation[0] is not ('n' or 'N') && Integers.Contains(component, StringComparison.Ordinal))
        {
            integer = IntegerPicture.Parse(modifier == '\0' ? presentation : $"{presentation};{modifier}");
            if (least > integer.LeastDigits)
                integer.LeastDigits = least.Value;
            if (component == 'Y')
            {
                if (most is not null)
                {
                    yearDigits = most.Value;
                    integer.LeastDigits = yearDigits;
                }
                else if (integer.LeastDigits + integer.OptionalDigits >= 2)
                {
                    yearDigits = integer.LeastDigits + integer.OptionalDigits;
                }
            }

            // Without anything between them, only the width tells where the number before ends.
            if (_parts.Count > 0 && _parts[^1].Integer is { } previous)
                previous.ReadWidth = previous.LeastDigits;
        }
        else if (component is 'Z' or 'z')
        {
            integer = IntegerPicture.Parse(presentation);
        }

        _parts.Add(new DatePart { Component = component, Presentation = presentation, Modifier = modifier, Least = least, Most = most, Integer = integer, YearDigits = yearDigits });
    }

    private static int? Width(string text) => text is "" or "*" ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : null;

    /// <param name="millis">Since 1970.</param>
    /// <param name="timezone"><c>±hhmm</c>; null for UTC.</param>
    public string Format(double millis, string? timezone)
    {
        double hours = 0;
        double minutes = 0;
        if (timezone is not null)
        {
            var offset = IntegerPicture.ReadPrefix(timezone);
            hours = Math.Floor(offset / 100);
            minutes = offset % 100;
        }

        if (DateParts.TryOf(millis + (((60 * hours) + minutes) * 60_000)) is not { } date)
            throw new JsonataException("D3137", -1, "The time is out of range");
        var text = new StringBuilder();
        foreach (var part in _parts)
            text.Append(part.Literal ?? Format(part, date, hours, minutes));
        return text.ToString();
    }

    private static string Format(DatePart part, DateParts date, double hours, double minutes)
    {
        if (part.Component is 'Z' or 'z')
            return FormatZone(part, hours, minutes);
        if (part.Component is 'C' or 'E')
            return "ISO";
        if (part.Component == 'P')
            return Cased(part, date.Hour >= 12 ? "pm" : "am");
        var value = date.Get(part.Component);
        if (part.Integer is null)
        {
            var name = part.Component switch
            {
                'M' or 'x' => Months[value - 1],
                'F' => Days[value - 1],
                _ => throw new JsonataException("D3133", -1, "Only months and days have names"),
            };
            name = Cased(part, name);
            return part.Most is { } most && name.Length > most ? name[..most] : name;
        }

        if (part.Component == 'Y' && part.YearDigits >= 0)
            value = (int)(value % Math.Pow(10, part.YearDigits));
        return part.Integer.Format(value);
    }

    private static string Cased(DatePart part, string name)
    {
        if (part.Presentation[0] == 'n')
            return name.ToLowerInvariant();
        return part.Presentation.Length > 1 && part.Presentation[1] == 'n' ? name : name.ToUpperInvariant();
    }

    private static string FormatZone(DatePart part, double hours, double minutes)
    {
        var offset = (hours * 100) + minutes;
        var picture = part.Integer!;
        string text;
        if (picture.Regular > 0)
        {
            text = picture.Format(offset);
        }
        else
        {
            text = picture.LeastDigits switch
            {
                1 or 2 => picture.Format(hours) + (minutes != 0 ? ":" + IntegerPicture.Parse("00").Format(minutes) : ""),
                3 or 4 => picture.Format(offset),
                _ => throw new JsonataException("D3134", -1, "A time zone has four digits at most"),
            };
        }

        if (offset >= 0)
            text = "+" + text;
        if (part.Component == 'z')
            text = "GMT" + text;
        return offset == 0 && part.Modifier == 't' ? "Z" : text;
    }

    /// <summary>Milliseconds since 1970; null for a text that does not fit.</summary>
    public double? Read(string text, DateTimeOffset now)
    {
        var pattern = new StringBuilder("\\A");
        foreach (var part in _parts)
            pattern.Append('(').Append(part.Literal is null ? Pattern(part) : Regex.Escape(part.Literal)).Append(')');
        var match = Regex.Match(text, pattern.Append("\\z").ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
        if (!match.Success)
            return null;
        var found = new Dictionary<char, double>();
        for (var i = 0; i < _parts.Count; i++)
        {
            // A name in other letters than the calendar's fits and says nothing.
            if (_parts[i].Literal is null && Read(_parts[i], match.Groups[i + 1].Value) is { } value)
                found[_parts[i].Component] = value;
        }

        return found.Count == 0 ? null : Assemble(found, now);
    }

    private static string Pattern(DatePart part)
    {
        if (part.Component is 'Z' or 'z')
        {
            var separator = part.Integer!.Separator is { } s ? Regex.Escape(s) : null;
            return (part.Component == 'z' ? "GMT" : "") + "[-+][0-9]+" + (separator is null ? "" : separator + "[0-9]+");
        }

        if (part.Integer is not null)
            return part.Integer.ReadPattern();
        if (part.Component is not ('M' or 'x' or 'F' or 'P'))
            throw new JsonataException("D3133", -1, "Only months and days have names");
        return string.Join('|', Names(part).Select(Regex.Escape));
    }

    private static IEnumerable<string> Names(DatePart part)
    {
        IEnumerable<string> names = part.Component switch
        {
            'F' => Days,
            'P' => ["am", "pm"],
            _ => Months,
        };
        return part.Most is { } most && part.Component != 'P' ? names.Select(name => name[..Math.Min(most, name.Length)]) : names;
    }

    private static double? Read(DatePart part, string text)
    {
        if (part.Component is 'Z' or 'z')
        {
            if (part.Component == 'z')
                text = text[3..];
            var separator = part.Integer!.Separator is { } s ? text.IndexOf(s, StringComparison.Ordinal) : -1;
            if (separator >= 0)
                return (IntegerPicture.ReadPrefix(text[..separator]) * 60) + IntegerPicture.ReadPrefix(text[(separator + 1)..]);
            if (text.Length - 1 <= 2)
                return IntegerPicture.ReadPrefix(text) * 60;
            return (IntegerPicture.ReadPrefix(text[..3]) * 60) + IntegerPicture.ReadPrefix(text[3..]);
        }

        if (part.Integer is not null)
            return part.Integer.Read(text);
        if (part.Component == 'P')
            return text is "am" or "AM" ? 0 : text is "pm" or "PM" ? 1 : null;
        var index = Names(part).ToList().FindIndex(name => string.Equals(name, text, StringComparison.Ordinal));
        return index < 0 ? null : index + 1;
    }

    /// <summary>
    /// What comes before the first component that is given is now's, what comes behind the last is the least there is; a gap in between is a fault.
    /// </summary>
    private static double Assemble(Dictionary<char, double> found, DateTimeOffset now)
    {
        bool Only(string needed) => needed.All(found.ContainsKey);

        var byDay = !Only("YMD") && Has("d") && !Has("MD");
        var byMonthWeek = Has("x") || Has("w");
        var byWeek = !byMonthWeek && (Has("X") || Has("W"));
        var byHalfDay = !Has("H") && (Has("h") || Has("P"));
        if (byMonthWeek || byWeek)
            throw new JsonataException("D3136", -1, "The date is given by its week, which cannot be read");

        var order = (byDay ? "Yd" : "YMD") + (byHalfDay ? "Phmsf" : "Hmsf");
        var today = DateParts.TryOf(now.ToUnixTimeMilliseconds())!;
        var started = false;
        var ended = false;
        foreach (var component in order)
        {
            if (found.ContainsKey(component))
            {
                started = true;
                if (ended)
                    throw new JsonataException("D3136", -1, "The date and time have a gap");
            }
            else if (started)
            {
                found[component] = component is 'M' or 'D' or 'd' ? 1 : 0;
                ended = true;
            }
            else
            {
                found[component] = component == 'P' ? (today.Hour >= 12 ? 1 : 0) : today.Get(component);
            }
        }

        var hour = byHalfDay ? (found['h'] == 12 ? 0 : found['h']) + (found['P'] == 1 ? 12 : 0) : found['H'];
        var day = byDay
            ? DateParts.DaysOf(found['Y'], 0, 1) + found['d'] - 1
            : DateParts.DaysOf(found['Y'], found['M'] > 0 ? found['M'] - 1 : 0, found['D']);
        var millis = (day * 86_400_000) + (((((hour * 60) + found['m']) * 60) + found['s']) * 1000) + found['f'];
        var zone = found.TryGetValue('Z', out var z) || found.TryGetValue('z', out z) ? z : 0;
        return millis - (zone * 60_000);

        bool Has(string any) => any.Any(found.ContainsKey);
    }
}
