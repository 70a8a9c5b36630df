using Serverless.Runtime.Api;

namespace Serverless.Runtime;

/// <summary>What lies between the init phase and the first invocation of a function with SnapStart: hooks, the snapshot, a restore, hooks.</summary>
internal static class SnapStartPhase
{
    /// <summary>The service gives a restore 10 s and then says nothing of hooks; one that ends a little earlier can be named in the log.</summary>
    public static readonly TimeSpan RestoreLimit = TimeSpan.FromSeconds(9);

    /// <summary>Waits for the snapshot to be taken and restored. 0 = invocations may come; else the exit code.</summary>
    /// <param name="api">The connection; it is part of the snapshot and is opened again if it did not survive.</param>
    /// <param name="restoreLimit">Time for all hooks after the restore.</param>
    public static int Pass(RuntimeApiClient api, TimeSpan restoreLimit)
    {
        var core = LambdaCoreHooks.Take();
        try
        {
            RunBefore(core.Before).AsTask().GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // Whatever a hook throws fails the publication of the version.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FunctionLog.Write(FunctionLogLevel.Fatal, "A hook before the snapshot failed", null, exception);
            api.PostInitializationError("Runtime.BeforeSnapshotError", ErrorDocument.Of(exception).Span);
            return 1;
        }

        if (!IsRestored(api))
            return 1;
        try
        {
            // On another thread, since a hook may block without end.
            var hooks = Task.Run(() => RunAfter(core.After).AsTask());
            if (Task.WhenAny(hooks, Task.Delay(restoreLimit)).GetAwaiter().GetResult() != hooks)
                throw new TimeoutException("The hooks after the restore did not end within " + restoreLimit.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture) + " s; the service allows 10 s for the whole restore.");
            hooks.GetAwaiter().GetResult();
            return 0;
        }
#pragma warning disable CA1031 // Whatever a hook throws fails the restore.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FunctionLog.Write(FunctionLogLevel.Fatal, "A hook after the restore failed", null, exception);
            api.PostRestoreError("Runtime.AfterRestoreError", ErrorDocument.Of(exception).Span);
            return 1;
        }
    }

    /// <summary>Between this request and its answer the process is copied.</summary>
    private static bool IsRestored(RuntimeApiClient api)
    {
        try
        {
            var status = api.RestoreNext();
            if (status == 200)
                return true;
            FunctionLog.Write(FunctionLogLevel.Fatal, "The Runtime API answered status " + status + " in place of a restore");
        }
        catch (ConnectionLostException exception)
        {
            FunctionLog.Write(FunctionLogLevel.Fatal, "The connection to the Runtime API broke in place of a restore", null, exception);
        }

        return false;
    }

    private static async ValueTask RunBefore(List<Func<ValueTask>> core)
    {
        await SnapshotHooks.RunBeforeSnapshotAsync().ConfigureAwait(false);
        for (var i = core.Count - 1; i >= 0; i--)
            await core[i]().ConfigureAwait(false);
    }

    private static async ValueTask RunAfter(List<Func<ValueTask>> core)
    {
        foreach (var hook in core)
            await hook().ConfigureAwait(false);
        await SnapshotHooks.RunAfterRestoreAsync().ConfigureAwait(false);
    }
}
