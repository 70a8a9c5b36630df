using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// Describes the state machines to those who run them in process: tests and the local host. The class is found by its name, so that
/// nothing on Lambda's start path knows it and trimming removes it; only a program with a host registers it.
/// </summary>
internal static class MachineRegistrationSource
{
    public const string ClassName = "ServerlessMachines";

    private const string Runtime = "global::Serverless.Runtime.";

    /// <summary>False when there are none, or when the project does not ask for their definitions.</summary>
    public static bool IsNeeded(Application application) =>
        application.StateMachines.Any(static machine => machine.ClassName.Length > 0) && ArtifactKinds.IsWanted(application.Project, ArtifactKinds.StateMachines);

    /// <summary>A program with a host may be trimmed, and then nobody finds a class by its name.</summary>
    public static bool IsRegistered(Application application) => IsNeeded(application) && application.Project is { IsExecutable: true, HasHosting: true };

    public static string Render(Application application)
    {
        var resolver = new ReferenceResolver(application);
        return GeneratedFile.Render(
            application.Project.RootNamespace,
            "Tells those who run state machines in process which there are.",
            ClassName,
            code =>
            {
                using (code.Block($"internal static global::System.Collections.Generic.IReadOnlyList<{Runtime}MachineDescription> Describe() => new {Runtime}MachineDescription[]", "};"))
                {
                    foreach (var machine in application.StateMachines.Where(static machine => machine.ClassName.Length > 0))
                        Machine(code, application, machine, resolver);
                }
            });
    }

    private static void Machine(CodeWriter code, Application application, StateMachine machine, ReferenceResolver resolver)
    {
        var space = application.Project.RootNamespace;
        var artifact = $"global::{(space.Length == 0 ? "" : space + ".")}ServerlessArtifacts.{ArtifactProperty.NameOf(MachineData.DefinitionPath(machine.LogicalId))}";
        code.Line($"new({Text(machine.LogicalId)}, typeof({machine.ClassName}), {(machine.Type == WorkflowType.Express ? "true" : "false")}, static () => {artifact})");
        using (code.Block("", "},"))
        {
            Pairs(code, "Substitutions", AslRenderer.Render(machine, resolver).Substitutions.Select(static s => (s.Key, s.Value.ToPlaceholderText())));
            Functions(code, application, machine);
            if (application.Project.JsonContext is { } context)
                code.Line($"Json = {context}.Default,");
        }
    }

    private static void Functions(CodeWriter code, Application application, StateMachine machine)
    {
        var called = StateWalk.All(machine.Graph).OfType<TaskState>().Select(static t => t.Function ?? t.Container).OfType<string>().Distinct(StringComparer.Ordinal);
        var functions = called.Select(id => application.Handlers.FirstOrDefault(f => f.LogicalId == id)).OfType<Function>().ToList();
        if (functions.Count == 0)
            return;
        using (code.Block($"Functions = new {Runtime}MachineFunction[]", "},"))
        {
            foreach (var function in functions)
                code.Line($"new({Text(function.LogicalId)}, typeof({function.Entry!.DeclaringType}), {Text(function.Entry.MethodName.TrimStart('@'))}),");
        }
    }

    private static void Pairs(CodeWriter code, string name, IEnumerable<(string Key, string Value)> pairs)
    {
        var list = pairs.ToList();
        if (list.Count == 0)
            return;
        const string Pair = "global::System.Collections.Generic.KeyValuePair<string, string>";
        using (code.Block($"{name} = new {Pair}[]", "},"))
        {
            foreach (var (key, value) in list)
                code.Line($"new {Pair}({Text(key)}, {Text(value)}),");
        }
    }

    private static string Text(string text) => GeneratedFile.Literal(text);
}
