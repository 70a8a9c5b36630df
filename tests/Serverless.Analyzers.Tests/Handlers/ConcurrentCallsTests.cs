using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Serverless.Runtime;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>
/// Buffers, JSON writers and deadlines are kept for the next use of a thread, and handlers change threads while they wait: many calls at
/// once, each of which must get its own answer.
/// </summary>
public sealed class ConcurrentCallsTests
{
    private const int Callers = 8;
    private const int CallsOfEach = 4000;

    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of("""
        using Serverless;
        using Serverless.Http;
        using System.ComponentModel.DataAnnotations;
        using System.Text;
        using System.Text.Json.Serialization;
        namespace Busy;
        public sealed record Item(int Id, [property: StringLength(400)] string Filler);
        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
        [JsonSerializable(typeof(Item)), JsonSerializable(typeof(int))]
        internal sealed partial class BusyJson : JsonSerializerContext;
        public sealed class Calls
        {
            [HttpRoute("POST /json")] public static async Task<Item> Json(Item item, CancellationToken deadline)
            {
                await Task.Yield();
                deadline.ThrowIfCancellationRequested();
                await Wait(item.Id, deadline);
                return item;
            }

            [HttpRoute("POST /sequence")] public static async IAsyncEnumerable<int> Sequence(Item item)
            {
                yield return item.Id;
                await Task.Yield();
                yield return item.Id;
                await Wait(item.Id, default);
                yield return item.Filler.Length;
            }

            [HttpRoute("POST /written")] public static HttpReply Written(Item item) => HttpReply.Stream(async (stream, cancellation) =>
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes("{\"id\":" + item.Id), cancellation);
                await Task.Yield();
                await stream.WriteAsync(Encoding.UTF8.GetBytes(",\"filler\":\"" + item.Filler + "\"}"), cancellation);
            }, "text/plain");

            [HttpRoute("POST /stream")] public static async Task<Stream> Raw(Stream body) { await Task.Yield(); return body; }

            [HttpRoute("POST /refused")] public static async Task<HttpReply<Item>> Refused(Item item)
            {
                await Wait(item.Id, default);
                return HttpReply.Conflict(item.Id + "|" + item.Filler);
            }

            private static async Task Wait(int id, CancellationToken cancellation)
            {
                if (id % 97 == 0)
                    await Task.Delay(1, cancellation);
                else
                    await Task.Yield();
            }
        }
        """));

    [Fact]
    public async Task Each_call_gets_its_own_answer()
    {
        var wrong = new ConcurrentQueue<string>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < CallsOfEach && wrong.Count < 5; i++)
            {
                var id = (caller * CallsOfEach) + i;
                if (await Call(id) is { } problem)
                    wrong.Enqueue(id.ToString(CultureInfo.InvariantCulture) + ": " + problem);
            }
        })));
        Assert.Empty(wrong);
    }

    private static async Task<string?> Call(int id)
    {
        // Longer than one buffer now and then, so that buffers grow while others wait.
        var filler = string.Concat(Enumerable.Repeat(id.ToString(CultureInfo.InvariantCulture) + "é", id % 50 == 0 ? 3000 : 1 + (id % 40)));
        var isTooLong = filler.Length > 400;
        var body = $$"""{"id":{{id}},"filler":"{{filler}}"}""";
        var (function, path) = (id % 5) switch { 0 => ("CallsJson", "/json"), 1 => ("CallsSequence", "/sequence"), 2 => ("CallsWritten", "/written"), 3 => ("CallsRaw", "/stream"), _ => ("CallsRefused", "/refused") };
        var answer = await Compiled.Value.Send(function, RouteCall.Post(path, body), new Invocation { RequestId = "lambda-" + id });
        var text = answer.IsBase64 ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(answer.Body)) : answer.Body;
        if (isTooLong && function != "CallsRaw")
            return answer.Status == 400 && answer.Faults == "body #/filler: must have at most 400 characters" ? null : answer.Status + text;
        return function switch
        {
            "CallsJson" or "CallsWritten" => answer.Status == 200 && Same(text, id, filler) ? null : text,
            "CallsSequence" => text == $"[{id},{id},{filler.Length}]" ? null : text,
            "CallsRaw" => text == body ? null : text,
            _ => answer.Status == 409 && answer.Json.GetProperty("detail").GetString() == id + "|" + filler ? null : text,
        };
    }

    private static bool Same(string text, int id, string filler)
    {
        var json = JsonDocument.Parse(text).RootElement;
        return json.GetProperty("id").GetInt32() == id && json.GetProperty("filler").GetString() == filler;
    }
}
