using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>Does one process serve several invocations at a time? Then what outlives an invocation is not only stale in the next one but racy in this one.</summary>
internal static class ConcurrentInvocations
{
    /// <summary>The function's own answer where it is known, else the project's.</summary>
    public static bool Run(Reached? reached, ServerlessModel model) => model.Execution(reached?.Root, CancellationToken.None).IsConcurrent == true;
}
