using System.Collections.Immutable;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Every file of an application. One entry names the file and calls its renderer: that is all the wiring an artifact needs.</summary>
internal static class ArtifactSet
{
    public static ImmutableArray<Artifact> Render(Application application, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ImmutableArray<Artifact>.Empty;
    }
}
