using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0205: reads that work as long as the process was started in the folder of its code.</summary>
internal sealed class CurrentDirectoryRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(FileRules.CurrentDirectoryPath);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Calls((context, _) => AnalyzeRead(context, model), FileReaders.Methods);
        on.Creations((context, _) => AnalyzeRead(context, model), FileReaders.Types);
        on.Calls((context, call) => AnalyzeCurrent(context, call.TargetMethod, model), "GetCurrentDirectory");
        on.Properties((context, property) => AnalyzeCurrent(context, property.Property, model), "CurrentDirectory");
    }

    private static void AnalyzeRead(OperationAnalysisContext context, ServerlessModel model)
    {
        // A temporary or random name is relative to nothing that anybody wrote.
        if (FileReaders.PathOf(context.Operation) is not { } path || ConstantPaths.Of(path, context.CancellationToken) is not { } text || PathClassification.OfText(text) != PathClass.Relative)
            return;
        if (!LambdaGuards.Guards(context.Operation, context.CancellationToken) && model.ReachOf(context.Operation.Syntax, context.CancellationToken).Any is { } reached)
            context.Report(FileRules.CurrentDirectoryPath, path.Syntax, reached, "'" + text + "'");
    }

    private static void AnalyzeCurrent(OperationAnalysisContext context, ISymbol member, ServerlessModel model)
    {
        if (member.ContainingType is not { Name: "Directory" or "Environment" } type || context.Operation.Parent is IAssignmentOperation { Target: var target } && target == context.Operation || IsContentRoot(context.Operation))
            return;
        if (!LambdaGuards.Guards(context.Operation, context.CancellationToken) && model.ReachOf(context.Operation.Syntax, context.CancellationToken).Any is { } reached)
            context.Report(FileRules.CurrentDirectoryPath, context.Operation.Syntax, reached, type.Name + "." + member.Name);
    }

    /// <summary>ASP.NET Core has a name for what is meant, and defaults of its own.</summary>
    private static bool IsContentRoot(IOperation operation)
    {
        for (var at = operation.Parent; at is not null and not IExpressionStatementOperation and not IVariableDeclarationOperation; at = at.Parent)
        {
            if (at is IInvocationOperation { TargetMethod.Name: "UseContentRoot" or "UseWebRoot" } or ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "ContentRootPath" or "WebRootPath" } })
                return true;
        }

        return false;
    }
}
