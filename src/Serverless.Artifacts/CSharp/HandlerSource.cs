using System.Collections.Immutable;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>A generated C# file.</summary>
internal sealed record SourceFile(string HintName, string Text);

/// <summary>Renders the C# between events and handler methods: one file for each class of handlers, the services, the registration.</summary>
internal static class HandlerSource
{
    public static ImmutableArray<SourceFile> Render(Application application, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var functions = application.Handlers.ToList();
        if (MachineRegistrationSource.IsNeeded(application))
            files.Add(new SourceFile("ServerlessMachines.g.cs", MachineRegistrationSource.Render(application)));
        if (functions.Count == 0)
            return files.ToImmutable();
        foreach (var @class in GeneratedClass.Of(functions))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = (@class.Namespace.Length == 0 ? "" : @class.Namespace + ".") + @class.Stem + "_Handlers.g.cs";
            files.Add(new SourceFile(name, HandlerClass.Render(@class, application)));
        }

        if (DirectJsonSource.Render(application) is { } json)
            files.Add(json);
        if (application.Services.HasLogger)
            files.Add(LoggerSource.Render(application.Project));
        if (application.Services.Nodes.Count > 0 || application.Services.Container is not null)
            files.Add(new SourceFile("ServerlessServices.g.cs", ServicesSource.Render(application)));
        if (ApiRegistrationSource.IsNeeded(application))
            files.Add(new SourceFile("ServerlessApis.g.cs", ApiRegistrationSource.Render(application)));
        files.Add(new SourceFile("ServerlessFunctions.g.cs", RegistrationSource.Render(application, functions)));
        return files.ToImmutable();
    }
}
