using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata.Functions;

/// <summary>What Step Functions adds to the language.</summary>
internal static class ServiceFunctions
{
    private const int LongestRange = 10_000_000;

    public static object? Partition(Call call)
    {
        if (call.List(0) is not { } list)
            return null;
        var size = call.Number(1) ?? 0;
        if (size < 1 || size != Math.Floor(size))
            throw new JsonataException("T0410", -1, "The second argument of $partition must be a positive integer");
        var result = new ListValue();
        foreach (var part in list.Items.Chunk((int)Math.Min(size, int.MaxValue)))
            result.Add(new ListValue([.. part]));
        return result;
    }

    public static object? Range(Call call)
    {
        if (call.Number(0) is not { } start || call.Number(1) is not { } end || call.Number(2) is not { } step)
            return null;
        if (step == 0)
            throw new JsonataException("T0410", -1, "The third argument of $range must not be 0");
        if (Math.Abs((end - start) / step) >= LongestRange)
            throw new JsonataException("D2014", -1, "A range can have 10000000 numbers at most");
        var result = new ListValue();
        for (var number = start; step > 0 ? number <= end : number >= end; number += step)
            result.Add(Boxes.Of(number));
        call.Evaluator.Work(result.Count);
        return result;
    }

    public static object? Hash(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5350, CA5351 // The service offers them, for what is no secret.
        var hash = call.Text(1) switch
        {
            "MD5" => MD5.HashData(bytes),
            "SHA-1" => SHA1.HashData(bytes),
            "SHA-256" => SHA256.HashData(bytes),
            "SHA-384" => SHA384.HashData(bytes),
            "SHA-512" => SHA512.HashData(bytes),
            _ => throw new JsonataException("T0410", -1, "The second argument of $hash must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512"),
        };
#pragma warning restore CA5350, CA5351
        return Convert.ToHexString(hash).ToLowerInvariant();
    }

    /// <summary>The same number for the same seed, though not the service's.</summary>
    public static object Random(Call call)
        => call.Number(0) is { } seed ? new Random(seed.GetHashCode()).NextDouble() : call.Evaluator.Context.NextRandom();

    public static object Uuid(Call call) => call.Evaluator.Context.NewGuid().ToString("D");

    public static object? Parse(Call call)
    {
        if (call.Text(0) is not { } text)
            return null;
        try
        {
            return JsonValues.Read(JsonNode.Parse(text));
        }
        catch (JsonException e)
        {
            throw new JsonataException("T0410", -1, "The argument of $parse is not JSON", e);
        }
    }
}
