using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FsCheck;
using FsCheck.Fluent;

namespace Serverless.Analyzers.Tests.Json;

/// <summary>JSON for a type: mostly what it can hold, now and then what it cannot, what only some settings allow, and what is no JSON at all.</summary>
internal sealed class JsonTexts(JsonSerializerOptions options, bool isClean)
{
    /// <summary>Stands for a byte that is in no UTF-8 text.</summary>
    private const char BrokenByte = '\uE0FF';

    private static readonly byte[] BrokenByteUtf8 = Encoding.UTF8.GetBytes(BrokenByte.ToString());

    private static readonly string[] Strings =
    [
        "", "a", "text", "ü", "日本", "😀", "<&'+>", "\\u00e9", "\\ud83d\\ude00", "\\\"", "\\\\", "\\/", "\\n\\t\\b", "\\u0000", "\\u2028", "$type", "null", "a\\u0062c",
        "\\ud800", "\\udc00x", "\\ud800\\u0041", "\\x", "\\u12", $"{BrokenByte}", "\t", new string('x', 300), "1", "true", "\\u0061",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "7", "100", "127", "128", "255", "256", "-128", "-129", "32767", "32768", "65535", "65536", "2147483647", "2147483648", "-2147483648", "4294967295", "4294967296",
        "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "79228162514264337593543950335", "79228162514264337593543950336", "1.0", "1.5", "-0.0", "0.1", "1e2", "1E-7", "1e400", "-1e400",
        "3.4028235e38", "3.4028236e39", "1.7976931348623157e308", "5e-324", "0.1000000000000000055511151231257827", "1234567890123456789012345678901234567890", "01", "1.", ".5", "+1", "1e", "--1", "NaN", "Infinity", "\"1\"", "\"NaN\"", "\"0x1\"", "1.00",
    ];

    private static readonly string[] Dates =
    [
        "2026-01-31", "2026-01-31T12:30:00", "2026-01-31T12:30:00Z", "2026-01-31T12:30:00.1234567+02:00", "9999-12-31T23:59:59.9999999Z", "2026-01-31T12:30:00.12345678Z", "2026-01-31T12:30", "2026-01-31T12:30Z", "2026-02-30", "2026-13-01", "0001-01-01", "0001-01-01T00:00:00", "9999-12-31T23:59:59.9999999",
        "2026-01-31T24:00:00", "2026-1-31", "20260131", "2026-01-31 12:30:00", "2026-01-31T12:30:00-14:00", "2026-01-31T12:30:00+15:00", "\\u0032026-01-31", "2026-01-31T12:30:00.1", " 2026-01-31", "-026-01-01",
    ];

    private static readonly string[] Times =
    [
        "12:34:56", "00:00:00", "23:59:59.9999999", "24:00:00", "12:34", "1.02:03:04", "-00:00:01", "-1.02:03:04.0000001", "12:34:56.1", "12:34:56.12345678", "10675199.02:48:05.4775807", "10675199.02:48:05.4775808", "-10675199.02:48:05.4775808", "1", "1:2:3", "12:60:00", " 12:34:56", "12:34:56 ", "\\u0031" + "2:34:56", "1234:00:00", "0012:34:56", "012:34:56",
    ];

    private static readonly string[] Guids =
        ["0f8fad5b-d9cb-469f-a165-70867728950e", "0F8FAD5B-D9CB-469F-A165-70867728950E", "0f8fad5bd9cb469fa16570867728950e", "{0f8fad5b-d9cb-469f-a165-70867728950e}", "00000000-0000-0000-0000-000000000000", "0f8fad5b-d9cb-469f-a165-7086772895", "\\u0030f8fad5b-d9cb-469f-a165-70867728950e"];

    private static readonly string[] Base64 = ["", "AQID", "AQI=", "AQ==", "AQ", "A", "____", "+/+/", "AQ ID", "\\u0041QID", "AQID\\n"];

    private static readonly string[] Names = ["Small", "Large", "Huge", "Red", "Green", "Blue", "Left", "Right", "None", "red", "GREEN", "Left, Right", "1", "First", "Purple", "\\u0052ed", "Most", "A", ""];

    private static readonly string[] Pieces =
    [
        ",", ":", "{", "}", "[", "]", "\"", "\\", "null", "true", "/*c*/", "//c\n", "\uFEFF", "\u00a0", "\u0001", $"{BrokenByte}", "1e999", "-", "\"a\":1,", "\"\\ud800\"", "0", " ", "\n", "[[[[[[[[", "{\"a\":", "'", "\"\\u0000\"",
    ];

