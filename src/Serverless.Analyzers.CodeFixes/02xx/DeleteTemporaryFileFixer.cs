using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0202: what follows the local with the path goes into a `try` whose `finally` deletes the file; a stream that is made with a mode alone gets `DeleteOnClose`.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DeleteTemporaryFileFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.TemporaryFileKept;

    private protected override string Title => "Delete the file when done";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var changed = node is BaseObjectCreationExpressionSyntax creation && model.GetTypeInfo(creation, cancellationToken).Type?.Name == "FileStream"
            ? WithDeleteOnClose(root!, creation)
            : WithFinally(root!, node, model, cancellationToken);
        return changed is null ? null : document.WithSyntaxRoot(changed);
    }

    private static SyntaxNode? WithDeleteOnClose(SyntaxNode root, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments.Count: 2 } arguments || arguments.Arguments.Any(static a => a.NameColon is not null))
            return null;
        var access = arguments.Arguments[1].Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" } ? "Write" : "ReadWrite";
        var more = new[] { "System.IO.FileAccess." + access, "System.IO.FileShare.Read" }.Select(static text => Argument(Syntax.Qualified(text)))
            .Append(Argument(LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(4096))))
            .Append(Argument(Syntax.Qualified("System.IO.FileOptions.DeleteOnClose")));
        return root.ReplaceNode(arguments, arguments.AddArguments([.. more.Select(static a => a.WithLeadingTrivia(Space))]));
    }

    private static SyntaxNode? WithFinally(SyntaxNode root, SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (LocalOf(node, model, cancellationToken) is not { DeclaringSyntaxReferences: [var reference] } local
            || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } declaration } })
        {
            return null;
        }

        var at = block.Statements.IndexOf(declaration);
        var rest = block.Statements.Skip(at + 1).Where(statement => !IsDelete(statement, local.Name)).ToList();
        if (rest.Count == 0)
            return null;
        var delete = Syntax.Statement($"global::System.IO.File.Delete({local.Name});");
        var guarded = TryStatement(Block(rest), [], FinallyClause(Block(delete))).WithTrailingTrivia(rest[rest.Count - 1].GetTrailingTrivia()).Formatted();
        return root.ReplaceNode(block, block.WithStatements(List(block.Statements.Take(at + 1).Append(guarded))).Formatted());
    }

    private static bool IsDelete(StatementSyntax statement, string local) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Delete" }, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax name }] } }
        && name.Identifier.ValueText == local;

    /// <summary>The local that holds the path: the one that is declared with it, or the one that is written to.</summary>
    private static ILocalSymbol? LocalOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } && model.GetTypeInfo(node, cancellationToken).Type?.SpecialType == SpecialType.System_String)
            return model.GetDeclaredSymbol(declarator, cancellationToken) as ILocalSymbol;
        var arguments = node switch { InvocationExpressionSyntax call => call.ArgumentList, BaseObjectCreationExpressionSyntax creation => creation.ArgumentList, _ => null };
        foreach (var argument in arguments?.Arguments ?? default)
        {
            if (model.GetSymbolInfo(argument.Expression, cancellationToken).Symbol is ILocalSymbol { Type.SpecialType: SpecialType.System_String } local)
                return local;
        }

        return null;
    }
}
