using System.Buffers;
using System.Globalization;
using System.Text;
using Serverless.Runtime;

namespace LoopProgram;

/// <summary>What tests and figures ask of a process.</summary>
internal static class Handlers
{
    public static ValueTask Echo(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response)
    {
        response.Write(payload.Span);
        return ValueTask.CompletedTask;
    }

    /// <summary>Bytes the garbage collector may use.</summary>
    public static ValueTask HeapLimit(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response)
    {
        response.Write(Encoding.UTF8.GetBytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes.ToString(CultureInfo.InvariantCulture)));
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits for SIGTERM, then answers. The payload `1` answers at once.</summary>
    public static async ValueTask UntilTold(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response)
    {
        var atOnce = payload.Span.SequenceEqual("1"u8);
        while (!atOnce && !invocation.Aborted.IsCancellationRequested)
            await Task.Delay(10, CancellationToken.None);
        response.Write("\"told\""u8);
    }

    public static ValueTask Fails(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response) =>
        throw new InvalidOperationException("one\ntwo");

    /// <summary>
    /// Answers `id|payload` as the payload's kind says: at once, after waiting, as a stream, or not at all. What it keeps while it waits goes through
    /// the buffers that generated handlers use. The payload `probe` asks for the bytes on the heap.
    /// </summary>
    public static async ValueTask Soak(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response)
    {
        if (payload.Span.SequenceEqual("probe"u8))
        {
            response.Write(Encoding.ASCII.GetBytes(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture)));
            return;
        }

        var id = Encoding.UTF8.GetBytes(invocation.RequestId + "|");
        if (payload.Span.StartsWith("fail:"u8))
            throw new InvalidOperationException(invocation.RequestId);
        if (payload.Span.StartsWith("stream:"u8))
        {
            var body = invocation.Streaming!.Begin("{}"u8);
            await body.WriteAsync(id);
            await Task.Yield();
            await body.WriteAsync(payload[..(payload.Length / 2)]);
            await body.WriteAsync(payload[(payload.Length / 2)..]);
            return;
        }

        if (payload.Span.StartsWith("wait:"u8))
        {
            using var input = new MemoryStream(payload.ToArray());
            await using var answer = await EntryPoint.InvokeAsync(Wait, input, invocation);
            using var copy = new MemoryStream();
            await answer.CopyToAsync(copy);
            response.Write(copy.ToArray());
            return;
        }

        response.Write(id);
        response.Write(payload.Span);
    }

    private static async ValueTask Wait(ReadOnlyMemory<byte> payload, Invocation invocation, IBufferWriter<byte> response)
    {
        using var deadline = new StartedDeadline(invocation);
        await Task.Yield();
        response.Write(Encoding.UTF8.GetBytes(invocation.RequestId + "|"));
        await Task.Yield();
        deadline.Token.ThrowIfCancellationRequested();
        response.Write(payload.Span);
    }

    /// <summary>The deadline is a structure that generated code keeps in a field of its state machine; so does this.</summary>
    private sealed class StartedDeadline : IDisposable
    {
        private Deadline _deadline;

        public StartedDeadline(Invocation invocation) => _deadline.Start(invocation, 30);

        public CancellationToken Token => _deadline.Token;

        public void Dispose() => _deadline.Dispose();
    }
}
