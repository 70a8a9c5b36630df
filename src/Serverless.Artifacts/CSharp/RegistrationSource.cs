using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Registers every function of the assembly, so that a host finds them without reflection.</summary>
internal static class RegistrationSource
{
    public static string Render(Application application, IReadOnlyList<Function> functions) => GeneratedFile.Render(
        application.Project.RootNamespace,
        "Tells the hosts (Runtime API loop, Kestrel) which functions there are.",
        "ServerlessFunctions",
        code =>
        {
            code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            using (code.Block("internal static void Register()"))
            {
                foreach (var function in functions)
                    code.Line($"global::Serverless.Runtime.FunctionTable.Register({Description(function)});");
                if (ApiRegistrationSource.IsNeeded(application))
                    code.Line($"global::Serverless.Runtime.ApiTable.Register({ApiRegistrationSource.ClassName}.Describe);");
                if (MachineRegistrationSource.IsRegistered(application))
                    code.Line($"global::Serverless.Runtime.MachineTable.Register({MachineRegistrationSource.ClassName}.Describe);");
            }
        });

    private static string Description(Function function)
    {
        var core = GeneratedClass.CoreOf(function);
        var routes = function.Routes.Count == 0
            ? "global::System.Array.Empty<string>()"
            : $"new string[] {{ {string.Join(", ", function.Routes.Select(r => GeneratedFile.Literal((r.Api.Length == 0 ? function.LogicalId : r.Api) + " " + r.RouteKey)))} }}";
        return $"new({GeneratedFile.Literal(function.LogicalId)}, {core}.HandleAsync, {routes}, {GeneratedFile.Number(function.Settings.Timeout)}) {{ Initialize = {core}.Initialize{(RouteCore.Streams(function) ? ", Streams = true" : "")} }}";
    }
}
