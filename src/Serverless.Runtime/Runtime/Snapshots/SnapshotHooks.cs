using System.Diagnostics.CodeAnalysis;
using Serverless.Runtime;

namespace Serverless;

/// <summary>
/// Code for functions with SnapStart: before Lambda takes the snapshot of the initialized process, and in every environment that is restored
/// from it. Register in a constructor or a static constructor, that is in the init phase; what is registered later does not run. Without
/// SnapStart nothing runs.
/// </summary>
/// <remarks>
/// The snapshot is one process that goes on many times. Connections are gone, the time is later, and a generator of random numbers continues
/// everywhere at the same place: `Random.Shared` too, which cannot be seeded again. `Guid.NewGuid` and `RandomNumberGenerator` ask the
/// operating system and are safe.
/// </remarks>
public static class SnapshotHooks
{
    private static readonly object Gate = new();
    private static readonly Stack<Func<ValueTask>> Before = new();
    private static readonly Queue<Func<ValueTask>> After = new();
    private static bool _isForwarded;

    /// <summary>
    /// Runs before the snapshot, in the reverse order of registration: warm code, close connections. It belongs to the init phase, which may take
    /// 130 s, or the function's timeout if that is longer. An exception fails the publication of the version.
    /// </summary>
    /// <param name="hook">Runs once.</param>
    public static void RegisterBeforeSnapshot(Func<ValueTask> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        lock (Gate)
            Before.Push(hook);
        Forward();
    }

    /// <summary>
    /// Runs after each restore and before the first invocation, in the order of registration: connect, renew what must differ between
    /// environments. All of them together have 10 s, less what the restore itself takes. An exception fails the invocation that caused the restore.
    /// </summary>
    /// <param name="hook">Runs once in each restored environment.</param>
    public static void RegisterAfterRestore(Func<ValueTask> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        lock (Gate)
            After.Enqueue(hook);
        Forward();
    }

    internal static async ValueTask RunBeforeSnapshotAsync()
    {
        while (TryNextBefore(out var hook))
            await hook().ConfigureAwait(false);
    }

    internal static async ValueTask RunAfterRestoreAsync()
    {
        while (TryNextAfter(out var hook))
            await hook().ConfigureAwait(false);
    }

    private static bool TryNextBefore([MaybeNullWhen(false)] out Func<ValueTask> hook)
    {
        lock (Gate)
            return Before.TryPop(out hook);
    }

    private static bool TryNextAfter([MaybeNullWhen(false)] out Func<ValueTask> hook)
    {
        lock (Gate)
            return After.TryDequeue(out hook);
    }

    /// <summary>Where AWS's runtime runs the process (a class library), it knows the hooks of Amazon.Lambda.Core alone: ours run as one of them.</summary>
    private static void Forward()
    {
        if (Environment.GetEnvironmentVariable("AWS_LAMBDA_INITIALIZATION_TYPE") != RuntimeEnvironment.SnapStart)
            return;
        lock (Gate)
        {
            if (_isForwarded)
                return;
            _isForwarded = true;
        }

        LambdaCoreHooks.Register(RunBeforeSnapshotAsync, RunAfterRestoreAsync);
    }
}
