using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0201 and SVLS0202: writes that fail because of where they go, and temporary files that outlive their invocation.</summary>
internal sealed class FileWriteRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(FileRules.WriteOutsideTmp, FileRules.TemporaryFileKept);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Calls((context, _) => Analyze(context, model), [.. FileWriters.Methods, "GetTempFileName"]);
        on.Creations((context, _) => Analyze(context, model), FileWriters.Types);
    }

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model)
    {
        if (context.Operation is IInvocationOperation { TargetMethod: { Name: "GetTempFileName", ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } } } makes)
        {
            AnalyzeTemporary(context, model, makes, makes, "GetTempFileName");
            return;
        }

        if (FileWriters.PathOf(context.Operation) is not { } path)
            return;
        switch (PathClassification.Of(path, context.CancellationToken))
        {
            case PathClass.Tmp when !FileWriters.MakesFolder(context.Operation) && !IsMadeByGetTempFileName(path):
                AnalyzeTemporary(context, model, context.Operation, path, NameOf(context.Operation));
                break;
            case PathClass.Relative:
                AnalyzeOutside(context, model, path, "a path relative to the code's folder");
                break;
            case PathClass.Task:
                AnalyzeOutside(context, model, path, "the code's folder");
                break;
            case PathClass.OtherAbsolute:
                AnalyzeOutside(context, model, path, "an absolute path outside /tmp");
                break;
        }
    }

    private static void AnalyzeOutside(OperationAnalysisContext context, ServerlessModel model, IOperation path, string where)
    {
        if (LambdaGuards.Guards(context.Operation, context.CancellationToken) || model.ReachOf(context.Operation.Syntax, context.CancellationToken).Any is not { } reached)
            return;
        var onFargate = model.Options.IsFargate;
        var consequence = onFargate ? "which is lost with the task" : "which is read-only on Lambda: only /tmp can be written";
        context.ReportDiagnostic(Diagnostic.Create(
            FileRules.WriteOutsideTmp, path.Syntax.GetLocation(), onFargate ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, reached.Sites, properties: null, where, consequence));
    }

    /// <summary>The temporary file itself is reported where it is made.</summary>
    private static bool IsMadeByGetTempFileName(IOperation path) =>
        path.Unwrap() is IInvocationOperation { TargetMethod.Name: "GetTempFileName" }
        || (path.Unwrap() is ILocalReferenceOperation local && OneTimeInitialisation.InitialValue(local)?.Unwrap() is IInvocationOperation { TargetMethod.Name: "GetTempFileName" });

    private static void AnalyzeTemporary(OperationAnalysisContext context, ServerlessModel model, IOperation writer, IOperation path, string name)
    {
        var life = TemporaryFiles.LifeOf(writer, path, context.CancellationToken);
        if (life == FileLife.Ended)
            return;
        if (model.ReachOf(writer.Syntax, context.CancellationToken).Handler is { } reached)
            context.Report(FileRules.TemporaryFileKept, writer.Syntax, reached, name, life == FileLife.EndsOnSomePaths ? "is not deleted on every path" : "is never deleted");
    }

    private static string NameOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.Name,
        { Type: { } type } => type.Name,
        _ => "",
    };
}
