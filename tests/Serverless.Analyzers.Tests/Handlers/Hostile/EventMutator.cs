using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Serverless.Analyzers.Tests.Handlers.Hostile;

/// <summary>
/// Damages an event: the bytes of it, its values, or the body inside it before that is put back. The same number makes the same event again,
/// without the ones before it.
/// </summary>
internal sealed class EventMutator
{
    /// <summary>Values that have broken parsers before, as JSON.</summary>
    private static readonly byte[][] Values =
    [
        .. new[]
        {
            "null", "true", "false", "0", "-0", "-1", "1e400", "-1e-400", "99999999999999999999999999", "9223372036854775808", "2147483648", "1.0000000000000000000000000000000001", "0.1", "1E+2", "01", "+1", "0x10",
            "NaN", "Infinity", "[]", "{}", "[[]]", "[null]", "{\"\":null}", "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\r\\nX-Evil: 1\"", "\"\\r\\n\\r\\n\"",
            "\"../../../../etc/passwd\"", "\"..%2f..%2f\"", "\"%00\"", "\"%\"", "\"%F\"", "\"%FF%FE\"", "\"%C0%80\"", "\"%u0041\"", "\"a=b=c&&=&%26\"", "\"=\"", "\"&\"", "\"\\u0661\\u0662\"", "\"\\u202e\"", "\"\\ufeff1\"", "\"1,5\"", "\"1 \"",
            "\"NaN\"", "\"1e999\"", "\"-9223372036854775809\"", "\"Small,Large\"", "\"7\"", "\"2026-02-30\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59.9999999-12:00\"", "\"10675199.02:48:05.4775808\"", "\"http://[::1\"", "\"AA==A\"", "\"====\"",
            "\"{\\\"$type\\\":\\\"System.Object\\\"}\"", "\"<script>alert(1)</script>\"", "\"'; DROP TABLE x; --\"", "\"application/json\"", "\"application/json; charset=utf-16\"", "\"multipart/form-data; boundary=\"", "\"application/x-www-form-urlencoded\"", "\"text/plain\"",
            "\"$connect\"", "\"$default\"", "\"CONNECT\"", "\"OPTIONS\"", "\"2.0\"", "\"1.0\"",
        }.Select(Encoding.UTF8.GetBytes),
        [(byte)'"', 0xFF, 0xFE, (byte)'"'], [(byte)'"', 0xC0, 0x80, (byte)'"'], [(byte)'"', 0xED, 0xA0, 0x80, (byte)'"'], [(byte)'"', 0xF4, 0x90, 0x80, 0x80, (byte)'"'], [(byte)'"', 0, (byte)'"'], [(byte)'"', 10, (byte)'"'],
    ];

