using System.Globalization;
using System.Text;
using Serverless.Testing;

namespace Serverless.Runtime.Tests.Soak;

/// <summary>What each invocation of the soak carries, and what its answer must be: both follow from its number.</summary>
internal static class SoakPayload
{
    public static bool IsStreamed(int id) => id % 7 == 3;

    public static bool Fails(int id) => id % 50 == 1 && !IsStreamed(id);

    /// <summary>`kind:filler`; the handler of the program obeys the kind.</summary>
    public static string Of(int id, int seed)
    {
        var random = new Random(unchecked((seed * 31) ^ id));
        // The first ones are the largest: what the buffers grow to is reached before the memory is measured.
        var length = id < 16 || random.Next(400) == 0 ? 100_000 : random.Next(10, random.Next(4) == 0 ? 6000 : 600);
        var kind = Fails(id) ? "fail" : IsStreamed(id) ? "stream" : random.Next(3) == 0 ? "wait" : "echo";
        var unit = id.ToString(CultureInfo.InvariantCulture) + "é,";
        return kind + ":" + string.Concat(Enumerable.Repeat(unit, 1 + (length / unit.Length)));
    }

    public static byte[] Answer(int id, int seed) =>
        Encoding.UTF8.GetBytes((IsStreamed(id) ? "{}" + new string('\0', 8) : "") + id.ToString(CultureInfo.InvariantCulture) + "|" + Of(id, seed));

    public static byte[] Response(int id, string payload, Random random, out bool isChunked)
    {
        var name = id.ToString(CultureInfo.InvariantCulture);
        isChunked = payload.Length > 2000 || random.Next(4) == 0;
        string[] headers = random.Next(2) == 0 ? ["Lambda-Runtime-Trace-Id: Root=" + name, "Lambda-Runtime-Deadline-Ms: 4102444800000"] : [];
        return isChunked
            ? RuntimeApiReply.ChunkedInvocation(name, payload, random.Next(1 + (payload.Length / 20), payload.Length + 10), random.Next(2) == 0 ? ";x=y" : "", headers).Bytes
            : RuntimeApiReply.Invocation(name, payload, headers).Bytes;
    }
}
