using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS1208: the SDK's paginator. `foreach` over the items becomes `await foreach` where the paginator offers the items themselves; every other use of one list of the
/// response gets a list that is filled from all pages.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PaginatorFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.FirstPageOnly;

    private protected override string Title => "Read all pages with the paginator";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax call || !Syntax.MayAwait(call) || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        if (PageSource.Of(call, model, cancellationToken) is not { } source || call.FirstAncestorOrSelf<AwaitExpressionSyntax>() is not { } awaited || awaited.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value } variable], Parent: BlockSyntax block } && value == awaited)
            return model.GetDeclaredSymbol(variable, cancellationToken) is { } response ? OfLocal(document, root!, statement, block, response, source, model, cancellationToken) : null;
        if (awaited.Parent is not ParenthesizedExpressionSyntax { Parent: MemberAccessExpressionSyntax access } || statement.Parent is not BlockSyntax)
            return null;
        var items = WithoutDefault(access);
        if (statement is ForEachStatementSyntax each && each.Expression == items && source.Flattened(access.Name.Identifier.ValueText) is { } sequence)
            return document.WithSyntaxRoot(root!.ReplaceNode(each, AwaitEach(each, sequence)));
        if (source.ItemType(access.Name.Identifier.ValueText) is not { } type || statement is ForEachStatementSyntax { Expression: var walked } && walked != items || statement is WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax)
            return null;
        var name = Free("items", statement);
        return document.WithSyntaxRoot(root!.ReplaceNode(statement, [.. Collect(name, access.Name.Identifier.ValueText, type, source, statement), statement.ReplaceNode(items, IdentifierName(name).WithTriviaFrom(items)).WithLeadingTrivia(TriviaList()).Formatted()]));
    }

    private static Document? OfLocal(Document document, SyntaxNode root, StatementSyntax statement, BlockSyntax block, ISymbol response, PageSource source, SemanticModel model, CancellationToken cancellationToken)
    {
        var uses = Syntax.Uses(block, response, model, cancellationToken);
        var reads = uses.Select(static use => use.Parent as MemberAccessExpressionSyntax).ToList();
        if (reads.Count == 0 || reads.Exists(static read => read is null) || reads.Select(static read => read!.Name.Identifier.ValueText).Distinct().ToList() is not [var member])
            return null;
        var places = reads.Select(static read => WithoutDefault(read!)).ToList();
        if (places is [{ Parent: ForEachStatementSyntax each } only] && each.Expression == only && each.Parent == block && source.Flattened(member) is { } sequence && Syntax.Function(each) == Syntax.Function(statement))
        {
            var changed = block.ReplaceNode(each, AwaitEach(each, sequence).WithLeadingTrivia(statement.GetLeadingTrivia().AddRange(each.GetLeadingTrivia().Where(static t => !t.IsKind(SyntaxKind.WhitespaceTrivia)))));
            return document.WithSyntaxRoot(root.ReplaceNode(block, changed.WithStatements(changed.Statements.RemoveAt(block.Statements.IndexOf(statement))).Formatted()));
        }

        if (source.ItemType(member) is not { } type)
            return null;
        var name = Free("items", statement);
        var rewritten = block.ReplaceNodes(places.Append<SyntaxNode>(statement), (original, current) => original == statement ? current.WithAdditionalAnnotations(Marks.First) : IdentifierName(name).WithTriviaFrom(original));
        var marked = rewritten.Statements.First(static s => s.HasAnnotation(Marks.First));
        return document.WithSyntaxRoot(root.ReplaceNode(block, rewritten.WithStatements(rewritten.Statements.ReplaceRange(marked, Collect(name, member, type, source, statement)))));
    }

    private static ForEachStatementSyntax AwaitEach(ForEachStatementSyntax each, string sequence) =>
        each.WithAwaitKeyword(Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(Space)).WithForEachKeyword(each.ForEachKeyword.WithLeadingTrivia())
            .WithExpression(ParseExpression(sequence)).WithLeadingTrivia(each.GetLeadingTrivia());

    private static StatementSyntax[] Collect(string name, string member, string type, PageSource source, StatementSyntax at) =>
    [
        Syntax.Statement($"var {name} = new global::System.Collections.Generic.List<{type}>();\n").WithLeadingTrivia(at.GetLeadingTrivia()).Formatted(),
        AllPages(name, member, type, source, Free("page", at), at),
    ];

    private static StatementSyntax AllPages(string name, string member, string type, PageSource source, string page, SyntaxNode at)
    {
        var empty = at.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 } ? "[]" : $"new global::System.Collections.Generic.List<{type}>()";
        return Syntax.Statement($"await foreach (var {page} in {source.Responses})\n    {name}.AddRange({page}.{member} ?? {empty});\n").Formatted();
    }

    /// <summary>`x.Items ?? []` as a whole, without its parentheses kept.</summary>
    private static ExpressionSyntax WithoutDefault(ExpressionSyntax access)
    {
        var whole = access.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either && either.Left == access ? either : access;
        while (whole.Parent is ParenthesizedExpressionSyntax parenthesized)
            whole = parenthesized;
        return whole;
    }

    private static string Free(string wished, SyntaxNode at)
    {
        var scope = Syntax.Function(at) ?? at.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(scope.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText), StringComparer.Ordinal);
        var name = wished;
        for (var i = 2; taken.Contains(name); i++)
            name = wished + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }

    private static class Marks
    {
        public static readonly SyntaxAnnotation First = new();
    }
}
