using System.Globalization;
using System.Text;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata.Functions;

/// <summary>Functions on strings. Lengths and places count characters of Unicode, as JSONata does.</summary>
internal static class StringFunctions
{
    /// <summary>What a loop that makes text may make; more is a mistake.</summary>
    private const int LongestPadding = 100_000_000;

    /// <summary>The text of any value; a null reference for nothing.</summary>
    public static string? Text(object? value, bool indented = false)
    {
        switch (value)
        {
            case null:
                return null;
            case string s:
                return s;
            case FunctionValue:
                return "";
            case double d:
                return double.IsFinite(d)
                    ? ScriptNumber.FormatRounded(d)
                    : throw new JsonataException("D3001", -1, "A number that is infinite has no text");
            case ListValue { IsOuterWrapper: true, Count: > 0 } wrapper:
                return ScriptJson.Write(wrapper[0], indented);
            default:
                return ScriptJson.Write(value, indented);
        }
    }

    public static object? String(Call call) => Text(call[0], call[1] is true);

    public static object? Length(Call call) => call.Text(0) is { } text ? Boxes.Of((double)LengthOf(text)) : null;

    public static object? Substring(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        var runes = Split(text);
        var start = call.Number(1) ?? 0;
        if (runes.Count + start < 0)
            start = 0;
        if (call.Number(2) is not { } length)
            return Slice(runes, start, runes.Count);
        if (length <= 0)
            return "";
        return Slice(runes, start, start >= 0 ? start + length : runes.Count + start + length);
    }

    private static string Slice(List<string> runes, double start, double end)
    {
        var from = Place(start);
        var to = Place(end);
        return from >= to ? "" : string.Concat(runes.GetRange(from, to - from));

        int Place(double place)
        {
            place = Math.Truncate(place);
            return (int)Math.Clamp(place < 0 ? place + runes.Count : place, 0, runes.Count);
        }
    }

    public static object? SubstringBefore(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        var place = text.IndexOf(call.Text(1) ?? "undefined", StringComparison.Ordinal);
        return place < 0 ? text : text[..place];
    }

    public static object? SubstringAfter(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        var chars = call.Text(1) ?? "undefined";
        var place = text.IndexOf(chars, StringComparison.Ordinal);
        return place < 0 ? text : text[(place + chars.Length)..];
    }

    public static object? Lowercase(Call call) => call.Text(0)?.ToLowerInvariant();

    public static object? Uppercase(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        text = text.ToUpperInvariant();
        // The one letter of common languages whose capital is two letters.
        return text.Contains('ß', StringComparison.Ordinal) ? text.Replace("ß", "SS", StringComparison.Ordinal) : text;
    }

