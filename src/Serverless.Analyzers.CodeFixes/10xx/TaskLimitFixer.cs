using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Gives a task's properties in CDK code a limit. Definitions in files are not C#, and have no fix.</summary>
public abstract class TaskLimitFixer : ServerlessFixer
{
    /// <summary>The property and its value.</summary>
    private protected abstract string Assignment { get; }

    private protected sealed override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(creation, Initialisers.With(creation, Assignment).WithTriviaFrom(creation)));
    }
}
