using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// What asks the container that `[ServerlessStartup]` fills: locals and members of generated handlers. The container itself is written by
/// <see cref="ContainerClass"/>.
/// </summary>
internal static class ContainerSource
{
    /// <summary>Expression that begins the scope of an invocation, inside a function class.</summary>
    public const string Begin = "BeginScope()";

    /// <summary>What a handler method is called on.</summary>
    public static string Target(HandlerEntry entry) =>
        entry.IsStatic ? entry.DeclaringType : entry.ScopedInstance.Length > 0 ? entry.ScopedInstance : "Handler";

    /// <summary>Members of the class of a function that asks the container.</summary>
    public static IEnumerable<string> Members(HandlerEntry entry, ProjectFacts project) => entry.HasScope
        ? [$"private static {Class(project)}.Scope NoScope => default;", $"private static {Class(project)}.Scope BeginScope() => {Class(project)}.Begin();"]
        : [];

    /// <summary>The local `scope` of a handler that asks the container.</summary>
    public static void Declare(CodeWriter code, HandlerEntry entry)
    {
        if (entry.HasScope)
            code.Line("var scope = NoScope;");
    }

    /// <summary>The end of an invocation.</summary>
    public static void End(CodeWriter code, HandlerEntry entry)
    {
        if (entry.HasScope)
            code.Line("await scope.DisposeAsync().ConfigureAwait(false);");
    }

    /// <summary>Members of an invocation that filters see: its scope begins when somebody asks for it.</summary>
    public static void InvocationMembers(CodeWriter code, Application application)
    {
        if (application.Services.Container is null)
            return;
        var @class = Class(application.Project);
        code.Line($"private {@class}.Scope _scope;");
        code.Line("private bool _hasScope;");
        code.Line();
        using (code.Block($"private {@class}.Scope scope"))
        {
            using (code.Block("get"))
            {
                using (code.Block("if (!_hasScope)"))
                {
                    code.Line($"_scope = {@class}.Begin();");
                    code.Line("_hasScope = true;");
                }

                code.Line("return _scope;");
            }
        }

        code.Line();
        code.Line("public override global::System.IServiceProvider? Services => scope.Provider;");
        code.Line();
        code.Line("internal global::System.Threading.Tasks.ValueTask EndScopeAsync() => _scope.DisposeAsync();");
        code.Line();
    }

    /// <summary>Looks in init for what the entries ask for, so that what is missing is an init error that names who needs it.</summary>
    public static void Prepare(CodeWriter code, IEnumerable<HandlerEntry> entries, ProjectFacts project)
    {
        foreach (var need in entries.SelectMany(static entry => entry.Needs).Distinct())
        {
            var consumer = GeneratedFile.Literal(need.Consumer);
            code.Line(need.Key.Length == 0 ? $"{Class(project)}.Prepare<{need.Type}>({consumer});" : $"{Class(project)}.PrepareKeyed<{need.Type}>({need.Key}, {consumer});");
        }
    }

    private static string Class(ProjectFacts project) => ServiceGraphNames.Qualified(project) + ".Container";
}
