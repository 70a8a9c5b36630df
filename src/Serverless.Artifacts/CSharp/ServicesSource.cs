using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// The objects that handlers need. Each stands in a class of its own, so that it is created once, when the first function that
/// needs it starts, and never when none does.
/// </summary>
internal static class ServicesSource
{
    public static string Render(Application application) => GeneratedFile.Render(
        application.Project.RootNamespace,
        "The objects that handlers are built of: one of each, created in the init phase of the functions that need it.",
        ServiceGraphNames.Class,
        code =>
        {
            if (application.Services.Container is { } container)
                ContainerClass.Render(code, container);
            foreach (var node in application.Services.Nodes)
            {
                using (code.Block($"internal static class {node.FieldName}"))
                    code.Line($"internal static readonly {node.ServiceType} Value = {node.Creation};");
            }
        });
}
