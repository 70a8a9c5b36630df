using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0906: IAM for a function URL and for an API of ours; for a route the authorizer, where the project has just one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PublicEndpointFixer : ServerlessFixer
{
    private static readonly string[] Apis = ["ServerlessHttpApi", "ServerlessRestApi", "ServerlessWebSocketApi"];

    private protected override string RuleId => RuleIds.PublicEndpoint;

    private protected override string Title => "Ask callers who they are";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, ImmutableDictionary<string, string?> found, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            return null;
        var (name, value) = attribute.Name.ToString() switch
        {
            var written when written.Contains("FunctionUrl") => ("AuthType", "global::Amazon.Lambda.Annotations.APIGateway.FunctionUrlAuthType.AWS_IAM"),
            var written when written.Contains("LambdaUrl") => ("Auth", "global::Serverless.LambdaUrlAuth.AwsIam"),
            var written when Array.Exists(Apis, written.Contains) => ("Authorizer", "global::Serverless.Authorizers.Iam"),
            _ when found.TryGetValue(FixProperties.Replacement, out var authorizer) => ("Authorizer", "nameof(global::" + authorizer + ")"),
            _ => (null, null),
        };
        if (name is null)
            return null;

        var expression = Syntax.Expression(value!);
        var list = attribute.ArgumentList ?? AttributeArgumentList();
        var changed = list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name) is { } existing
            ? list.ReplaceNode(existing.Expression, expression)
            : list.AddArguments(AttributeArgument(expression).WithNameEquals(NameEquals(IdentifierName(name))));
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(attribute, attribute.WithArgumentList(changed).Formatted()));
    }
}
