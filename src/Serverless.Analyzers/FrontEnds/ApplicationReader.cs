using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>Reads an application from a compilation: the one entry point that the generator and the analyzers share.</summary>
internal static class ApplicationReader
{
    public static Application Read(Compilation compilation, ProjectFacts project, CancellationToken cancellationToken)
    {
        var reading = new Reading(compilation, project, cancellationToken);
        return new Application { Project = project, Faults = reading.Faults };
    }
}