    /// <summary>Rarely sent, since each costs what hundreds of the others do.</summary>
    private static readonly byte[][] Giants =
    [
        Encoding.UTF8.GetBytes("\"" + new string('A', 100_000) + "\""),
        Encoding.UTF8.GetBytes("\"" + string.Concat(Enumerable.Repeat("\\u00e9", 20_000)) + "\""),
        Encoding.UTF8.GetBytes(new string('[', 3000)),
        Encoding.UTF8.GetBytes(new string('[', 3000) + new string(']', 3000)),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 2000)) + "1" + new string('}', 2000)),
        Encoding.UTF8.GetBytes(new string('9', 50_000)),
        Encoding.UTF8.GetBytes("\"" + string.Concat(Enumerable.Range(0, 3000).Select(static i => "k" + i + "=v&")) + "\""),
        Encoding.UTF8.GetBytes("{" + string.Join(",", Enumerable.Range(0, 3000).Select(static i => "\"k" + i + "\":\"v\"")) + "}"),
        Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat("1", 10_000)) + "]"),
        Encoding.UTF8.GetBytes("\"" + string.Join(",", Enumerable.Repeat("a", 10_000)) + "\""),
    ];

    private readonly byte[] _event;
    private readonly byte[] _inner;
    private readonly List<(int Start, int Length)> _values;
    private readonly List<(int Start, int Length)> _innerValues;
    private readonly (int Start, int Length) _body;
    private readonly List<byte> _work = [];
    private readonly List<byte> _innerWork = [];
    private ulong _random;

    public EventMutator(HostileEvent intact)
    {
        _event = intact.Utf8;
        _values = ValuesOf(_event, out _body);
        _inner = Encoding.UTF8.GetBytes(intact.Inner ?? "");
        _innerValues = _inner.Length > 0 && _inner[0] is (byte)'{' or (byte)'[' ? ValuesOf(_inner, out _) : [];
    }

    /// <summary>The event of a number.</summary>
    public byte[] Make(ulong number)
    {
        _random = (number + 1) * 0x9E3779B97F4A7C15;
        _work.Clear();
        if (_body.Length > 0 && _inner.Length > 0 && Next(2) == 0)
        {
            Load(_innerWork, _inner);
            for (var n = 1 + Next(3); n > 0; n--)
                Damage(_innerWork, _inner, _innerValues);
            _work.AddRange(_event.AsSpan(0, _body.Start));
            Embed();
            _work.AddRange(_event.AsSpan(_body.Start + _body.Length));
            if (Next(4) != 0)
                return [.. _work];
        }
        else
        {
            Load(_work, _event);
        }

        for (var n = 1 + Next(3); n > 0; n--)
            Damage(_work, _event, _values);
        return [.. _work];
    }

    /// <summary>As a string, or as base64 with the flag set (or, rarely, not).</summary>
    private void Embed()
    {
        var bytes = _innerWork.ToArray();
        if (Next(3) == 0)
        {
            var encoded = new byte[Base64.GetMaxEncodedToUtf8Length(bytes.Length)];
            Base64.EncodeToUtf8(bytes, encoded, out _, out var written);
            _work.Add((byte)'"');
            _work.AddRange(encoded.AsSpan(0, written));
            _work.AddRange(Next(10) == 0 ? "\""u8 : "\",\"isBase64Encoded\":true,\"x\":\"\""u8);
            return;
        }

        _work.Add((byte)'"');
        foreach (var b in bytes)
        {
            if (b is (byte)'"' or (byte)'\\')
                _work.Add((byte)'\\');
            if (b >= 0x20)
                _work.Add(b);
            else
                _work.AddRange(Encoding.ASCII.GetBytes($"\\u{b:x4}"));
        }

        _work.Add((byte)'"');
    }

    private void Damage(List<byte> bytes, byte[] intact, List<(int Start, int Length)> values)
    {
        if (bytes.Count == 0)
            return;
        switch (Next(20))
        {
            case 0:
                for (var n = 1 + Next(4); n > 0; n--)
                    bytes[Next(bytes.Count)] = (byte)Next(256);
                break;
            case 1:
                bytes[Next(bytes.Count)] ^= (byte)(1 << Next(8));
                break;
            case 2 when Next(3) == 0:
                var end = Next(bytes.Count);
                bytes.RemoveRange(end, bytes.Count - end);
                break;
            case 3:
                var from = Next(bytes.Count);
                bytes.RemoveRange(from, Math.Min(1 + Next(20), bytes.Count - from));
                break;
            case 4:
                var start = Next(intact.Length);
                Insert(bytes, Next(bytes.Count), intact.AsSpan(start, Math.Min(1 + Next(60), intact.Length - start)));
                break;
            case 5:
                Insert(bytes, Next(bytes.Count), Values[Next(Values.Length)]);
                break;
            case 6:
                Insert(bytes, Next(bytes.Count), [(byte)Next(256)]);
                break;
            case 7 when bytes[0] == '{':
                // A member twice: the name with another value, right behind the brace.
                Insert(bytes, 1, Encoding.UTF8.GetBytes(Names[Next(Names.Length)] + ":"), Values[Next(Values.Length)], ","u8);
                break;
            case 8 when Next(300) == 0 && values.Count > 0 && bytes.Count == intact.Length:
                Replace(bytes, values[Next(values.Count)], Giants[Next(Giants.Length)]);
                break;
            case 9 when values.Count > 0 && bytes.Count == intact.Length:
                var (otherStart, otherLength) = values[Next(values.Count)];
                Replace(bytes, values[Next(values.Count)], intact.AsSpan(otherStart, otherLength));
                break;
            default:
                // Values move when the length has changed; then the place is as good as any other.
                if (values.Count > 0)
                    Replace(bytes, values[Next(values.Count)], Values[Next(Values.Length)]);
                else
                    Replace(bytes, (Next(bytes.Count), Next(8)), Values[Next(Values.Length)].AsSpan().Trim((byte)'"'));
                break;
        }
    }

    private static readonly string[] Names =
        ["\"body\"", "\"headers\"", "\"multiValueHeaders\"", "\"pathParameters\"", "\"requestContext\"", "\"rawQueryString\"", "\"queryStringParameters\"", "\"cookies\"", "\"isBase64Encoded\"", "\"version\"", "\"routeKey\"", "\"httpMethod\"", "\"lines\"", "\"key\"", "\"more\""];

    private static void Replace(List<byte> bytes, (int Start, int Length) value, ReadOnlySpan<byte> by)
    {
        if (value.Start >= bytes.Count)
            return;
        bytes.RemoveRange(value.Start, Math.Min(value.Length, bytes.Count - value.Start));
        bytes.InsertRange(value.Start, by);
    }

    private static void Insert(List<byte> bytes, int at, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default, ReadOnlySpan<byte> third = default)
    {
        bytes.InsertRange(at, third);
        bytes.InsertRange(at, second);
        bytes.InsertRange(at, first);
    }

    private static void Load(List<byte> target, byte[] source)
    {
        target.Clear();
        target.AddRange(source.AsSpan());
    }

    /// <summary>Where the values stand, and the value of `body`.</summary>
    private static List<(int Start, int Length)> ValuesOf(byte[] json, out (int Start, int Length) body)
    {
        var values = new List<(int, int)>();
        body = default;
        var isBody = false;
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                isBody = reader.CurrentDepth == 1 && reader.ValueTextEquals("body"u8);
                // Names are damaged too.
                values.Add(((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex - 1)));
            }
            else if (reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
            {
                var start = (int)reader.TokenStartIndex;
                var copy = reader;
                copy.Skip();
                values.Add((start, (int)copy.BytesConsumed - start));
                if (isBody && reader.TokenType == JsonTokenType.String)
                    body = (start, (int)reader.BytesConsumed - start);
                isBody = false;
            }
        }

        return values;
    }

    private int Next(int limit)
    {
        // xorshift64*: good enough to choose, and as fast as an addition.
        _random ^= _random >> 12;
        _random ^= _random << 25;
        _random ^= _random >> 27;
        return (int)(((_random * 0x2545F4914F6CDD1D) >> 33) % (uint)limit);
    }
}
