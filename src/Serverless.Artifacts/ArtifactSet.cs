using System.Collections.Immutable;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Every file of an application. One entry names the kind and calls its renderer: that is all the wiring an artifact needs.</summary>
internal static class ArtifactSet
{
    private static readonly Entry[] Entries =
    [
        new(ArtifactKinds.Template, static (application, resolver) => [new("template.json", TemplateRenderer.Render(application, resolver) + "\n")]),
        new(ArtifactKinds.StateMachines, static (application, resolver) => application.StateMachines.Select(machine =>
            new Artifact("statemachines/" + machine.LogicalId + ".asl.json", AslRenderer.Render(machine, resolver).ToText()))),
        new(ArtifactKinds.Policies, PolicyFiles.Render),
    ];

    /// <summary>The files of the kinds that the project asks for, in the order of the entries.</summary>
    public static ImmutableArray<Artifact> Render(Application application, CancellationToken cancellationToken)
    {
        if (application.IsEmpty)
            return ImmutableArray<Artifact>.Empty;
        var resolver = new ReferenceResolver(application);
        var artifacts = ImmutableArray.CreateBuilder<Artifact>();
        foreach (var entry in Entries)
        {
            if (!ArtifactKinds.IsWanted(application.Project, entry.Kind))
                continue;
            foreach (var artifact in entry.Render(application, resolver))
            {
                cancellationToken.ThrowIfCancellationRequested();
                artifacts.Add(artifact);
            }
        }

        return artifacts.ToImmutable();
    }

    private sealed record Entry(string Kind, Func<Application, ReferenceResolver, IEnumerable<Artifact>> Render);
}
