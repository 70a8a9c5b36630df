using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0404: a handler waits for other machines, could tell them when its own time ends, and does not. Said once for a handler, at its name: the deadline belongs at its top,
/// whichever of its calls needs it. Seen from the handler, so that the finding and its fix are there while typing.
/// </summary>
internal sealed class RemainingTimeRule : HazardRule
{
    private const string RemainingTime = "RemainingTime";

    /// <summary>Bodies that are looked at for one handler; a bigger handler is told nothing rather than late.</summary>
    private const int MaximumBodies = 40;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(TimeoutRules.RemainingTimeUnused);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (model.Types[HazardTypeNames.LambdaContext] is null)
            return;
        on.Handlers((context, method, root) =>
        {
            if (ParameterOf(method) is null || root.Body is not MethodDeclarationSyntax declaration || IsAsked(root, context.Compilation, model, context.CancellationToken))
                return;
            if (FirstCall(root.Body, context.Compilation, model, context.CancellationToken) is { } call)
                context.ReportDiagnostic(Diagnostic.Create(TimeoutRules.RemainingTimeUnused, declaration.Identifier.GetLocation(), root.Name, call.TargetMethod.Name));
        });
        on.HandlerLambdas((context, lambda, root) =>
        {
            if (ParameterOf(lambda.Symbol) is not { Locations: [var place, ..] } || IsAsked(root, context.Compilation, model, context.CancellationToken))
                return;
            if (FirstCall(root.Body, context.Compilation, model, context.CancellationToken) is { } call)
                context.ReportDiagnostic(Diagnostic.Create(TimeoutRules.RemainingTimeUnused, place, root.Name, call.TargetMethod.Name));
        });
    }

    /// <summary>The context; null when the handler is given none, or a token of its own.</summary>
    private static IParameterSymbol? ParameterOf(IMethodSymbol method)
    {
        IParameterSymbol? found = null;
        foreach (var parameter in method.Parameters)
        {
            if (CancellationTokens.IsToken(parameter.Type))
                return null;
            if (parameter.Type is { Name: "ILambdaContext", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Lambda" } })
                found = parameter;
        }

        return found;
    }

    /// <summary>By name: in the handler, or in code that is not another handler's own, which this one may use.</summary>
    private static bool IsAsked(HandlerRoot root, Compilation compilation, ServerlessModel model, CancellationToken cancellationToken)
    {
        var handlers = model.Handlers(cancellationToken);
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!TreeNames.Of(tree, cancellationToken).Mentions(RemainingTime))
                continue;
            foreach (var name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (name.Identifier.ValueText == RemainingTime && !IsInAnother(name, root, handlers))
                    return true;
            }
        }

        return false;
    }

    private static bool IsInAnother(SyntaxNode node, HandlerRoot root, HandlerSet handlers)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (handlers.RootOf(at) is { } owner)
                return owner.Body != root.Body;
        }

        return false;
    }

    /// <summary>The first awaited remote call that goes without a token, in the handler or in the methods of the project that it calls.</summary>
    private static IInvocationOperation? FirstCall(SyntaxNode handler, Compilation compilation, ServerlessModel model, CancellationToken cancellationToken)
    {
        var seen = new HashSet<SyntaxNode> { handler };
        var open = new Queue<SyntaxNode>(seen);
        while (open.Count > 0 && seen.Count <= MaximumBodies)
        {
            var body = open.Dequeue();
            if (compilation.ModelOf(body) is not { } semantics)
                continue;
            foreach (var syntax in body.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (semantics.GetOperation(syntax, cancellationToken) is not IInvocationOperation call)
                    continue;
                if (GoesWithout(call, model, cancellationToken))
                    return call;
                foreach (var reference in (call.TargetMethod.PartialImplementationPart ?? call.TargetMethod.OriginalDefinition).DeclaringSyntaxReferences)
                {
                    if (!Generated(reference.SyntaxTree) && seen.Add(reference.GetSyntax(cancellationToken)))
                        open.Enqueue(reference.GetSyntax(cancellationToken));
                }
            }
        }

        return null;
    }

    private static bool GoesWithout(IInvocationOperation call, ServerlessModel model, CancellationToken cancellationToken) =>
        IsAwaited(call) && RemoteCalls.Is(call, model) && CancellationTokens.Of(call) is (TokenUse.Omitted or TokenUse.OnOverload) && CancellationTokens.InScope(call, cancellationToken).IsEmpty;

    private static bool IsAwaited(IInvocationOperation call)
    {
        IOperation? at = call.Parent;
        while (at is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            at = at.Parent;
        return at is IAwaitOperation;
    }

    private static bool Generated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);
}
