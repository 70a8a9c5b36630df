using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0708: takes the `using` from the stream, or tells what is made around it to leave it open and flushes that before it is returned; then rewinds the stream. What
/// compresses writes its end when it is disposed, so there it must have a block of its own.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReturnedStreamFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.ReturnedStreamDisposed;

    private protected override string Title => "Return the stream open and rewound";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, ImmutableDictionary<string, string?> found, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ReturnStatementSyntax>() is not { Parent: BlockSyntax } returning || node is not IdentifierNameSyntax { Identifier.ValueText: var stream }
            || Syntax.Function(node) is not { } function || !found.TryGetValue(FixProperties.Id, out var kind))
        {
            return null;
        }

        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var rewound = IsRewound(function, stream) ? [] : new List<StatementSyntax> { Syntax.Statement(stream + ".Position = 0;") };
        var closer = kind switch
        {
            FixProperties.OwnUsing => UsingOf(function, returning, declarator => declarator.Identifier.ValueText == stream),
            FixProperties.OtherUsing => UsingOf(function, returning, declarator => MakesAround(declarator, stream)),
            _ => null,
        };
        if (kind != FixProperties.Position && closer is null)
            return null;
        if (kind == FixProperties.OtherUsing)
        {
            var creation = (BaseObjectCreationExpressionSyntax)closer!.Value.Variable.Initializer!.Value;
            if (WithLeaveOpen(creation, model!) is not { } open)
                return null;
            if (closer.Value.Statement is LocalDeclarationStatementSyntax)
            {
                if (creation is not ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "StreamWriter" or "BinaryWriter" } })
                    return null;
                rewound.Insert(0, Syntax.Statement(closer.Value.Variable.Identifier.ValueText + ".Flush();"));
            }

            root = root!.TrackNodes(returning, creation);
            root = root.ReplaceNode(root.GetCurrentNode(creation)!, open);
        }
        else
        {
            root = root!.TrackNodes(closer is { } own ? [returning, own.Statement] : [returning]);
        }

        if (rewound.Count > 0)
            root = InsertBefore(root, root.GetCurrentNode(returning)!, rewound);
        if (kind == FixProperties.OwnUsing)
            root = WithoutUsing(root, root.GetCurrentNode(closer!.Value.Statement)!);
        return root is null ? null : document.WithSyntaxRoot(root);
    }

    private static bool IsRewound(SyntaxNode function, string stream) => function.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(access => access.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == stream && access.Name.Identifier.ValueText is "Position" or "Seek");

    /// <summary>`using var x = …;` or `using (var x = …) { … }` with one variable.</summary>
    private static (StatementSyntax Statement, VariableDeclaratorSyntax Variable)? UsingOf(SyntaxNode function, SyntaxNode before, Func<VariableDeclaratorSyntax, bool> isIt)
    {
        foreach (var node in function.DescendantNodes())
        {
            if (node.SpanStart >= before.SpanStart)
                break;
            VariableDeclarationSyntax? declaration = node switch
            {
                LocalDeclarationStatementSyntax local when local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword) => local.Declaration,
                UsingStatementSyntax { Declaration: { } resources } => resources,
                _ => null,
            };
            if (declaration is { Variables: [var variable] } && isIt(variable))
                return ((StatementSyntax)node, variable);
        }

        return null;
    }

    private static bool MakesAround(VariableDeclaratorSyntax declarator, string stream) =>
        declarator.Initializer?.Value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax name }, ..] } && name.Identifier.ValueText == stream;

    private static BaseObjectCreationExpressionSyntax? WithLeaveOpen(BaseObjectCreationExpressionSyntax creation, SemanticModel model)
    {
        var named = Argument(NameColon("leaveOpen"), default, LiteralExpression(SyntaxKind.TrueLiteralExpression)).WithLeadingTrivia(Space);
        var open = creation.WithArgumentList(creation.ArgumentList!.AddArguments(named.WithNameColon(NameColon("leaveOpen").WithTrailingTrivia(Space))));
        if (model.GetTypeInfo(creation).Type is not { } type)
            return null;
        var tried = ObjectCreationExpression(Syntax.TypeOf(type)).WithArgumentList(open.ArgumentList);
        return model.GetSpeculativeSymbolInfo(creation.SpanStart, tried, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol ? open : null;
    }

    private static SyntaxNode InsertBefore(SyntaxNode root, ReturnStatementSyntax returning, List<StatementSyntax> statements)
    {
        var indentation = returning.GetLeadingTrivia();
        var end = returning.GetTrailingTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } written ? written : LineFeed;
        var own = TriviaList(indentation.Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        var added = statements.Select((statement, i) => statement.WithLeadingTrivia(i == 0 ? indentation : own).WithTrailingTrivia(end));
        var block = (BlockSyntax)returning.Parent!;
        var at = block.Statements.IndexOf(returning);
        return root.ReplaceNode(block, block.WithStatements(block.Statements.Replace(returning, returning.WithLeadingTrivia(own)).InsertRange(at, added)));
    }

    private static SyntaxNode? WithoutUsing(SyntaxNode root, StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalDeclarationStatementSyntax local:
                var plain = local.WithUsingKeyword(default).WithAwaitKeyword(default).WithLeadingTrivia(local.GetLeadingTrivia());
                return root.ReplaceNode(local, plain);
            case UsingStatementSyntax { Parent: BlockSyntax parent, Statement: BlockSyntax body, Declaration: { } declaration } block:
                var made = LocalDeclarationStatement(declaration.WithoutTrivia()).WithLeadingTrivia(block.GetLeadingTrivia()).WithTrailingTrivia(body.OpenBraceToken.TrailingTrivia);
                var at = parent.Statements.IndexOf(block);
                var spliced = parent.Statements.RemoveAt(at).InsertRange(at, body.Statements.Select(static inner => inner.Formatted()).Prepend(made));
                return root.ReplaceNode(parent, parent.WithStatements(spliced).Formatted());
            default:
                return null;
        }
    }
}
