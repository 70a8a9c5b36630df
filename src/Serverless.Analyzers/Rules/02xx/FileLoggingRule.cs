using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0210: log lines that go where nobody collects them. What a function writes to its standard output reaches CloudWatch; a file is lost with its environment.</summary>
internal sealed class FileLoggingRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(FileRules.FileLogging);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Calls((context, call) => AnalyzeSink(context, call, model), "File", "RollingFile", "AddFile");
        on.Calls((context, call) => AnalyzeAppend(context, call, model), "AppendAllText", "AppendAllTextAsync", "AppendAllLines", "AppendAllLinesAsync", "AppendText");
        on.Creations((context, creation) => AnalyzeTarget(context, creation, model), "FileTarget", "FileAppender", "RollingFileAppender", "TextWriterTraceListener");
    }

    private static void AnalyzeSink(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        var isSink = call.TargetMethod.Name == "AddFile"
            ? call.Type?.Name is "ILoggingBuilder" or "ILoggerFactory"
            : call.TargetMethod.ContainingNamespace is { Name: "Serilog" } && call.TargetMethod.IsExtensionMethod && IsWriteTo(call);
        if (isSink)
            Report(context, model, call.TargetMethod.Name == "AddFile" ? "AddFile" : "WriteTo." + call.TargetMethod.Name);
    }

    /// <summary>`WriteTo.File`, not `AuditTo.File`, which is meant to be kept.</summary>
    private static bool IsWriteTo(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Unwrap() is IPropertyReferenceOperation { Property.Name: "WriteTo" } or IParameterReferenceOperation;

    private static void AnalyzeAppend(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (FileWriters.PathOf(call) is { } path && NameOf(path, context.CancellationToken) is { } name && FileLogs.IsLog(call, name))
            Report(context, model, "File." + call.TargetMethod.Name);
    }

    /// <summary>The whole path, or at least its end.</summary>
    private static string? NameOf(IOperation path, CancellationToken cancellationToken)
    {
        if (ConstantPaths.Of(path, cancellationToken) is { } constant)
            return constant;
        return path.Unwrap() switch
        {
            IInterpolatedStringOperation { Parts: [.., IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string end } }] } => end,
            IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: string end } } => end,
            IInvocationOperation { TargetMethod: { Name: "Combine" or "Join", ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } } } call when PathClassification.Parts(call) is [.., { ConstantValue: { HasValue: true, Value: string end } }] => end,
            _ => null,
        };
    }

    private static void AnalyzeTarget(OperationAnalysisContext context, IObjectCreationOperation creation, ServerlessModel model)
    {
        var isFile = creation.Type?.Name switch
        {
            "FileTarget" => creation.Type.ContainingNamespace is { Name: "Targets", ContainingNamespace.Name: "NLog" },
            "TextWriterTraceListener" => creation.Arguments is [{ Parameter.Type.SpecialType: SpecialType.System_String }, ..],
            _ => creation.Type?.ContainingNamespace is { Name: "Appender", ContainingNamespace.Name: "log4net" },
        };
        if (isFile)
            Report(context, model, creation.Type!.Name);
    }

    private static void Report(OperationAnalysisContext context, ServerlessModel model, string what)
    {
        var operation = context.Operation;
        if (Surroundings.IsForDevelopment(operation) || LambdaGuards.Guards(operation, context.CancellationToken) || model.ReachOf(operation.Syntax, context.CancellationToken).Any is not { } reached)
            return;
        context.Report(FileRules.FileLogging, operation.Syntax, reached, what, model.Options.IsFargate ? "task" : "environment");
    }
}