    /// <summary>UTF-8 of JSON for a type: half of them without a fault.</summary>
    public static Gen<byte[]> For(Type type, JsonSerializerOptions options) =>
        from isClean in Gen.Elements(true, false)
        from json in isClean ? Clean(type, options) : new JsonTexts(options, isClean: false).Document(type)
        select json;

    /// <summary>What the serialiser reads.</summary>
    public static Gen<byte[]> Clean(Type type, JsonSerializerOptions options) => new JsonTexts(options, isClean: true).Document(type);

    /// <summary>The same after one to three changes that need not leave it JSON.</summary>
    public static Gen<byte[]> Mutated(Gen<byte[]> original) =>
        from bytes in original
        from changes in Gen.Choose(1, 3)
        from edits in Gen.ArrayOf(Edit, changes)
        select edits.Aggregate(bytes, static (current, edit) => edit(current));

    /// <summary>Shorter texts, for the smallest that fails.</summary>
    public static IEnumerable<byte[]> Shrink(byte[] json)
    {
        for (var length = json.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= json.Length; start += length)
                yield return [.. json[..start], .. json[(start + length)..]];
        }
    }

    private static Gen<Func<byte[], byte[]>> Edit =>
        from kind in Gen.Choose(0, 3)
        from place in Gen.Choose(0, 10_000)
        from length in Gen.Choose(1, 6)
        from piece in Gen.Elements(Pieces)
        select new Func<byte[], byte[]>(json =>
        {
            var at = json.Length == 0 ? 0 : place % json.Length;
            var end = Math.Min(json.Length, at + length);
            return kind switch
            {
                0 => [.. json[..at], .. json[end..]],
                1 => [.. json[..at], .. Bytes(piece), .. json[at..]],
                2 => [.. json[..at], .. Bytes(piece), .. json[end..]],
                _ => [.. json[..end], .. json[at..]],
            };
        });

    private Gen<byte[]> Document(Type type) =>
        from text in Value(type, 0)
        from ending in Often("", "\n", " ", "", "//c", "}", " 1", "\0")
        select Bytes(text + ending);

    private Gen<string> Value(Type type, int depth)
    {
        var canBeNull = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = options.GetTypeInfo(type);
        var fitting = info.Kind switch
        {
            JsonTypeInfoKind.Object => Object(info, depth),
            JsonTypeInfoKind.Enumerable => Items(info.ElementType!, depth),
            JsonTypeInfoKind.Dictionary => Values(info.ElementType!, depth),
            _ => Scalar(type),
        };
        if (isClean)
            return canBeNull ? Gen.Frequency((12, fitting), (1, Gen.Constant("null"))) : fitting;
        return Gen.Frequency((60, fitting), (2, Gen.Constant("null")), (1, Gen.Elements("1", "\"x\"", "true", "false", "[]", "{}", "[1]", "{\"a\":{\"a\":[]}}", "\"\"", "")));
    }

    private Gen<string> Scalar(Type type)
    {
        if (type == typeof(bool))
            return Some(["true", "false"], "\"true\"", "True", "1");
        if (type == typeof(string))
            return Quoted(18, Strings);
        if (type == typeof(char))
            return Quoted(5, "a", "ü", "<", "\\u0061", "\\u0000", "\\ud800", "", "ab", "😀", "\\n");
        if (type == typeof(Guid))
            return Quoted(2, Guids);
        if (type == typeof(DateOnly))
            return Quoted(1, Dates);
        if (type == typeof(DateTime) || type == typeof(DateTimeOffset))
            return Quoted(5, Dates);
        if (type == typeof(TimeOnly) || type == typeof(TimeSpan))
            return Quoted(3, Times);
        if (type == typeof(byte[]))
            return Quoted(4, Base64);
        if (type.IsEnum)
            return IsText(type) ? Gen.OneOf(Quoted(Enum.GetNames(type).Length, [.. Enum.GetNames(type), .. Names]), Some(["0", "1"], "2", "-7", "256")) : Some(["1", "2", "3", "0"], [.. Numbers, "\"Small\"", "\"1\"", "200"]);
        return Some(["0", "1", "7", "100"], Numbers);
    }

    private bool IsText(Type type) => JsonSerializer.Serialize(Enum.GetValues(type).GetValue(0), options.GetTypeInfo(type)).StartsWith('"');

    private Gen<string> Some(string[] fitting, params string[] others) => isClean ? Gen.Elements(fitting) : Gen.Frequency((6, Gen.Elements(fitting)), (1, Gen.Elements(others)));

    /// <summary>The first ones fit.</summary>
    private Gen<string> Quoted(int fitting, params string[] texts) => Some(texts[..fitting], texts).Select(static t => "\"" + t + "\"");

    private Gen<string> Object(JsonTypeInfo info, int depth)
    {
        var members = info.Properties.Where(static p => p.Get is not null || p.Set is not null).Select(p => Member(p, depth)).ToArray();
        return from given in Gen.CollectToArray(members)
               from extra in Often("", "\"other\":1", "\"other\":{\"a\":[1,{}]}", "\"$type\":\"x\"", "\"\\u006fther\":1", "\"öther\":[]", "\"\":0", "\"$id\":\"1\",\"x\":[]", $"\"o{BrokenByte}\":1", "\"\\ud800\":1")
               from place in Gen.Choose(0, 100)
               from order in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 1000)))
               from space in Often(",", ", ", " ,\n", ",/*c*/", ",,")
               from last in Often("", "", " ", ",", "/*c*/")
               let all = Shuffled(given.Where(static m => m.Length > 0).ToList(), order)
               let with = extra.Length == 0 ? all : [.. all.Take(place % (all.Count + 1)), extra, .. all.Skip(place % (all.Count + 1))]
               select "{" + string.Join(space, with) + last + "}";
    }

    private Gen<string> Member(JsonPropertyInfo member, int depth) =>
        from chance in Gen.Choose(0, 99)
        from text in depth > 3 ? End(member.PropertyType, depth) : Value(member.PropertyType, depth + 1)
        from name in Spelt(member.Name)
        select chance < 10 && !(isClean && member.IsRequired) ? "" : chance < 12 && !isClean ? $"{name}:{text},{name}:{text}" : $"{name}:{text}";

    /// <summary>A type in itself ends after a few levels, now and then only where every setting refuses.</summary>
    private Gen<string> End(Type type, int depth) =>
        type.IsValueType ? Value(type, depth + 1) : Often("null", string.Concat(Enumerable.Repeat("{\"next\":", 70)) + "null" + new string('}', 70), string.Concat(Enumerable.Repeat("{\"Next\":", 40)) + "null" + new string('}', 40));

    private Gen<string> Spelt(string name)
    {
        var exact = JsonEncodedText.Encode(name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        return Often(
            $"\"{exact}\"",
            $"\"{exact.ToUpperInvariant()}\"",
            $"\"{exact.ToLowerInvariant()}\"",
            name.Length == 0 ? "\"\"" : $"\"\\u{(int)name[0]:x4}{JsonEncodedText.Encode(name[1..])}\"",
            $"\"{exact}\" ");
    }

    private Gen<string> Items(Type item, int depth) =>
        from items in Several(item, depth)
        from last in Often("", "", " ", ",")
        select "[" + string.Join(",", items) + last + "]";

    private Gen<string> Values(Type item, int depth) =>
        from items in Several(item, depth)
        from keys in Gen.ArrayOf(Quoted(7, "a", "b", "", "ü", "a b", "\\u0061", "$type", "\\ud800", "$id", $"{BrokenByte}"), items.Length)
        select "{" + string.Join(",", items.Zip(keys, static (i, k) => k + ":" + i)) + "}";

    private Gen<string[]> Several(Type item, int depth) =>
        from count in depth > 4 ? Gen.Constant(0) : Gen.Choose(0, 3)
        from items in Gen.ArrayOf(Gen.Sized(_ => Value(item, depth + 1)), count)
        select items;

    private Gen<string> Often(string usual, params string[] others) => isClean ? Gen.Constant(usual) : Gen.Frequency((25, Gen.Constant(usual)), (1, Gen.Elements(others)));

    private static List<string> Shuffled(List<string> items, int order)
    {
        if (order == 0)
            return items;
        var random = items.ToArray();
        new Random(order).Shuffle(random);
        return [.. random];
    }

    private static byte[] Bytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var i = bytes.Count - 3; i >= 0; i--)
        {
            if (bytes[i] == BrokenByteUtf8[0] && bytes[i + 1] == BrokenByteUtf8[1] && bytes[i + 2] == BrokenByteUtf8[2])
            {
                bytes[i] = 0xFF;
                bytes.RemoveRange(i + 1, 2);
            }
        }

        return [.. bytes];
    }
}
