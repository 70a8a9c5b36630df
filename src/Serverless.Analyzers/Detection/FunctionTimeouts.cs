using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>The time that functions have. What is not known is null, and a rule that compares is silent then.</summary>
internal static class FunctionTimeouts
{
    /// <summary>Seconds that the function has that runs the code at a node; for code that no handler's path names, those of the longest function, when all are known.</summary>
    public static int? Of(ServerlessModel model, SyntaxNode node, CancellationToken cancellationToken) =>
        model.ReachOf(node, cancellationToken).Any?.Root is { } own ? own.TimeoutSeconds : Longest(model, cancellationToken);

    /// <summary>Seconds of the function that has most, when the time of all is known.</summary>
    public static int? Longest(ServerlessModel model, CancellationToken cancellationToken)
    {
        var handlers = model.Handlers(cancellationToken);
        foreach (var root in handlers.Roots)
        {
            if (root.TimeoutSeconds is null)
                return null;
        }

        return handlers.LongestTimeout;
    }

    public static string Text(int seconds) => seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
