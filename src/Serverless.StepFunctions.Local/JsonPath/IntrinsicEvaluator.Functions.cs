using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Serverless.Model.Expressions.JsonPath;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <content>The functions one by one.</content>
internal static partial class IntrinsicEvaluator
{
    private static JsonValue Format(IntrinsicCall call, string text, PathData data)
    {
        // A constant template has escapes; one that is read from the data stands as it is.
        var isConstant = call.Arguments[0] is PathLiteral { Kind: PathLiteralKind.Text };
        var first = Value(call.Arguments[0], text, data);
        var template = isConstant ? ((PathLiteral)call.Arguments[0]).Text : PathReader.KindOf(first) == JsonValueKind.String ? Text(first) : throw Failure("The template of States.Format is not a text.");
        var result = new StringBuilder(template.Length);
        var next = 1;
        for (var i = 0; i < template.Length; i++)
        {
            if (isConstant && template[i] == '\\' && i + 1 < template.Length)
            {
                result.Append(PathParser.Unescape(template.Substring(i, 2)));
                i++;
            }
            else if (template[i] == '{' && i + 1 < template.Length && template[i + 1] == '}')
            {
                if (next < call.Arguments.Count)
                    result.Append(JsonText.Plain(Value(call.Arguments[next], text, data)));
                next++;
                i++;
            }
            else
            {
                result.Append(template[i]);
            }
        }

        return next == call.Arguments.Count ? JsonValue.Create(result.ToString()) : throw Failure($"States.Format has {next - 1} placeholders and {call.Arguments.Count - 1} arguments.");
    }

    private static JsonNode? ParseJson(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            throw Failure($"States.StringToJson: {exception.Message}");
        }
    }

    private static JsonArray Partition(JsonArray list, long size) => size < 1
        ? throw Failure("States.ArrayPartition needs a size of at least 1.")
        : new JsonArray([.. list.Chunk((int)Math.Min(size, int.MaxValue)).Select(static part => (JsonNode?)new JsonArray([.. part.Select(static n => n?.DeepClone())]))]);

    private static JsonArray Range(long start, long end, long step)
    {
        if (step == 0)
            throw Failure("States.ArrayRange needs a step other than 0.");
        var numbers = new JsonArray();
        for (var number = (decimal)start; step > 0 ? number <= end : number >= end; number += step)
        {
            if (numbers.Count == LongestRange)
                throw Failure($"States.ArrayRange gives at most {LongestRange} numbers.");
            numbers.Add((JsonNode)JsonValue.Create((long)number));
        }

        return numbers;
    }

    private static JsonNode? Item(JsonArray list, JsonNode index)
    {
        var position = Numbers.Rounded(index);
        return position >= 0 && position < list.Count ? list[(int)position]?.DeepClone() : throw Failure($"States.ArrayGetItem: the list of {list.Count} has no element {position}.");
    }

    private static JsonArray Unique(JsonArray list)
    {
        var unique = new JsonArray();
        foreach (var item in list)
        {
            if (!unique.Any(known => JsonEquality.AreEqual(known, item)))
                unique.Add(item?.DeepClone());
        }

        return unique;
    }

    private static JsonValue Decode(string text)
    {
        try
        {
            return JsonValue.Create(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
        }
        catch (FormatException exception)
        {
            throw Failure($"States.Base64Decode: {exception.Message}");
        }
    }

    private static JsonValue Hash(string text, string algorithm)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5350, CA5351 // The function of the states language, as the service has it.
        var hash = algorithm switch
        {
            "MD5" => MD5.HashData(bytes),
            "SHA-1" => SHA1.HashData(bytes),
            "SHA-256" => SHA256.HashData(bytes),
            "SHA-384" => SHA384.HashData(bytes),
            "SHA-512" => SHA512.HashData(bytes),
            _ => throw Failure($"States.Hash does not know '{algorithm}'."),
        };
#pragma warning restore CA5350, CA5351
        return JsonValue.Create(Convert.ToHexString(hash).ToLowerInvariant());
    }

    private static JsonObject Merge(JsonObject first, JsonObject second, bool isDeep)
    {
        if (isDeep)
            throw Failure("States.JsonMerge merges shallowly only.");
        foreach (var (name, value) in second)
            first[name] = value?.DeepClone();
        return first;
    }

    /// <summary>From the first number to below the second; a seed gives the same number again.</summary>
    private static JsonValue RandomNumber(JsonNode?[] arguments, Random random)
    {
        var (start, end) = (Numbers.Rounded(arguments[0]!), Numbers.Rounded(arguments[1]!));
        if (arguments.Length == 3)
            random = new Random(unchecked((int)Numbers.Rounded(arguments[2]!)));
        return start < end ? JsonValue.Create(random.NextInt64(start, end)) : throw Failure("States.MathRandom needs a start below its end.");
    }

    private static JsonValue Add(long left, long right)
    {
        try
        {
            return JsonValue.Create(checked(left + right));
        }
        catch (OverflowException)
        {
            throw Failure("States.MathAdd: the sum is too large.");
        }
    }

    private static JsonValue Uuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return JsonValue.Create(new Guid(bytes, bigEndian: true).ToString());
    }
}
