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
}
