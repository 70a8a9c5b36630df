using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0513: an invocation that ends its own process. The service reports a crash, not the cause, and the next invocation starts from nothing.
/// On Fargate a worker that gives up is restarted by its service, which is a design: silent there.
/// </summary>
internal sealed class ProcessEndRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConcurrencyRules.HandlerEndsProcess);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (!model.Options.IsFargate)
            on.Calls((context, call) => Analyze(context, call, model), "Exit", "FailFast", "Kill", "Abort", "StopApplication");
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (!Ends(call) || LambdaGuards.Guards(call, context.CancellationToken))
            return;
        var reach = model.ReachOf(call.Syntax, context.CancellationToken);
        if ((reach.Handler ?? reach.FirstUse) is not { } reached)
            return;
        var neighbours = model.Execution(reached.Root, context.CancellationToken).IsConcurrent == true ? ", the invocations beside it are lost" : "";
        context.Report(ConcurrencyRules.HandlerEndsProcess, call.Syntax, reached, call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name, reached.Chain, neighbours);
    }

    private static bool Ends(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        return call.TargetMethod.Name switch
        {
            "Exit" or "FailFast" => type is { Name: "Environment", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
            "Kill" => type is { Name: "Process", ContainingNamespace.Name: "Diagnostics" } && IsOwnProcess(call.Instance, depth: 0),
            "Abort" => type is { Name: "Thread", ContainingNamespace.Name: "Threading" },
            "StopApplication" => type is { Name: "IHostApplicationLifetime" or "IApplicationLifetime" or "ApplicationLifetime", ContainingNamespace.Name: "Hosting" or "Internal" },
            _ => false,
        };
    }

    private static bool IsOwnProcess(IOperation? process, int depth) => process?.Unwrap() switch
    {
        IInvocationOperation { TargetMethod.Name: "GetCurrentProcess" } => true,
        IInvocationOperation { TargetMethod.Name: "GetProcessById", Arguments: [{ Value: var id }, ..] } => id.Unwrap() is IPropertyReferenceOperation { Property: { Name: "ProcessId", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } } },
        ILocalReferenceOperation local when depth == 0 => IsOwnProcess(OneTimeInitialisation.InitialValue(local), depth + 1),
        _ => false,
    };
}
