using System.Collections.Immutable;
using Serverless.Artifacts.Pictures;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Every file of an application. One entry names the kind and calls its renderer: that is all the wiring an artifact needs.</summary>
internal static class ArtifactSet
{
    private static readonly Entry[] Entries =
    [
        new(ArtifactKinds.Template, TemplateFile),
        new(ArtifactKinds.StateMachines, static (application, resolver, _) => application.StateMachines.SelectMany(machine => new Artifact[]
        {
            new(MachineData.DefinitionPath(machine.LogicalId), AslRenderer.Render(machine, resolver).ToText()),
            new(MermaidRenderer.Path(machine), MermaidRenderer.Render(machine)),
            new(SvgRenderer.Path(machine), SvgRenderer.Render(machine)),
        })),
        new(ArtifactKinds.TaskDefinitions, static (application, resolver, _) => ContainerFiles.Render(application, resolver)),
        new(ArtifactKinds.OpenApi, static (application, resolver, _) => application.Apis.Where(static api => api.Kind != ApiKind.WebSocket).Select(api =>
            new Artifact(OpenApiRenderer.Path(api), OpenApiRenderer.Render(application, api, resolver, OpenApiSpelling.Placeholders) + "\n"))),
        new(ArtifactKinds.Policies, static (application, resolver, _) => PolicyFiles.Render(application, resolver)),
        new(ArtifactKinds.ApplicationData, static (application, resolver, _) =>
            [new(ApplicationDataRenderer.Path, ApplicationDataRenderer.Render(application, resolver) + "\n")]),
    ];

    /// <summary>The files of the kinds that the project asks for, in the order of the entries.</summary>
    public static ImmutableArray<Artifact> Render(Application application, CancellationToken cancellationToken) =>
        RenderAll(application, cancellationToken).Artifacts;

    /// <summary>The files, and the limits they exceed.</summary>
    public static RenderedArtifacts RenderAll(Application application, CancellationToken cancellationToken)
    {
        if (application.IsEmpty)
            return RenderedArtifacts.Empty;
        var resolver = new ReferenceResolver(application);
        var artifacts = ImmutableArray.CreateBuilder<Artifact>();
        var faults = new List<Fault>();
        foreach (var entry in Entries)
        {
            if (!ArtifactKinds.IsWanted(application.Project, entry.Kind))
                continue;
            foreach (var artifact in entry.Render(application, resolver, faults))
            {
                cancellationToken.ThrowIfCancellationRequested();
                artifacts.Add(artifact);
            }
        }

        return new RenderedArtifacts(artifacts.ToImmutable(), faults.ToEquatableArray());
    }

    private static IEnumerable<Artifact> TemplateFile(Application application, ReferenceResolver resolver, List<Fault> faults)
    {
        var template = TemplateRenderer.Render(application, resolver);
        var text = template + "\n";
        faults.AddRange(TemplateLimits.Check(application, template, text));
        return [new(TemplateRenderer.Path, text)];
    }

    private sealed record Entry(string Kind, Func<Application, ReferenceResolver, List<Fault>, IEnumerable<Artifact>> Render);
}
