using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Detection;

/// <summary>Methods that wait for a signal, a lock, another thread or another process.</summary>
internal static class WaitCalls
{
    public static readonly string[] Names =
        ["WaitOne", "Wait", "WaitAsync", "SignalAndWait", "Take", "Join", "Enter", "WaitForExit", "WaitForExitAsync", "ReadAsync", "WaitToReadAsync", "WaitAll", "WaitAny"];

    public static bool IsWait(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type)
            return false;
        var place = type.ContainingNamespace?.Name;
        return method.Name switch
        {
            "WaitOne" => type.IsOrDerives("WaitHandle", "System.Threading"),
            "WaitAll" or "WaitAny" => type.Name == "WaitHandle",
            "Wait" => type.Name is "SemaphoreSlim" or "ManualResetEventSlim" or "CountdownEvent" or "Monitor" && place == "Threading",
            "WaitAsync" => type.Name == "SemaphoreSlim" && place == "Threading",
            "SignalAndWait" => type.Name is "Barrier" or "WaitHandle" && place == "Threading",
            "Take" => type.Name == "BlockingCollection" && place == "Concurrent",
            "Join" => type.Name == "Thread" && place == "Threading",
            "Enter" => type.Name is "Monitor" && place == "Threading",
            "WaitForExit" or "WaitForExitAsync" => type.Name == "Process" && place == "Diagnostics",
            "ReadAsync" or "WaitToReadAsync" => type.Name == "ChannelReader" && place == "Channels",
            _ => false,
        };
    }
}
