using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS1204: each record in a `try` of its own, the failed ones in the answer. Offered for a method with one loop over the records among its outermost statements and
/// without a `return`. The answer means nothing until the event source asks for it, which the title says.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BatchItemFailuresFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.NoPartialFailure;

    private protected override string Title => "Return the failed records (turn ReportBatchItemFailures on, too)";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Body: { } body, ParameterList.Parameters: [{ Type: { } eventType } parameter, ..] } method || HasReturn(body))
            return null;
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || model.GetTypeInfo(eventType, cancellationToken).Type is not INamedTypeSymbol type)
            return null;
        var loops = body.Statements.OfType<ForEachStatementSyntax>().Where(loop => IsOverRecords(loop, parameter.Identifier.ValueText)).ToList();
        if (loops is not [var records] || Shape.Of(type) is not { } shape || model.GetDeclaredSymbol(method, cancellationToken) is { IsOverride: true } or { IsVirtual: true })
            return null;
        if (method.ReturnType is not (PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } or IdentifierNameSyntax { Identifier.ValueText: "Task" } or QualifiedNameSyntax { Right: IdentifierNameSyntax { Identifier.ValueText: "Task" } }))
            return null;
        var isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        if (isAsync == method.ReturnType is PredefinedTypeSyntax)
            return null;

        var taken = new HashSet<string>(method.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText), StringComparer.Ordinal);
        var failures = Free("failures", taken);
        var exception = Free("exception", taken);
        var declaration = Syntax.Statement($"var {failures} = new global::System.Collections.Generic.List<{shape.Response}.BatchItemFailure>();\n").WithLeadingTrivia(records.GetLeadingTrivia()).Formatted();
        var item = $"{failures}.Add(new {shape.Response}.BatchItemFailure {{ ItemIdentifier = {records.Identifier.ValueText}.{shape.Identifier} }});\n";
        var attempt = TryStatement(
            records.Statement as BlockSyntax is { } block ? block.WithoutTrivia() : Block(records.Statement),
            SingletonList(CatchClause(
                CatchDeclaration((TypeSyntax)Shortened("global::System.Exception"), Identifier(exception)),
                null,
                Block(Syntax.Statement($"global::System.Console.Error.WriteLine({exception});\n"), Syntax.Statement(item)))),
            null);
        var loop = records.WithStatement(Block(attempt)).WithLeadingTrivia(TriviaList()).WithTrailingTrivia(ElasticLineFeed).Formatted();
        var answer = Syntax.Statement($"return new {shape.Response}{(shape.IsQueue ? $"({failures})" : $" {{ BatchItemFailures = {failures} }}")};\n").Formatted();
        var statements = body.Statements.ReplaceRange(records, [declaration, loop]).Add(answer);
        var next = statements[body.Statements.IndexOf(records) + 2];
        if (next.GetLeadingTrivia() is not [{ RawKind: (int)SyntaxKind.EndOfLineTrivia }, ..])
            statements = statements.Replace(next, next.WithLeadingTrivia(next.GetLeadingTrivia().Insert(0, ElasticLineFeed)));
        var response = ParseTypeName(shape.Response).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
        TypeSyntax result = isAsync ? GenericName("Task").AddTypeArgumentListArguments(response) : response;
        var changed = method.WithReturnType(result.WithTriviaFrom(method.ReturnType)).WithBody(body.WithStatements(statements)).WithAdditionalAnnotations(Formatter.Annotation);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(method, changed));
    }

    private static TypeSyntax Shortened(string type) => ParseTypeName(type).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);

    private static bool HasReturn(BlockSyntax body) =>
        body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(static node => node is ReturnStatementSyntax);

    private static bool IsOverRecords(ForEachStatementSyntax loop, string eventName) =>
        loop.AwaitKeyword.IsKind(SyntaxKind.None) && loop.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Records", Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } && name == eventName;

    private static string Free(string wished, HashSet<string> taken)
    {
        var name = wished;
        for (var i = 2; !taken.Add(name); i++)
            name = wished + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }

    /// <summary>The answer of an event source and where a record has the id that the answer wants.</summary>
    private sealed record Shape(string Response, string Identifier, bool IsQueue)
    {
        public static Shape? Of(INamedTypeSymbol type) => type.Name switch
        {
            "SQSEvent" => new Shape("global::Amazon.Lambda.SQSEvents.SQSBatchResponse", "MessageId", true),
            "KinesisEvent" => new Shape("global::Amazon.Lambda.KinesisEvents.StreamsEventResponse", "Kinesis.SequenceNumber", false),
            "DynamoDBEvent" => new Shape("global::Amazon.Lambda.DynamoDBEvents.StreamsEventResponse", "Dynamodb.SequenceNumber", false),
            _ => null,
        };
    }
}