    public static object? Trim(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        return string.Join(' ', text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }

    public static object? Pad(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        var width = call.Number(1) ?? 0;
        var filler = call.Text(2) is { Length: > 0 } given ? given : " ";
        var missing = Math.Abs(width) - LengthOf(text);
        if (missing <= 0)
            return text;
        if (missing != Math.Floor(missing) || missing * filler.Length > LongestPadding)
            throw new JsonataException("D3010", -1, "The width must be an integer that is not too large");
        call.Evaluator.Work((long)missing / 16);
        var fillers = Split(filler);
        var padding = new StringBuilder();
        for (var i = 0; i < missing; i++)
            padding.Append(fillers[i % fillers.Count]);
        return width > 0 ? text + padding : padding + text;
    }

    public static object? Match(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        var limit = call.Number(2);
        if (limit < 0)
            throw new JsonataException("D3040", -1, "The limit of $match must not be negative");
        var result = ListValue.Sequence();
        if (limit == 0)
            return result;
        foreach (var match in Matches(call, text, call.Function(1), limit))
        {
            var item = new ObjectValue();
            item.Set("match", match.Text);
            item.Set("index", Boxes.Of((double)match.Start));
            item.Set("groups", new ListValue([.. match.Groups]));
            result.Add(item);
        }

        return result;
    }

    public static object? Contains(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        return Boxes.Of(call[1] is string part ? text.Contains(part, StringComparison.Ordinal) : Matches(call, text, call.Function(1), 1, first: true).Any());
    }

    public static object? Split(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        var limit = call.Number(2);
        if (limit < 0)
            throw new JsonataException("D3020", -1, "The limit of $split must not be negative");
        var result = new ListValue();
        if (limit is >= 0 and <= 0)
            return result;
        if (call[1] is string separator)
        {
            var parts = separator.Length == 0 ? text.Select(c => c.ToString()) : text.Split(separator);
            foreach (var part in limit is null ? parts : parts.Take((int)Math.Min(limit.Value, int.MaxValue)))
                result.Add(part);
            return result;
        }

        var start = 0;
        foreach (var match in Matches(call, text, call.Function(1), limit))
        {
            result.Add(text[start..Math.Max(start, match.Start)]);
            start = match.End;
        }

        if (limit is null || result.Count < limit)
            result.Add(text[start..]);
        return result;
    }

    public static object? Join(Call call)
        => call.List(0) is { } list ? string.Join(call.Text(1) ?? "", list.Items) : null;

    public static object? Replace(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        if (call[1] is "")
            throw new JsonataException("D3010", -1, "The second argument of $replace must not be empty");
        var limit = call.Number(3);
        if (limit < 0)
            throw new JsonataException("D3011", -1, "The limit of $replace must not be negative");
        if (limit is >= 0 and <= 0)
            return text;
        var result = new StringBuilder();
        var position = 0;
        if (call[1] is string part)
        {
            var count = 0;
            var replacement = Text(call[2]) ?? "undefined";
            int place;
            while ((limit is null || count < limit) && (place = text.IndexOf(part, position, StringComparison.Ordinal)) >= 0)
            {
                result.Append(text, position, place - position).Append(replacement);
                position = place + part.Length;
                count++;
            }

            return result.Append(text, position, text.Length - position).ToString();
        }

        foreach (var match in Matches(call, text, call.Function(1), limit))
        {
            result.Append(text, position, Math.Max(0, match.Start - position));
            if (call[2] is string template)
                Fill(template, match, result);
            else
                result.Append(call.Evaluator.Apply(call[2], [Describe(match)], null) as string ?? throw new JsonataException("D3012", -1, "The function given to $replace must return a string"));
            position = match.Start + match.Text.Length;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    private static ObjectValue Describe(RegexMatch match)
    {
        var result = new ObjectValue();
        result.Set("match", match.Text);
        result.Set("start", Boxes.Of((double)match.Start));
        result.Set("end", Boxes.Of((double)match.End));
        result.Set("groups", new ListValue([.. match.Groups]));
        return result;
    }

    /// <summary><c>$0</c> is the match, <c>$n</c> a group, <c>$$</c> a dollar sign.</summary>
    private static void Fill(string template, RegexMatch match, StringBuilder result)
    {
        var groups = match.Groups.Count;
        var most = groups == 0 ? 1 : groups.ToString(CultureInfo.InvariantCulture).Length;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '$')
            {
                result.Append(template[i]);
                continue;
            }

            var next = i + 1 < template.Length ? template[i + 1] : '\0';
            if (next == '$')
            {
                result.Append('$');
                i++;
                continue;
            }

            if (next == '0')
            {
                result.Append(match.Text);
                i++;
                continue;
            }

            var digits = 0;
            while (digits < most && i + 1 + digits < template.Length && char.IsAsciiDigit(template[i + 1 + digits]))
                digits++;
            if (digits > 1 && int.Parse(template.AsSpan(i + 1, digits), CultureInfo.InvariantCulture) > groups)
                digits--;
            if (digits == 0)
            {
                result.Append('$');
                continue;
            }

            var index = int.Parse(template.AsSpan(i + 1, digits), CultureInfo.InvariantCulture);
            if (index <= groups)
                result.Append(match.Groups[index - 1] as string);
            i += digits;
        }
    }

    /// <summary>The matches of a regular expression, or of a function that behaves like one.</summary>
    private static IEnumerable<RegexMatch> Matches(Call call, string text, FunctionValue? matcher, double? limit, bool first = false)
    {
        var count = 0;
        if (matcher is RegexFunction regex)
        {
            for (var match = regex.Match(text, 0); match is not null && (limit is null || count < limit); match = regex.Next(text, match))
            {
                call.Evaluator.Work(1);
                count++;
                yield return match;
                if (first)
                    yield break;
            }

            yield break;
        }

        for (var found = Custom(call.Evaluator.Apply(matcher, [text], null)); found is not null && (limit is null || count < limit);)
        {
            count++;
            yield return found.Value.Match;
            if (first)
                yield break;
            found = Custom(call.Evaluator.Apply(found.Value.Next, [], null));
        }
    }

    private static (RegexMatch Match, FunctionValue Next)? Custom(object? value)
    {
        if (value is null)
            return null;
        if (value is ObjectValue o && o.Get("start") is double start && o.Get("end") is double end && o.Get("groups") is ListValue groups && o.Get("next") is FunctionValue next)
            return (new RegexMatch(o.Get("match") as string ?? "", (int)start, (int)end, groups.Items), next);
        throw new JsonataException("T1010", -1, "The matcher function must return an object with match, start, end, groups and next");
    }

    private static int LengthOf(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++, count++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
        }

        return count;
    }

