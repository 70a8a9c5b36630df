using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Serverless.Runtime;
using Xunit.Abstractions;

namespace Serverless.Analyzers.Tests.Handlers.Hostile;

/// <summary>A million damaged events: no exception, no hang, no echo, always an answer that its reader understands, and bounded allocations.</summary>
public sealed class HostileEventTests(ITestOutputHelper output)
{
    private const int Count = 1_000_000;

    /// <summary>Stands in every failure; the number of the event makes it again.</summary>
    private const ulong Seed = 20261128;

    /// <summary>For an exception with its stack, a problem document, the arguments.</summary>
    private const int AllocatedAtMost = 24 * 1024;

    /// <summary>Beside, for each byte of the event: texts are UTF-16, lists grow by doubling.</summary>
    private const int AllocatedForEachByte = 32;

    [Fact]
    public void Intact_events_are_accepted()
    {
        foreach (var intact in HostileProject.Events)
        {
            var answer = Ask(intact, intact.Utf8, new ArrayBufferWriter<byte>());
            Assert.True(AnswerCheck.Of(answer, intact.Shape == "Authorizer", out var status) is null, Encoding.UTF8.GetString(answer));
            if (intact.Shape != "Authorizer")
                Assert.True(status is >= 200 and < 300, intact.Function + " " + intact.Shape + ": " + Encoding.UTF8.GetString(intact.Utf8) + "\n" + Encoding.UTF8.GetString(answer));
        }
    }

