using System.Collections.Concurrent;

namespace Amazon.Lambda.Core;

/// <summary>The hooks of SnapStart. Public to register, internal to hand over, as in the package.</summary>
public static class SnapshotRestore
{
    private static readonly ConcurrentQueue<Func<ValueTask>> Before = new();
    private static readonly ConcurrentQueue<Func<ValueTask>> After = new();

    /// <summary>Adds a hook.</summary>
    public static void RegisterBeforeSnapshot(Func<ValueTask> beforeSnapshotAction) => Before.Enqueue(beforeSnapshotAction);

    /// <summary>Adds a hook.</summary>
    public static void RegisterAfterRestore(Func<ValueTask> afterRestoreAction) => After.Enqueue(afterRestoreAction);

    internal static void CopyBeforeSnapshotCallbacksToRegistry(Action<Func<ValueTask>> restoreHooksRegistryMethod) => Move(Before, restoreHooksRegistryMethod);

    internal static void CopyAfterRestoreCallbacksToRegistry(Action<Func<ValueTask>> restoreHooksRegistryMethod) => Move(After, restoreHooksRegistryMethod);

    private static void Move(ConcurrentQueue<Func<ValueTask>> hooks, Action<Func<ValueTask>> target)
    {
        while (hooks.TryDequeue(out var hook))
            target(hook);
    }
}
