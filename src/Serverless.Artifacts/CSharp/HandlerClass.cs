using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>The class of generated handlers beside one class of the user's.</summary>
internal static class HandlerClass
{
    public static string Render(string @namespace, string stem, IReadOnlyList<Function> functions, Application application) => GeneratedFile.Render(
        @namespace,
        "Calls the handlers of " + Xml(functions[0].Entry!.DeclaringType.Replace("global::", "")) + ".",
        stem + "_Handlers",
        code =>
        {
            if (!application.Project.IsExecutable)
                Entries(code, stem, functions, application.Project);
            BodyChecks.Render(code, functions);
            var shapes = BodyChecks.Shapes(functions);
            foreach (var function in functions)
                FunctionClass(code, function, application.Project, shapes);
        });

    /// <summary>
    /// What the managed runtime calls. It runs the static constructor in the init phase, where time is not billed as a request's:
    /// the function that this environment is for is built there.
    /// </summary>
    private static void Entries(CodeWriter code, string stem, IReadOnlyList<Function> functions, ProjectFacts project)
    {
        using (code.Block($"static {stem}_Handlers()"))
        {
            using (code.Block("switch (global::Serverless.Runtime.EntryPoint.HandlerMethod)"))
            {
                foreach (var function in functions)
                {
                    code.Line($"case {GeneratedFile.Literal(function.Entry!.GeneratedMethod)}:");
                    code.Line($"    {GeneratedFile.FunctionClass(function.Entry)}.Initialize();");
                    code.Line("    break;");
                }
            }
        }

        foreach (var function in functions)
        {
            var entry = function.Entry!;
            var core = GeneratedFile.FunctionClass(entry) + ".HandleAsync";
            code.Line();
            code.Line(project.HasLambdaCore
                ? $"public static global::System.Threading.Tasks.Task<global::System.IO.Stream> {entry.GeneratedMethod}(global::System.IO.Stream input, global::Amazon.Lambda.Core.ILambdaContext context) =>"
                : $"public static global::System.Threading.Tasks.Task<global::System.IO.Stream> {entry.GeneratedMethod}(global::System.IO.Stream input) =>");
            code.Line(project.HasLambdaCore
                ? $"    global::Serverless.Runtime.EntryPoint.InvokeAsync({core}, input, global::Serverless.Runtime.EntryPoint.WithContext(context, context.AwsRequestId, context.InvokedFunctionArn, context.RemainingTime));"
                : $"    global::Serverless.Runtime.EntryPoint.InvokeAsync({core}, input, global::Serverless.Runtime.EntryPoint.WithoutContext({GeneratedFile.Number(function.Settings.Timeout)}));");
        }
    }

    private static void FunctionClass(CodeWriter code, Function function, ProjectFacts project, IReadOnlyList<BodyShape> shapes)
    {
        var entry = function.Entry!;
        var json = new JsonFields(project);
        var fields = new FieldList();
        var method = entry.Kind switch
        {
            HandlerKind.HttpRoute or HandlerKind.WebSocketRoute => RouteCore.Render(function, json, fields, shapes),
            HandlerKind.Authorizer => AuthorizerCore.Render(function, json, fields, shapes),
            _ => InvocationCore.Render(function, json),
        };
        code.Line();
        code.Line($"/// <summary>{Xml(function.LogicalId)}.</summary>");
        using (code.Block($"internal static class {GeneratedFile.FunctionClass(entry)}"))
        {
            if (entry.InstanceField.Length > 0)
                code.Line($"private static readonly {entry.DeclaringType} Handler = {ServiceGraphNames.Qualified(project)}.{entry.InstanceField}.Value;");
            foreach (var field in json.Declarations.Concat(fields.Declarations))
                code.Line(field);
            code.Line();
            code.Line($"static {GeneratedFile.FunctionClass(entry)}()");
            code.Line("{");
            code.Line("}");
            code.Line();
            code.Line("/// <summary>Runs the static constructor above, in the init phase.</summary>");
            code.Line("internal static void Initialize()");
            code.Line("{");
            code.Line("}");
            code.Line();
            code.Lines(method);
        }
    }

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");
}
