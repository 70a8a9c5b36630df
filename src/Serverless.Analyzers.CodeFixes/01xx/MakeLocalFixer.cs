using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0101, SVLS0103: a private field that one method alone uses becomes a local of it. Behaviour changes, as the title says; so one at a time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeLocalFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.StaticStateWritten;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.StaticStateWritten, RuleIds.InstanceStateWritten);

    private protected override string Title => "Make it a local (its value starts anew at each call)";

    private protected override bool CanFixAll => false;

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || FieldFacts.Of(node, model, cancellationToken) is not { } facts)
            return null;
        if (facts.Uses.Select(Member).Distinct().ToList() is not [MethodDeclarationSyntax { Body: { } body } method] || facts.Uses.Exists(IsOutOfReach))
            return null;
        var name = LocalName(facts.Field.Name, method);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var local = Declaration(facts, name, model.GetNullableContext(node.SpanStart).AnnotationsEnabled());
        var whole = facts.Uses.Select(Syntax.Whole).ToList();
        root = root!.TrackNodes(whole.Cast<SyntaxNode>().Append(body).Append(facts.Declarator).Append(facts.Declaration));
        root = root.ReplaceNodes(whole.Select(use => root.GetCurrentNode(use)!), (_, use) => IdentifierName(name).WithTriviaFrom(use));
        var current = root.GetCurrentNode(body)!;
        root = root.ReplaceNode(current, current.WithStatements(current.Statements.Insert(0, local)).Formatted());
        SyntaxNode removed = facts.Declaration.Declaration.Variables.Count == 1 ? root.GetCurrentNode(facts.Declaration)! : root.GetCurrentNode(facts.Declarator)!;
        return document.WithSyntaxRoot(root.RemoveNode(removed, SyntaxRemoveOptions.KeepUnbalancedDirectives)!);
    }

    private static SyntaxNode? Member(SyntaxNode use) => use.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax);

    /// <summary>A static local function or lambda cannot capture a local; `nameof` and another object's field mean the field itself.</summary>
    private static bool IsOutOfReach(SimpleNameSyntax use)
    {
        if (Syntax.Whole(use) is MemberAccessExpressionSyntax { Expression: not (ThisExpressionSyntax or SimpleNameSyntax) } || use.Parent is MemberBindingExpressionSyntax)
            return true;
        return use.Ancestors().Any(static at => at is AnonymousFunctionExpressionSyntax lambda && lambda.Modifiers.Any(SyntaxKind.StaticKeyword)
            || at is LocalFunctionStatementSyntax local && local.Modifiers.Any(SyntaxKind.StaticKeyword)
            || at is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } });
    }

    /// <summary>`_errors` and `s_errors` become `errors`; the field's own name where that is taken or reserved.</summary>
    private static string LocalName(string field, MethodDeclarationSyntax method)
    {
        var name = field.StartsWith("s_", StringComparison.Ordinal) ? field.Substring(2) : field.TrimStart('_');
        if (name.Length == 0)
            return field;
        name = char.ToLowerInvariant(name[0]) + name.Substring(1);
        var taken = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || method.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
        return taken ? field : name;
    }

    private static LocalDeclarationStatementSyntax Declaration(FieldFacts facts, string name, bool nullable)
    {
        var type = facts.Declaration.Declaration.Type.WithoutTrivia();
        var value = facts.Declarator.Initializer?.Value.WithoutTrivia();
        if (value is null && facts.Field.Type.IsReferenceType && nullable && type is not NullableTypeSyntax)
            type = NullableType(type);
        value ??= facts.Field.Type.SpecialType switch
        {
            SpecialType.System_Boolean => LiteralExpression(SyntaxKind.FalseLiteralExpression),
            SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Decimal => LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(0)),
            _ => LiteralExpression(facts.Field.Type.IsReferenceType ? SyntaxKind.NullLiteralExpression : SyntaxKind.DefaultLiteralExpression),
        };
        var comments = facts.Declaration.GetLeadingTrivia().Where(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)).SelectMany(static t => new[] { t, ElasticLineFeed });
        return LocalDeclarationStatement(VariableDeclaration(type).AddVariables(VariableDeclarator(name).WithInitializer(EqualsValueClause(value))))
            .NormalizeWhitespace(elasticTrivia: true).WithLeadingTrivia(comments).WithTrailingTrivia(ElasticLineFeed).Formatted();
    }
}
