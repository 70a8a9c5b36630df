using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Reachability;

/// <summary>
/// How processes run the code: one invocation after the other or several at once, started fresh or restored from a snapshot, frozen between invocations or a server that stays.
/// Static state is stale in the first of each pair and racy or copied in the second, so rules ask before they word a message or choose a severity. Null is unknown, and unknown is quieter.
/// </summary>
/// <param name="IsConcurrent">Several invocations at a time in one process: Managed Instances, containers.</param>
/// <param name="SnapStart">Environments are restored from a snapshot of the initialised process.</param>
/// <param name="IsFargate">A container that runs until it is stopped.</param>
internal readonly record struct ExecutionModel(bool? IsConcurrent, bool? SnapStart, bool IsFargate)
{
    /// <summary>What the `ServerlessTarget` property says holds for every function; where it is silent each is as its attributes and templates say.</summary>
    public static ExecutionModel Of(FunctionFacts? function, HazardOptions options) => options.Target switch
    {
        "Fargate" => new(IsConcurrent: true, SnapStart: false, IsFargate: true),
        // Functions on Managed Instances are not restored from snapshots.
        "LambdaManagedInstances" => new(IsConcurrent: true, SnapStart: false, IsFargate: false),
        _ => new(function?.IsConcurrent ?? (options.Target == "Lambda" ? false : null), CanRestore(function, options) ? function?.SnapStart ?? options.SnapStart : false, IsFargate: false),
    };

    /// <summary>A native executable runs on a custom runtime, which has no snapshots.</summary>
    private static bool CanRestore(FunctionFacts? function, HazardOptions options) => function?.IsConcurrent != true && !options.IsTrue("PublishAot");

    /// <summary>What holds for all functions of a project: known only when it is the same for each.</summary>
    public static ExecutionModel OfAll(IEnumerable<HandlerRoot> roots, HazardOptions options)
    {
        ExecutionModel? common = null;
        foreach (var root in roots)
        {
            var model = Of(root.Function, options);
            common = common is { } before ? new(Same(before.IsConcurrent, model.IsConcurrent), Same(before.SnapStart, model.SnapStart), model.IsFargate) : model;
        }

        return common ?? Of(null, options);
    }

    private static bool? Same(bool? left, bool? right) => left == right ? left : null;
}
