using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0309: the builder where the SDK has one and no configuration is given; else the property that switches the look-up off.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DynamoDbMetadataFixer : ServerlessFixer
{
    private const string Property = "DisableFetchingTableMetadata";
    private const string Namespace = "Amazon.DynamoDBv2.DataModel";

    private protected override string RuleId => RuleIds.DynamoDbTableMetadata;

    private protected override string Title => "Do not fetch table metadata";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        ExpressionSyntax? changed = arguments.Arguments switch
        {
            [var client] when !model.Compilation.GetTypesByMetadataName(Namespace + ".DynamoDBContextBuilder").IsEmpty =>
                Syntax.Expression($"new global::{Namespace}.DynamoDBContextBuilder().WithDynamoDBClient(() => {client.Expression.WithoutTrivia()}).Build()"),
            [_] => creation.WithArgumentList(arguments.AddArguments(Argument(Syntax.Expression($"new global::{Namespace}.DynamoDBContextConfig {{ {Property} = true }}").WithLeadingTrivia(Space)))),
            [_, { Expression: BaseObjectCreationExpressionSyntax configuration }] => creation.ReplaceNode(configuration, WithProperty(configuration)),
            _ => null,
        };
        if (changed is null)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(creation, changed.WithTriviaFrom(creation)));
    }

    private static BaseObjectCreationExpressionSyntax WithProperty(BaseObjectCreationExpressionSyntax configuration)
    {
        var existing = configuration.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(static e => e.Left.ToString() == Property);
        return existing is not null
            ? configuration.ReplaceNode(existing.Right, LiteralExpression(Microsoft.CodeAnalysis.CSharp.SyntaxKind.TrueLiteralExpression).WithTriviaFrom(existing.Right))
            : Initialisers.With(configuration, $"{Property} = true");
    }
}
