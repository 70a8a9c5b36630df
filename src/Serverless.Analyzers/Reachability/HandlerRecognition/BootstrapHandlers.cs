using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// Executables: the delegate given to `LambdaBootstrapBuilder.Create`, `HandlerWrapper.GetHandlerWrapper` or `new LambdaBootstrap`.
/// A delegate that was put into a local or a field first is followed to its one initial value, as the templates of the field write it.
/// The method that starts the bootstrap runs before the first invocation.
/// </summary>
internal static class BootstrapHandlers
{
    public static void Find(HandlerFinder finder)
    {
        foreach (var tree in finder.Compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, finder.CancellationToken);
            if (!names.Mentions("LambdaBootstrapBuilder") && !names.Mentions("GetHandlerWrapper") && !names.Mentions("LambdaBootstrap"))
                continue;
            foreach (var node in tree.GetRoot(finder.CancellationToken).DescendantNodes())
            {
                if (IsCandidate(node) && finder.ModelOf(node).GetOperation(node, finder.CancellationToken) is { } operation)
                    Read(finder, operation);
            }
        }
    }

    private static bool IsCandidate(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => name == "GetHandlerWrapper" || name.StartsWith("Create", StringComparison.Ordinal),
        BaseObjectCreationExpressionSyntax => true,
        _ => false,
    };

    private static void Read(HandlerFinder finder, IOperation operation)
    {
        var (method, arguments) = operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Arguments),
            IObjectCreationOperation { Constructor: { } constructor } creation => (constructor, creation.Arguments),
            _ => default,
        };
        if (method is null || !DeferredSinks.IsBootstrap(method))
            return;
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Type.TypeKind == TypeKind.Delegate)
                DelegateTargets.Add(finder, HandlerForm.Bootstrap, argument.Value, "handler");
        }

        for (SyntaxNode? at = operation.Syntax.Parent; at is not null; at = at.Parent)
        {
            if (Bodies.IsMemberBody(at))
            {
                finder.AddInit(at, "Main");
                break;
            }
        }

        finder.AddEntryPointToInit();
    }
}
