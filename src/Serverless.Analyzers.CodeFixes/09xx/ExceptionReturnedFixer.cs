using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0908: the caller reads a constant, the log gets the exception if nobody wrote it there yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ExceptionReturnedFixer : ServerlessFixer
{
    private const string Text = "Internal server error";

    private protected override string RuleId => RuleIds.ExceptionReturned;

    private protected override string Title => "Log the exception and answer with a constant";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax detail || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        if (detail.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration.Identifier: { RawKind: (int)SyntaxKind.IdentifierToken } name } handler || handler.Block.Statements.Count == 0)
            return null;
        if (!detail.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name.ValueText))
            return null;

        var isMentionedElsewhere = handler.Block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name.ValueText && !detail.Span.Contains(use.Span));
        var block = detail.Parent is InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text } hole
            ? handler.Block.ReplaceNode(text, WithText(text, hole))
            : handler.Block.ReplaceNode(detail, LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(Text)).WithTriviaFrom(detail));
        if (!isMentionedElsewhere)
        {
            block = block.WithStatements(block.Statements.Insert(0, Syntax.Statement(LogCall(name.ValueText, handler, model)).WithTrailingTrivia(ElasticLineFeed).Formatted()));
        }

        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(handler.Block, block));
    }

    private static ExpressionSyntax WithText(InterpolatedStringExpressionSyntax whole, InterpolationSyntax hole)
    {
        var at = hole.SpanStart - whole.SpanStart;
        return ParseExpression(whole.ToString().Remove(at, hole.Span.Length).Insert(at, Text)).WithTriviaFrom(whole);
    }

    /// <summary>The logger of the Lambda context where one is in scope; standard output goes to the same log.</summary>
    private static string LogCall(string exception, CatchClauseSyntax handler, SemanticModel model)
    {
        foreach (var symbol in model.LookupSymbols(handler.Block.SpanStart))
        {
            if (symbol is IParameterSymbol { Type: { Name: "ILambdaContext" } type } && type.GetMembers("Logger") is [IPropertySymbol { Type: var logger }])
            {
                foreach (var method in new[] { "LogError", "LogLine" })
                {
                    if (logger.GetMembers(method).Any(static member => member is IMethodSymbol { Parameters: [{ Type.SpecialType: SpecialType.System_String }] }))
                        return $"{symbol.Name}.Logger.{method}({exception}.ToString());";
                }
            }
        }

        return $"global::System.Console.WriteLine({exception});";
    }
}
