using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>The class of generated handlers beside one class of the user's.</summary>
internal static class HandlerClass
{
    public static string Render(GeneratedClass @class, Application application) => GeneratedFile.Render(
        @class.Namespace,
        @class.Views.Count == 0 ? "Chooses between the routes of the application." : "Calls the handlers of " + GeneratedFile.Xml(@class.Views[0].Entry!.DeclaringType.Replace("global::", "")) + ".",
        @class.Stem + "_Handlers",
        code =>
        {
            if (!application.Project.IsExecutable && @class.EntryPoints.Count > 0)
                EntryPoints(code, @class, application.Project);
            foreach (var function in @class.Routers)
                RouterSource.Render(code, function, application.Project);
            BodyChecks.Render(code, @class.Views);
            var shapes = BodyChecks.Shapes(@class.Views);
            foreach (var view in @class.Views)
                FunctionClass(code, view, application, shapes);
        });

    /// <summary>
    /// What the managed runtime calls. It runs the static constructor in the init phase, where time is not billed as a request's:
    /// the function that this environment is for is built there.
    /// </summary>
    private static void EntryPoints(CodeWriter code, GeneratedClass @class, ProjectFacts project)
    {
        using (code.Block($"static {@class.Stem}_Handlers()"))
        {
            using (code.Block("switch (global::Serverless.Runtime.EntryPoint.HandlerMethod)"))
            {
                foreach (var entryPoint in @class.EntryPoints)
                {
                    code.Line($"case {GeneratedFile.Literal(entryPoint.Method)}:");
                    code.Line($"    {entryPoint.Class}.Initialize();");
                    code.Line("    break;");
                }
            }
        }

        foreach (var entryPoint in @class.EntryPoints)
        {
            var core = entryPoint.Class + ".HandleAsync";
            code.Line();
            code.Line(project.HasLambdaCore
                ? $"public static global::System.Threading.Tasks.Task<global::System.IO.Stream> {entryPoint.Method}(global::System.IO.Stream input, global::Amazon.Lambda.Core.ILambdaContext context) =>"
                : $"public static global::System.Threading.Tasks.Task<global::System.IO.Stream> {entryPoint.Method}(global::System.IO.Stream input) =>");
            code.Line(project.HasLambdaCore
                ? $"    global::Serverless.Runtime.EntryPoint.InvokeAsync({core}, input, global::Serverless.Runtime.EntryPoint.WithContext(context, context.AwsRequestId, context.InvokedFunctionArn, context.RemainingTime));"
                : $"    global::Serverless.Runtime.EntryPoint.InvokeAsync({core}, input, global::Serverless.Runtime.EntryPoint.WithoutContext({GeneratedFile.Number(entryPoint.TimeoutSeconds)}));");
        }
    }

    private static void FunctionClass(CodeWriter code, Function function, Application application, IReadOnlyList<BodyShape> shapes)
    {
        var entry = function.Entry!;
        var json = new JsonFields(application);
        var fields = new FieldList();
        var method = entry.Kind switch
        {
            HandlerKind.HttpRoute when entry.Filters.Count > 0 => FilteredRouteCore.Render(function, application, json, fields, shapes),
            HandlerKind.HttpRoute or HandlerKind.WebSocketRoute => RouteCore.Render(function, json, fields, shapes),
            HandlerKind.Authorizer => AuthorizerCore.Render(function, json, fields, shapes),
            _ => InvocationCore.Render(function, json),
        };
        if (entry.Kind != HandlerKind.HttpRoute && entry.Filters.Count > 0)
            method = FilterSource.Around(function, application, method);
        code.Line();
        code.Line($"/// <summary>{GeneratedFile.Xml(function.LogicalId)}.</summary>");
        using (code.Block($"internal static class {GeneratedFile.FunctionClass(entry)}"))
        {
            if (entry.InstanceField.Length > 0)
                code.Line($"private static readonly {entry.DeclaringType} Handler = {ServiceGraphNames.Qualified(application.Project)}.{entry.InstanceField}.Value;");
            foreach (var field in ContainerSource.Members(entry, application.Project).Concat(FilterSource.Fields(entry)).Concat(json.Declarations).Concat(fields.Declarations))
                code.Line(field);
            code.Line();
            code.Line($"static {GeneratedFile.FunctionClass(entry)}()");
            code.Line("{");
            code.Line("}");
            code.Line();
            code.Line("/// <summary>Runs the static constructor above, in the init phase.</summary>");
            using (code.Block("internal static void Initialize()"))
                ContainerSource.Prepare(code, [entry], application.Project);
            code.Line();
            code.Lines(method);
        }
    }
}
