using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0203: the request's id (or a new Guid, where no context is in reach) goes before the file's name. The name must be written in one place only: whoever
/// else spells it out would look for another file.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UniqueTemporaryNameFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.FixedTemporaryName;

    private protected override string Title => "Give every invocation its own file";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || LiteralOf(node, model, cancellationToken) is not { } literal)
            return null;
        var text = literal.Token.ValueText;
        if (literal.Token.Text != "\"" + text + "\"" || text.IndexOfAny(['{', '}', '\\']) >= 0 || text.Length == 0 || text[text.Length - 1] == '/' || IsRepeated(literal))
            return null;
        var slash = text.LastIndexOf('/') + 1;
        var unique = ParseExpression($"$\"{text.Substring(0, slash)}{{{IdAt(literal, model)}}}-{text.Substring(slash)}\"").WithTriviaFrom(literal);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var constant = literal.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>();
        if (constant is null || !constant.Modifiers.Any(SyntaxKind.ConstKeyword))
            return document.WithSyntaxRoot(root!.ReplaceNode(literal, unique));
        var variable = constant.ReplaceNode(literal, unique);
        return document.WithSyntaxRoot(root!.ReplaceNode(constant, variable.WithModifiers(default).WithLeadingTrivia(constant.GetLeadingTrivia())));
    }

    /// <summary>The literal that ends the path: the argument itself, or the value of the local that is the argument.</summary>
    private static LiteralExpressionSyntax? LiteralOf(SyntaxNode path, SemanticModel model, CancellationToken cancellationToken)
    {
        if (path is IdentifierNameSyntax && model.GetSymbolInfo(path, cancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
            && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value })
        {
            path = value;
        }

        if (path is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Combine" or "Join" }, ArgumentList.Arguments: { Count: > 1 } arguments })
            path = arguments[arguments.Count - 1].Expression;
        return path is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal && literal.FirstAncestorOrSelf<FieldDeclarationSyntax>() is null ? literal : null;
    }

    private static bool IsRepeated(LiteralExpressionSyntax literal) =>
        literal.SyntaxTree.GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.StringLiteralToken) && token != literal.Token && token.ValueText == literal.Token.ValueText);

    private static string IdAt(SyntaxNode place, SemanticModel model)
    {
        for (var function = Syntax.Function(place); function is not null; function = Syntax.Function(function))
        {
            var symbol = function is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(function).Symbol : model.GetDeclaredSymbol(function);
            if ((symbol as IMethodSymbol)?.Parameters.FirstOrDefault(static parameter => parameter.Type.Name == "ILambdaContext") is { } context)
                return context.Name + ".AwsRequestId";
            if (symbol is not IMethodSymbol { IsStatic: false, MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
                break;
        }

        var guid = model.LookupNamespacesAndTypes(place.SpanStart, name: "Guid").IsEmpty ? "System.Guid" : "Guid";
        return guid + ".NewGuid():N";
    }
}
