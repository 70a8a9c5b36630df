using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Serverless.Runtime;

/// <summary>
/// The hooks of Amazon.Lambda.Core (`SnapshotRestore`), which a project may use whoever runs it: AWS's runtime, or the loop here. By reflection,
/// since no Amazon package is needed; SnapStart exists on managed runtimes alone, where nothing is trimmed.
/// </summary>
internal static class LambdaCoreHooks
{
    private const string TypeName = "Amazon.Lambda.Core.SnapshotRestore, Amazon.Lambda.Core";

    /// <summary>Registers two hooks there; does nothing where the package is not.</summary>
    public static void Register(Func<ValueTask> before, Func<ValueTask> after)
    {
        Call("RegisterBeforeSnapshot", before);
        Call("RegisterAfterRestore", after);
    }

    /// <summary>Takes the hooks over that were registered there, in the order of registration.</summary>
    public static (List<Func<ValueTask>> Before, List<Func<ValueTask>> After) Take()
    {
        var before = new List<Func<ValueTask>>();
        var after = new List<Func<ValueTask>>();
        var type = Find();
        if (type is not null && !(Copy("CopyBeforeSnapshotCallbacksToRegistry", before) && Copy("CopyAfterRestoreCallbacksToRegistry", after)))
        {
            FunctionLog.Write(
                FunctionLogLevel.Error,
                "This version of Amazon.Lambda.Core does not hand over its snapshot hooks; register them with Serverless.SnapshotHooks");
        }

        return (before, after);
    }

    private static bool Copy(string method, List<Func<ValueTask>> target) => Call(method, new Action<Func<ValueTask>>(target.Add));

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where the type was trimmed no hook was registered with it.")]
    private static bool Call(string name, Delegate argument)
    {
        if (Find()?.GetMethod(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is not { } method)
            return false;
        method.Invoke(null, [argument]);
        return true;
    }

    private static Type? Find() => Type.GetType(TypeName, throwOnError: false);
}
