using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Gives a task a limit, in CDK code or in a state machine in C#. Definitions in files are not C#, and have no fix.</summary>
public abstract class TaskLimitFixer : ServerlessFixer
{
    /// <summary>The property and its value.</summary>
    private protected abstract string Assignment { get; }

    /// <summary>In a state machine in C#, where the rule has something to say of it.</summary>
    private protected virtual Task<Document?> FixMachineAsync(Document document, SyntaxNode node, CancellationToken cancellationToken) => Task.FromResult<Document?>(null);

    private protected sealed override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation)
            return await FixMachineAsync(document, node, cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(creation, Initialisers.With(creation, Assignment).WithTriviaFrom(creation)));
    }
}
