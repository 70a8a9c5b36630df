using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// Workflows of durable functions: what is handed to `DurableFunction.WrapAsync`, and methods that take an `IDurableContext` and that no code of the project calls
/// (one that is called is reached from its caller). The method that wraps the workflow is the handler and is recognised by its own form.
/// </summary>
internal static class DurableHandlers
{
    public static void Find(HandlerFinder finder)
    {
        if (finder.Types[HazardTypeNames.DurableContext] is null)
            return;
        foreach (var tree in finder.Trees)
        {
            if (tree.Mentions("WrapAsync"))
                AddWrapped(finder, tree);
        }

        foreach (var tree in finder.Trees)
        {
            if (!tree.Mentions("IDurableContext"))
                continue;
            foreach (var declaration in tree.Methods)
            {
                if (!declaration.ParameterList.Parameters.Any(static p => p.Type is { } type && type.ToString().EndsWith("IDurableContext", StringComparison.Ordinal)))
                    continue;
                if (finder.MethodOf(declaration) is { IsAbstract: false } method && DurableOperations.TakesContext(method) && !Calls.Exist(finder, method))
                    finder.Add(HandlerForm.Durable, method);
            }
        }
    }

    private static void AddWrapped(HandlerFinder finder, TreeNames tree)
    {
        foreach (var call in tree.Root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WrapAsync" } and not SimpleNameSyntax { Identifier.ValueText: "WrapAsync" })
                continue;
            if (finder.ModelOf(call).GetOperation(call, finder.CancellationToken) is IInvocationOperation { Arguments: [var workflow, ..] } operation && DurableOperations.IsWrap(operation.TargetMethod))
                DelegateTargets.Add(finder, HandlerForm.Durable, workflow.Value, "workflow", call);
        }
    }
}
