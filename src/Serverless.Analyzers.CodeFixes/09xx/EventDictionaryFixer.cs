using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0904: the look-up says null where there is nothing to look in, a test says no, a loop runs over nothing. Other members of the value have no such neutral answer.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EventDictionaryFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.EventDictionaryNull;

    private protected override string Title => "Let it be null";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax value || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var (place, changed) = Fixed(value, model, cancellationToken);
        if (place is null || changed is null)
            return null;
        if (NeedsParentheses(place))
            changed = ParenthesizedExpression(changed);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(place, changed.WithTriviaFrom(place)));
    }

    private static (ExpressionSyntax? Place, ExpressionSyntax? Changed) Fixed(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (value.Parent)
        {
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key] } lookup when IsRead(lookup) && HasReferenceValues(lookup, model, cancellationToken):
                var found = FreeName(lookup, model);
                return (lookup, Syntax.Expression($"{value.WithoutTrivia()}?.TryGetValue({key.WithoutTrivia()}, out var {found}) == true ? {found} : null"));
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } method when ReturnsBoolean(call, model, cancellationToken):
                var answer = $"{value.WithoutTrivia()}?.{method.Name}{call.ArgumentList.WithoutTrivia()}";
                return call.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not
                    ? (not, Syntax.Expression(answer + " != true"))
                    : (call, Syntax.Expression(answer + " == true"));
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" } count when count.Parent is not InvocationExpressionSyntax:
                return (count, Syntax.Expression($"{value.WithoutTrivia()}?.{count.Name} ?? 0"));
            case ForEachStatementSyntax loop when loop.Expression == value && model.GetTypeInfo(value, cancellationToken).Type is INamedTypeSymbol { TypeArguments: [var k, var v] }:
                return (value, Syntax.Expression($"{value.WithoutTrivia()} ?? new global::System.Collections.Generic.Dictionary<{Name(k)}, {Name(v)}>()"));
            default:
                return default;
        }
    }

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool IsRead(ElementAccessExpressionSyntax lookup) => !Syntax.IsWritten(lookup);

    private static bool HasReferenceValues(ElementAccessExpressionSyntax lookup, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(lookup, cancellationToken).Type is { IsReferenceType: true } && model.GetTypeInfo(lookup.Expression, cancellationToken).Type is { Name: "IDictionary" or "Dictionary" };

    private static bool ReturnsBoolean(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(call, cancellationToken).Type is { SpecialType: SpecialType.System_Boolean };

    private static string FreeName(SyntaxNode at, SemanticModel model)
    {
        var name = "found";
        var member = at.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? at;
        for (var i = 2; !model.LookupSymbols(at.SpanStart, name: name).IsEmpty || member.DescendantTokens().Any(token => token.ValueText == name); i++)
            name = "found" + i;
        return name;
    }

    private static bool NeedsParentheses(ExpressionSyntax place) => place.Parent is not (
        EqualsValueClauseSyntax or ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ParenthesizedExpressionSyntax or AssignmentExpressionSyntax
        or ExpressionStatementSyntax or IfStatementSyntax or WhileStatementSyntax or ForEachStatementSyntax or LambdaExpressionSyntax or AnonymousObjectMemberDeclaratorSyntax
        or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression });
}
