using Serverless.Model;

namespace Serverless.Analyzers.Shape;

/// <summary>
/// The last applications that analyzers read in this process. An analyzer gets a new compilation for every keystroke and no
/// pipeline to remember results in; this is what the incremental pipeline is for the generator. Entries hold models, never compilations.
/// </summary>
internal static class ApplicationCache
{
    /// <summary>Projects of a solution that are edited at one time, not its size.</summary>
    private const int Capacity = 16;

    private static readonly LinkedList<GatedApplication> Recent = new();

    public static Application? Read(GatedApplication gated, CancellationToken cancellationToken)
    {
        lock (Recent)
        {
            for (var node = Recent.First; node is not null; node = node.Next)
            {
                if (!node.Value.Equals(gated))
                    continue;
                gated = node.Value;
                Recent.Remove(node);
                Recent.AddFirst(node);
                break;
            }
        }

        if (gated.IsRead)
            return gated.Read(cancellationToken);
        var application = gated.Read(cancellationToken);
        lock (Recent)
        {
            if (Recent.Count == Capacity)
                Recent.RemoveLast();
            Recent.AddFirst(gated);
        }

        return application;
    }
}
