using System.Diagnostics;
using System.Globalization;
using Serverless.Runtime.Tests.RuntimeApi.Conformance;
using Xunit.Abstractions;

namespace Serverless.Runtime.Tests.Soak;

/// <summary>A hundred thousand invocations of a real process under bad conditions: none lost, none answered twice, nothing that grows.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Count = 100_000;
    private const int Seed = 20261128;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [Conforms(RuntimeApiLine.ReconnectBeforeRequests, RuntimeApiLine.NeverResendAnAnswer, RuntimeApiLine.ConcurrentLoops)]
    public void Nothing_is_lost_or_answered_twice_and_nothing_grows(int concurrency)
    {
        Process? process = null;
        var sockets = new Dictionary<string, int>(StringComparer.Ordinal);
        using var server = new SoakServer(Count, Seed, probeAfter: Count / 10)
        {
            Probed = when => sockets[when] = Sockets(process!),
        };
        var clock = Stopwatch.StartNew();
        process = Start(server.Address, concurrency);
        try
        {
            var ended = process.WaitForExit(TimeSpan.FromSeconds(300));
            output.WriteLine($"{Count} invocations, {concurrency} at once, {clock.Elapsed.TotalSeconds:0.0} s, seed {Seed}");
            output.WriteLine(string.Join(", ", server.Injected.Select(static f => f.Key + " " + f.Value)));
            Assert.True(ended, $"Hangs; unanswered: {string.Join(",", server.Wrong.Take(10))}; {string.Join("; ", server.Faults)}");
            // The script ends with 403.
            Assert.Equal(1, process.ExitCode);
            Assert.Empty(server.Faults);
            Assert.Empty(server.Wrong.Take(10));
            Assert.Equal(14, server.Injected.Count);
            var (warm, end) = (Heap(server.Memory("warm")), Heap(server.Memory("end")));
            output.WriteLine($"heap {warm} -> {end} bytes, sockets {sockets["warm"]} -> {sockets["end"]}");
            // The smallest object is 24 bytes: one that stays for each invocation would be more than this.
            Assert.InRange(end, 1, warm + (2 * 1024 * 1024));
            // One for each loop, and one of the runtime's for signals.
            Assert.InRange(sockets["warm"], concurrency, concurrency + 1);
            Assert.InRange(sockets["end"], concurrency, concurrency + 1);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
            process.Dispose();
        }
    }

    [Fact]
    public void A_status_500_ends_the_process_and_no_answer_after_it_is_sent()
    {
        using var server = new Serverless.Testing.RuntimeApiServer();
        for (var i = 0; i < 500; i++)
            server.OnNext(Serverless.Testing.RuntimeApiReply.Invocation(i.ToString(CultureInfo.InvariantCulture), "echo:" + i));
        for (var i = 0; i < 400; i++)
            server.OnPost(Serverless.Testing.RuntimeApiReply.Status(202));
        server.OnPost(Serverless.Testing.RuntimeApiReply.Status(500));
        using var process = Start(server.Address, 1);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(1, process.ExitCode);
        Assert.Equal(401, server.Posts.Count);
    }

    private static Process Start(string address, int concurrency)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LoopProgram.dll"));
        start.Environment["_HANDLER"] = "Soak";
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = address;
        start.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "256";
        // Thousands of refused answers are expected; the last one, 403, is fatal and says so once.
        start.Environment["AWS_LAMBDA_LOG_LEVEL"] = "FATAL";
        start.Environment.Remove("AWS_LAMBDA_MAX_CONCURRENCY");
        if (concurrency > 1)
            start.Environment["AWS_LAMBDA_MAX_CONCURRENCY"] = concurrency.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    private static long Heap(string memory) => long.Parse(memory, CultureInfo.InvariantCulture);

    private static int Sockets(Process process) =>
        Directory.GetFiles($"/proc/{process.Id}/fd").Count(static f => new FileInfo(f).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true);
}
