using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0512: work that waits for the end of the process. An environment without an extension is killed without a signal. With one there are moments, so that it is information;
/// a container is told to stop, and is where such code belongs.
/// </summary>
internal sealed class ProcessExitRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConcurrencyRules.CleanUpAtProcessExit);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Options.IsFargate)
            return;
        on.Operations(context => AnalyzeEvent(context, model), OperationKind.EventAssignment);
        on.Calls((context, call) => AnalyzeCall(context, call, model), "Create", "Register", "UnsafeRegister");
        on.Blocks(AnalyzeFinalizer(model));
    }

    private static void AnalyzeEvent(OperationAnalysisContext context, ServerlessModel model)
    {
        if (context.Operation is not IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event: var raised } })
            return;
        var isExit = raised.Name switch
        {
            "ProcessExit" or "DomainUnload" => raised.ContainingType is { Name: "AppDomain", ContainingNamespace.Name: "System" },
            "Unloading" => raised.ContainingType is { Name: "AssemblyLoadContext", ContainingNamespace.Name: "Loader" },
            _ => false,
        };
        if (isExit)
            Report(context, model, raised.ContainingType.Name + "." + raised.Name);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.TargetMethod.Name == "Create")
        {
            if (call.TargetMethod.ContainingType is { Name: "PosixSignalRegistration", ContainingNamespace.Name: "InteropServices" } && call.Arguments is [{ Value: IFieldReferenceOperation { Field.Name: "SIGTERM" or "SIGQUIT" or "SIGHUP" } signal }, ..])
                Report(context, model, signal.Field.Name);
        }
        else if (call.Instance?.Unwrap() is IPropertyReferenceOperation { Property: { Name: "ApplicationStopping" or "ApplicationStopped", ContainingType.Name: "IHostApplicationLifetime" or "IApplicationLifetime" } token })
        {
            Report(context, model, token.Name);
        }
    }

    /// <summary>A finalizer that reaches another machine; one that frees handles is what they are for.</summary>
    private static Action<OperationBlockAnalysisContext> AnalyzeFinalizer(ServerlessModel model) => context =>
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Destructor, ContainingType: var type })
            return;
        foreach (var block in context.OperationBlocks)
        {
            foreach (var inner in block.Descendants())
            {
                if (inner is IInvocationOperation call && RemoteCalls.Is(call, model))
                    context.ReportDiagnostic(Diagnostic.Create(ConcurrencyRules.CleanUpAtProcessExit, call.Syntax.GetLocation(), "~" + type.Name));
            }
        }
    };

    private static void Report(OperationAnalysisContext context, ServerlessModel model, string name)
    {
        if (LambdaGuards.Guards(context.Operation, context.CancellationToken) || model.ReachOf(context.Operation.Syntax, context.CancellationToken).Any is not { } reached)
            return;
        var severity = HasLayers(context) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        context.ReportAs(severity, ConcurrencyRules.CleanUpAtProcessExit, context.Operation.Syntax, reached, name);
    }

    /// <summary>A template gives some function a layer, which may be an extension.</summary>
    private static bool HasLayers(OperationAnalysisContext context)
    {
        foreach (var file in context.Options.AdditionalFiles)
        {
            if (file.GetText(context.CancellationToken)?.ToString() is { } text && (text.Contains("Layers:") || text.Contains("\"Layers\"")))
                return true;
        }

        return false;
    }
}
