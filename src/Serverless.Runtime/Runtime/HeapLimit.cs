using System.Globalization;

namespace Serverless.Runtime;

/// <summary>
/// Tells the garbage collector how much memory the function has. Without it the collector sizes its heap by the machine and
/// the first burst of invocations can grow past the function's memory, which ends the process without a message.
/// </summary>
internal static class HeapLimit
{
    /// <param name="memorySize">`AWS_LAMBDA_FUNCTION_MEMORY_SIZE`, in MB; null or malformed changes nothing.</param>
    public static void Apply(string? memorySize)
    {
        if (!int.TryParse(memorySize, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) || megabytes <= 0)
            return;
        var bytes = (ulong)megabytes * 1024 * 1024;
        // A lower limit that the user configured stays.
        if ((ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes <= bytes)
            return;
        AppContext.SetData("GCHeapHardLimit", bytes);
        try
        {
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException)
        {
            // The heap is already larger or was configured in a way that cannot change: the function runs without the limit.
        }
    }
}
