using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0709: a catch-all around the processing of an asynchronous event that only writes the failure down, in the handler or in a method that it calls. Best effort
/// beside the event (a metric, a cache) is nobody's business: the guarded code must touch the event or what was made of it.
/// </summary>
internal sealed class SwallowedFailureRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(HandlerRules.FailureSwallowed);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Operations(context => Analyze(context, model), OperationKind.CatchClause);

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (!QuietHandling.CatchesAll(clause) || clause.Parent is not ITryOperation guarded || !QuietHandling.OnlyWrites(clause.Handler))
            return;
        if (guarded.Outermost() is not { } body || SpeaksOfFailures(body, context.CancellationToken) || !TouchesEvent(guarded.Body, body, context.CancellationToken))
            return;
        if (model.ReachOf(clause.Syntax, context.CancellationToken).Handler is not { Depth: <= 1, Root: { } root } reached || AsynchronousSources.Of(root.Function) is not { } source)
            return;
        var at = ((CatchClauseSyntax)clause.Syntax).CatchKeyword.GetLocation();
        context.ReportDiagnostic(HazardReporting.Create(HandlerRules.FailureSwallowed, at, DiagnosticSeverity.Warning, reached, null, reached.Chain, source));
    }

    /// <summary>A partial response, an exit code or a thrown exception elsewhere in the method: failures have a way out that is more than one catch.</summary>
    private static bool SpeaksOfFailures(IOperation body, CancellationToken cancellationToken)
    {
        foreach (var inner in body.Descendants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = inner switch
            {
                IMemberReferenceOperation { Member.Name: "BatchItemFailures" or "ExitCode" } => true,
                IObjectCreationOperation { Type.Name: "BatchItemFailure" } => true,
                IInvocationOperation { TargetMethod: { Name: "Exit" or "FailFast", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } } } => true,
                _ => false,
            };
            if (found)
                return true;
        }

        return false;
    }

    private static bool TouchesEvent(IBlockOperation guarded, IOperation body, CancellationToken cancellationToken)
    {
        var fromEvent = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var inner in body.Descendants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Declared before used, so one pass in source order carries the event along.
            if (inner is IVariableDeclaratorOperation { Symbol: var local } declarator && declarator.GetVariableInitializer() is { } initial && Mentions(initial, fromEvent))
                fromEvent.Add(local);
            else if (inner is IForEachLoopOperation { Collection: var collection, Locals: [var item, ..] } && Mentions(collection, fromEvent))
                fromEvent.Add(item);
        }

        return Mentions(guarded, fromEvent);
    }

    private static bool Mentions(IOperation operation, HashSet<ISymbol> fromEvent)
    {
        foreach (var inner in operation.DescendantsAndSelf())
        {
            switch (inner)
            {
                case IParameterReferenceOperation { Parameter: var parameter } when fromEvent.Contains(parameter) || IsInput(parameter):
                case ILocalReferenceOperation { Local: var local } when fromEvent.Contains(local):
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// An event, a record of one, or whatever the handler or its helper was given beside the context, a token and services. What is given an exception reports a failure, and
    /// may fail at that.
    /// </summary>
    private static bool IsInput(IParameterSymbol parameter) =>
        !TakesException(parameter.ContainingSymbol) && (EventTypes.IsEvent(parameter.Type)
        || (!HandlerPayloads.IsContext(parameter.Type) && parameter.Type.TypeKind != TypeKind.Interface && parameter.Type.Name is not ("CancellationToken" or "ILogger") && parameter.Ordinal == 0));

    private static bool TakesException(ISymbol? function)
    {
        foreach (var parameter in (function as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (parameter.Type.Name.EndsWith("Exception", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
