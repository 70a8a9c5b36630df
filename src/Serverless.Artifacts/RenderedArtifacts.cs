using System.Collections.Immutable;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>The files of an application, and what is wrong with them as a whole: limits show only when everything is rendered.</summary>
internal sealed record RenderedArtifacts(ImmutableArray<Artifact> Artifacts, EquatableArray<Fault> Faults)
{
    public static RenderedArtifacts Empty { get; } = new(ImmutableArray<Artifact>.Empty, default);
}