    private static List<string> Split(string text)
    {
        var result = new List<string>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            result.Add(text.Substring(i, length));
            i += length - 1;
        }

        return result;
    }

    public static object? Base64Encode(Call call)
        => call.Text(0) is { } text ? Convert.ToBase64String([.. text.Select(c => (byte)c)]) : null;

    public static object? Base64Decode(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        // Lenient as the reference: what is no letter of Base64 is passed over, padding may be missing.
        var letters = new StringBuilder(text.Length + 3);
        foreach (var c in text)
        {
            if (c == '=')
                break;
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/')
                letters.Append(c);
            else if (c is '-' or '_')
                letters.Append(c == '-' ? '+' : '/');
        }

        if (letters.Length % 4 == 1)
            letters.Length--;
        while (letters.Length % 4 != 0)
            letters.Append('=');
        return string.Concat(Convert.FromBase64String(letters.ToString()).Select(b => (char)b));
    }

    public static object? EncodeUrlComponent(Call call) => Encode(call, "encodeUrlComponent", "-_.!~*'()");

    public static object? EncodeUrl(Call call) => Encode(call, "encodeUrl", "-_.!~*'();/?:@&=+$,#");

    public static object? DecodeUrlComponent(Call call) => Decode(call, "decodeUrlComponent", "");

    public static object? DecodeUrl(Call call) => Decode(call, "decodeUrl", ";/?:@&=+$,#");

    private static string? Encode(Call call, string name, string kept)
    {
        if (call.Text(0) is not { } text)
            return null;
        var result = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || kept.Contains(c, StringComparison.Ordinal))
            {
                result.Append(c);
                continue;
            }

            if (!Rune.TryGetRuneAt(text, i, out var rune))
                throw new JsonataException("D3140", -1, $"The text given to ${name} is not well formed");
            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
                result.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            i += rune.Utf16SequenceLength - 1;
        }

        return result.ToString();
    }

    private static string? Decode(Call call, string name, string kept)
    {
        if (call.Text(0) is not { } text)
            return null;
        var result = new StringBuilder(text.Length);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result.Append(text[i]);
                continue;
            }

            var start = i;
            var first = Byte(i);
            var count = first < 0x80 ? 1 : first < 0xC0 ? throw Malformed() : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : throw Malformed();
            var bytes = new byte[count];
            for (var b = 0; b < count; b++)
                bytes[b] = Byte(start + (b * 3));
            i = start + (count * 3) - 1;
            string decoded;
            try
            {
                decoded = strict.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                throw Malformed();
            }

            if (decoded.Length == 1 && kept.Contains(decoded[0], StringComparison.Ordinal))
                result.Append(text, start, 3);
            else
                result.Append(decoded);
        }

        return result.ToString();

        byte Byte(int at)
            => at + 2 < text.Length && text[at] == '%' && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw Malformed();

        JsonataException Malformed() => new("D3140", -1, $"The text given to ${name} is not well formed");
    }
}
