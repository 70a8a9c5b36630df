using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS1007: calls that leave the process, made by workflow code and not by a step.</summary>
internal sealed class DurableIoRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(DurableRules.InputOutput);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[HazardTypeNames.DurableContext] is null)
            return;
        on.Operations(context => Analyze(context, (IInvocationOperation)context.Operation, model), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (!LeavesTheProcess(call, model) || model.ReachOf(call.Syntax, context.CancellationToken).Workflow is not { } reached)
            return;
        context.Report(DurableRules.InputOutput, call.Syntax, reached, call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name, reached.Chain);
    }

    private static bool LeavesTheProcess(IInvocationOperation call, ServerlessModel model)
    {
        if (RemoteCalls.Is(call, model))
            return true;
        var method = call.TargetMethod;
        if (method.ContainingType is { Name: "File", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } })
            return method.Name is not "Exists";
        return method.Name.EndsWith("Async", StringComparison.Ordinal) && !method.IsStatic && method.Name is not ("DisposeAsync" or "CloseAsync") && ReusableTypes.Contains(method.ContainingType, model);
    }
}
