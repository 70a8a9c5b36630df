using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// Wraps an expression of a workflow in a step of the context in scope. One at a time: an operation more shifts the ids of those after it, which executions that
/// are under way have recorded.
/// </summary>
public abstract class StepFixer : ServerlessFixer
{
    private protected override string Title => "Move it into a step";

    private protected sealed override bool CanFixAll => false;

    /// <summary>The call is awaited already, so that the step can have its task.</summary>
    private protected abstract bool IsTask { get; }

    private protected sealed override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax expression || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        if (!Syntax.MayAwait(expression) || DurableContexts.InScope(expression, model) is not { } context || !DurableContexts.MayMoveIntoLambda(expression, model, cancellationToken))
            return null;

        ExpressionSyntax changed;
        if (IsTask)
        {
            if (expression.Parent is not AwaitExpressionSyntax || model.GetTypeInfo(expression, cancellationToken).Type is not { Name: "Task" })
                return null;
            changed = Syntax.Expression($"{context}.StepAsync((_, _) => {expression.WithoutTrivia()})").WithTriviaFrom(expression);
        }
        else
        {
            if (model.GetTypeInfo(expression, cancellationToken).Type is not { SpecialType: not SpecialType.System_Void } || expression.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax })
                return null;
            changed = Syntax.Await(Syntax.Expression($"{context}.StepAsync((_, _) => global::System.Threading.Tasks.Task.FromResult({expression.WithoutTrivia()}))"), expression);
        }

        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(expression, changed));
    }
}
