using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS1207: an exception after the call when entries failed. Offered where the call is a statement of its own or the value of a local.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FailedEntriesFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.BatchResultIgnored;

    private protected override string Title => "Throw when entries failed";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax target } call || node.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } statement)
            return null;
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || MemberOf(call, model, cancellationToken) is not { } member)
            return null;
        var operation = target.Name.Identifier.ValueText;
        operation = operation.Substring(0, operation.Length - "Async".Length);
        StatementSyntax[] replacement;
        switch (statement)
        {
            case ExpressionStatementSyntax { Expression: var expression }:
                var value = expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } discard ? discard.Right : expression;
                if (value is not AwaitExpressionSyntax awaited || !awaited.Span.Contains(call.Span) || IsInLambda(call, statement))
                    return null;
                var name = FreeName(model, statement, "response");
                var declaration = LocalDeclarationStatement(VariableDeclaration(IdentifierName("var")).AddVariables(
                    VariableDeclarator(name).WithInitializer(EqualsValueClause(awaited.WithoutTrivia())))).NormalizeWhitespace();
                declaration = declaration.ReplaceNode(declaration.Declaration.Variables[0].Initializer!.Value, awaited.WithoutTrivia());
                replacement = [declaration.WithTriviaFrom(statement), Guard(name, member, operation)];
                break;
            case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: AwaitExpressionSyntax } variable] } when !IsInLambda(call, statement):
                replacement = [statement, Guard(variable.Identifier.ValueText, member, operation)];
                break;
            default:
                return null;
        }

        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(statement, replacement));
    }

    /// <summary>The member and what to ask of it.</summary>
    private static string? MemberOf(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { ReturnType: INamedTypeSymbol { TypeArguments: [var response] } })
            return null;
        foreach (var name in new[] { "FailedEntryCount", "FailedRecordCount", "FailedPutCount", "Failed", "UnprocessedItems", "UnprocessedKeys" })
        {
            if (response.GetMembers(name).OfType<IPropertySymbol>().Any())
                return name;
        }

        return null;
    }

    private static StatementSyntax Guard(string response, string member, string operation)
    {
        var counts = member.EndsWith("Count", StringComparison.Ordinal);
        var condition = counts ? $"{response}.{member} > 0" : $"{response}.{member} is {{ Count: > 0 }}";
        var count = counts ? $"{response}.{member}" : $"{response}.{member}.Count";
        return Syntax.Statement($"if ({condition})\n    throw new global::System.InvalidOperationException($\"{operation}: {{{count}}} entries failed\");\n").WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>The statement belongs to the function that awaits, not to one around it.</summary>
    private static bool IsInLambda(SyntaxNode call, SyntaxNode statement) => call.Ancestors().TakeWhile(a => a != statement).Any(static a => a is AnonymousFunctionExpressionSyntax);

    private static string FreeName(SemanticModel model, StatementSyntax statement, string wished)
    {
        var taken = new HashSet<string>(model.LookupSymbols(statement.SpanStart).Select(static s => s.Name), StringComparer.Ordinal);
        var body = (SyntaxNode?)Syntax.Function(statement) ?? statement.Parent!;
        foreach (var token in body.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                taken.Add(token.ValueText);
        }

        var name = wished;
        for (var i = 2; taken.Contains(name); i++)
            name = wished + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }
}
