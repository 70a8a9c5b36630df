using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0502: methods and local functions that are async void, wherever they stand; lambdas for a void delegate in code that runs on Lambda.</summary>
internal sealed class AsyncVoidRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConcurrencyRules.AsyncVoid);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Symbols(context => AnalyzeMethod(context, model), SymbolKind.Method);
        on.Operations(AnalyzeLocalFunction, OperationKind.LocalFunction);
        on.Operations(operation => AnalyzeLambda(operation, model), OperationKind.AnonymousFunction);
    }

    /// <summary>Of a handler that the runtime refuses, SVLS0701 speaks.</summary>
    private static void AnalyzeMethod(SymbolAnalysisContext context, ServerlessModel model)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method is { IsAsync: true, ReturnsVoid: true, MethodKind: MethodKind.Ordinary, PartialImplementationPart: null } && method.Locations is [{ IsInSource: true } location, ..]
            && LoadedHandlers.Of(method, model, context.CancellationToken) is null)
            context.ReportDiagnostic(Diagnostic.Create(ConcurrencyRules.AsyncVoid, location, "'" + method.Name + "'"));
    }

    private static void AnalyzeLocalFunction(OperationAnalysisContext context)
    {
        if (((ILocalFunctionOperation)context.Operation).Symbol is { IsAsync: true, ReturnsVoid: true, Locations: [var location, ..] } function)
            context.ReportDiagnostic(Diagnostic.Create(ConcurrencyRules.AsyncVoid, location, "'" + function.Name + "'"));
    }

    private static void AnalyzeLambda(OperationAnalysisContext context, ServerlessModel model)
    {
        var lambda = (IAnonymousFunctionOperation)context.Operation;
        if (lambda.Symbol is not { IsAsync: true, ReturnsVoid: true })
            return;
        if (model.ReachOf(lambda.Syntax, context.CancellationToken).Any is { } reached)
            context.Report(ConcurrencyRules.AsyncVoid, lambda.Syntax, reached, NameOf(lambda));
    }

    private static string NameOf(IAnonymousFunctionOperation lambda)
    {
        var at = lambda.Parent;
        while (at is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
            at = at.Parent;
        return at is IArgumentOperation { Parent: IInvocationOperation call } ? "The lambda given to '" + call.TargetMethod.Name + "'" : "The lambda";
    }
}
