using System.Collections.Immutable;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>A generated C# file.</summary>
internal sealed record SourceFile(string HintName, string Text);

/// <summary>Renders the C# between events and handler methods.</summary>
internal static class HandlerSource
{
    public static ImmutableArray<SourceFile> Render(Application application, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ImmutableArray<SourceFile>.Empty;
    }
}
