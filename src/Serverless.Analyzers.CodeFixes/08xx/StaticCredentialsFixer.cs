using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0806: a client without credentials uses the execution role. Not for all at once: each client's permissions move to the role.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StaticCredentialsFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.StaticCredentials;

    private protected override string Title => "Use the credentials of the execution role";

    private protected override bool CanFixAll => false;

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not BaseObjectCreationExpressionSyntax creation || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (creation.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax client } credentials)
            return Changed(ClientArguments.Without(root!, client, [credentials], model));
        if (model.GetSymbolInfo(creation, cancellationToken).Symbol is not IMethodSymbol { Parameters: [{ Name: "awsAccessKeyId" }, ..] } constructor || constructor.ContainingType.Name.EndsWith("Credentials", StringComparison.Ordinal))
            return null;
        var count = constructor.Parameters is [_, _, { Name: "awsSessionToken" }, ..] ? 3 : 2;
        if (creation.ArgumentList is not { } arguments || arguments.Arguments.Any(static argument => argument.NameColon is not null))
            return null;
        return Changed(ClientArguments.Without(root!, creation, arguments.Arguments.Take(count).ToList(), model));

        Document? Changed(SyntaxNode? changed) => changed is null ? null : document.WithSyntaxRoot(changed);
    }
}
