using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0403: five seconds for an attempt, in the client's configuration. A region that was an argument moves into it: no constructor takes both.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AwsClientTimeoutFixer : ServerlessFixer
{
    private const string Timeout = "Timeout = global::System.TimeSpan.FromSeconds(5)";

    private protected override string RuleId => RuleIds.AwsClientDefaultTimeout;

    private protected override string Title => "Set a timeout of 5 seconds";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not BaseObjectCreationExpressionSyntax creation || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var changed = creation.ArgumentList?.Arguments.FirstOrDefault(a => a.Expression is BaseObjectCreationExpressionSyntax config && IsConfig(model.GetTypeInfo(config, cancellationToken).Type)) is { } given
            ? creation.ReplaceNode(given.Expression, Initialisers.With((BaseObjectCreationExpressionSyntax)given.Expression, Timeout))
            : WithConfig(creation, model, cancellationToken);
        if (changed is null)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(creation, changed.WithTriviaFrom(creation)));
    }

    private static BaseObjectCreationExpressionSyntax? WithConfig(BaseObjectCreationExpressionSyntax creation, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetTypeInfo(creation, cancellationToken).Type is not INamedTypeSymbol type)
            return null;
        var kept = new List<ArgumentSyntax>();
        var region = "";
        foreach (var argument in creation.ArgumentList?.Arguments ?? default)
        {
            var given = model.GetTypeInfo(argument.Expression, cancellationToken).Type;
            if (argument.NameColon is not null || IsConfig(given))
                return null;
            if (given is { Name: "RegionEndpoint" })
                region = "RegionEndpoint = " + argument.Expression.WithoutTrivia() + ", ";
            else
                kept.Add(argument.WithoutTrivia());
        }

        if (ConfigOf(type, kept.Count) is not { } config)
            return null;
        kept.Add(Argument(Syntax.Expression($"new {config.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} {{ {region}{Timeout} }}")));
        var arguments = ArgumentList(SeparatedList(kept, Enumerable.Repeat(Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space), kept.Count - 1)));
        return creation.ArgumentList is null && creation is ObjectCreationExpressionSyntax explicitly
            ? explicitly.WithType(explicitly.Type.WithoutTrailingTrivia()).WithArgumentList(arguments)
            : creation.WithArgumentList(arguments.WithTriviaFrom(creation.ArgumentList!));
    }

    /// <summary>The configuration's type in the constructor that takes as many arguments and it.</summary>
    private static ITypeSymbol? ConfigOf(INamedTypeSymbol client, int others) =>
        client.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public && c.Parameters.Length == others + 1 && IsConfig(c.Parameters[others].Type))
            .Select(c => c.Parameters[others].Type).FirstOrDefault();

    private static bool IsConfig(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at is { Name: "ClientConfig", ContainingNamespace: { Name: "Runtime", ContainingNamespace.Name: "Amazon" } })
                return true;
        }

        return false;
    }
}
