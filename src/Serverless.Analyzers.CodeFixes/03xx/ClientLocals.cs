using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Takes the local of a client away, with its `using` and `Dispose`, and lets a field stand for it.</summary>
internal static class ClientLocals
{
    /// <summary>Null when the local is more than a name for the client.</summary>
    public static TypeDeclarationSyntax? Without(TypeDeclarationSyntax owner, VariableDeclaratorSyntax declarator, string name, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(declarator, cancellationToken) is not ILocalSymbol local)
            return null;
        var uses = Syntax.Uses(owner, local, model, cancellationToken);
        if (uses.Exists(static use => Syntax.IsWritten(use) || use.Parent is UsingStatementSyntax))
            return null;
        var disposals = uses.Where(static use => use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose", Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } })
            .Select(static use => use.FirstAncestorOrSelf<ExpressionStatementSyntax>()!).ToList();
        StatementSyntax? statement = declarator.Parent!.Parent switch
        {
            LocalDeclarationStatementSyntax { Parent: BlockSyntax } declaration => declaration,
            UsingStatementSyntax { Declaration: not null, Parent: BlockSyntax } block => block,
            _ => null,
        };
        if (statement is null || disposals.Exists(static d => d.Parent is not BlockSyntax))
            return null;
        var changed = owner.TrackNodes(uses.Cast<SyntaxNode>().Concat(disposals).Append(statement));
        changed = changed.ReplaceNodes(uses.Select(use => changed.GetCurrentNode(use)!), (_, use) => IdentifierName(name).WithTriviaFrom(use));
        foreach (var disposal in disposals)
            changed = changed.RemoveNode(changed.GetCurrentNode(disposal)!, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
        var current = changed.GetCurrentNode(statement)!;
        return current is UsingStatementSyntax { Statement: var body } usingBlock
            ? Unwrapped(changed, usingBlock, body)
            : changed.RemoveNode(current, SyntaxRemoveOptions.KeepUnbalancedDirectives);
    }

    /// <summary>The statements of a `using` block take its place.</summary>
    private static TypeDeclarationSyntax Unwrapped(TypeDeclarationSyntax owner, UsingStatementSyntax usingBlock, StatementSyntax body)
    {
        var statements = body is BlockSyntax block ? block.Statements : SingletonList(body);
        return statements.Count == 0
            ? owner.RemoveNode(usingBlock, SyntaxRemoveOptions.KeepUnbalancedDirectives)!
            : owner.ReplaceNode(usingBlock, statements.Select(static s => s.Formatted()));
    }
}