    [Fact]
    public void A_million_damaged_events_are_refused_or_answered()
    {
        // One of each kind: the first fault must not hide the others.
        var failures = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var statuses = new int[600];
        var mostAllocated = 0L;
        var longest = 0L;
        var clock = Stopwatch.StartNew();
        var parts = Environment.ProcessorCount;
        var threads = Enumerable.Range(0, parts).Select(part => new Thread(() =>
        {
            var mutators = HostileProject.Events.Select(static e => new EventMutator(e)).ToArray();
            var response = new ArrayBufferWriter<byte>(64 * 1024);
            for (var number = part; number < Count && failures.Count < 8; number += parts)
            {
                var which = number % mutators.Length;
                var intact = HostileProject.Events[which];
                var payload = mutators[which].Make(Seed + (ulong)number);
                if (Try(intact, payload, response, statuses, ref mostAllocated, ref longest) is { } problem)
                {
                    var thrown = Thrown(intact, payload);
                    failures.TryAdd(
                        problem[..Math.Min(problem.Length, 20)] + thrown,
                        string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, event {number}, {intact.Function} by {intact.Shape}: {problem}\n{thrown}\n{Show(payload)}"));
                }
            }
        }, 1024 * 1024)).ToList();
        threads.ForEach(static t => t.Start());
        threads.ForEach(static t => Assert.True(t.Join(TimeSpan.FromMinutes(10)), "hangs"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count} events in {clock.Elapsed.TotalSeconds:0.0} s on {parts} threads; statuses {string.Join(", ", statuses.Select(static (n, s) => (n, s)).Where(static x => x.n > 0).Select(static x => $"{x.s}: {x.n}"))}; "
            + $"most allocated beyond {AllocatedForEachByte} for each byte {mostAllocated}; longest {longest / (double)Stopwatch.Frequency * 1000:0} ms"));
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures.Values));
        // Both ways through are walked often, else the damage is too great or too small.
        Assert.InRange(statuses[200] + statuses[201], Count / 20, Count);
        Assert.InRange(statuses[400], Count / 5, Count);
    }

    private static string? Try(HostileEvent intact, byte[] payload, ArrayBufferWriter<byte> response, int[] statuses, ref long mostAllocated, ref long longest)
    {
        ReadOnlySpan<byte> answer;
        long allocated;
        var start = Stopwatch.GetTimestamp();
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            answer = Ask(intact, payload, response);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before - ((long)payload.Length * AllocatedForEachByte);
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }

        var elapsed = Stopwatch.GetTimestamp() - start;
        InterlockedMax(ref longest, elapsed);
        InterlockedMax(ref mostAllocated, allocated);
        if (allocated > AllocatedAtMost)
            return "allocates " + (allocated + ((long)payload.Length * AllocatedForEachByte)) + " bytes";
        var problem = AnswerCheck.Of(answer, intact.Shape == "Authorizer", out var status);
        if (problem is not null)
            return problem + "\n" + Encoding.UTF8.GetString(answer);
        Interlocked.Increment(ref statuses[status]);
        return status is 200 or 201 && intact.Function is "GatePost" or "GateLines" or "GateSavePeriod" ? NotJson(payload) : null;
    }

    /// <summary>What was accepted as JSON is JSON to a reader that knows nothing of events.</summary>
    private static string? NotJson(byte[] payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            if (!json.RootElement.TryGetProperty("body", out var body) || body.ValueKind != JsonValueKind.String)
                return null;
            var isBase64 = json.RootElement.TryGetProperty("isBase64Encoded", out var flag) && flag.ValueKind == JsonValueKind.True;
            var bytes = isBase64 ? Convert.FromBase64String(body.GetString()!) : Encoding.UTF8.GetBytes(body.GetString()!);
            if (bytes.Length == 0)
                return null;
            using var inner = JsonDocument.Parse(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes);
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in a name beside the body: this reader cannot compare names then.
            return null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return "accepts what is not JSON: " + exception.Message;
        }
    }

    private static ReadOnlySpan<byte> Ask(HostileEvent intact, byte[] payload, ArrayBufferWriter<byte> response)
    {
        response.ResetWrittenCount();
        var streaming = intact.Function == "GateStreamed" ? new Recorder(response) : null;
        var pending = HostileProject.Handlers[intact.Function].Handler(payload, new Invocation { RequestId = "lambda-1", DeadlineMs = 0, Streaming = streaming }, response);
        if (!pending.IsCompleted)
            throw new InvalidOperationException("Nothing here waits.");
        pending.GetAwaiter().GetResult();
        streaming?.Complete();
        return response.WrittenSpan;
    }

    /// <summary>Where the first exception of an event comes from, caught or not.</summary>
    private static string Thrown(HostileEvent intact, byte[] payload)
    {
        var thread = Environment.CurrentManagedThreadId;
        Exception? last = null;
        void Note(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e) => last = Environment.CurrentManagedThreadId == thread ? e.Exception : last;
        AppDomain.CurrentDomain.FirstChanceException += Note;
        try
        {
            Ask(intact, payload, new ArrayBufferWriter<byte>());
        }
        catch (Exception)
        {
            // It is noted.
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Note;
        }

        return last is null ? "" : last.GetType().Name + ": " + last.Message + "\n" + string.Join("\n", (last.StackTrace ?? "").Split('\n').Take(8));
    }

    private static void InterlockedMax(ref long place, long value)
    {
        long current;
        while ((current = Volatile.Read(ref place)) < value && Interlocked.CompareExchange(ref place, value, current) != current)
        {
        }
    }

    /// <summary>Makes of a streamed answer the one that a buffering caller would get, so that it is checked as the others are.</summary>
    private sealed class Recorder(ArrayBufferWriter<byte> response) : ResponseStreaming
    {
        private MemoryStream? _body;

        public override Stream Begin(ReadOnlySpan<byte> prelude)
        {
            Assert.Null(_body);
            Assert.Equal(0, response.WrittenCount);
            Assert.Equal((byte)'}', prelude[^1]);
            response.Write(prelude[..^1]);
            return _body = new MemoryStream();
        }

        public void Complete()
        {
            if (_body is null)
                return;
            response.Write(",\"body\":"u8);
            response.Write(JsonSerializer.SerializeToUtf8Bytes(Encoding.UTF8.GetString(_body.ToArray())));
            response.Write("}"u8);
        }
    }

    private static string Show(byte[] payload) => JsonSerializer.Serialize(Encoding.Latin1.GetString(payload.AsSpan(0, Math.Min(payload.Length, 2000))));
}
