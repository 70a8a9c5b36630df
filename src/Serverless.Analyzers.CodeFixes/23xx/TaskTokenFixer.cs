using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS2314: a task method gets the token as a parameter; a lambda gets it and puts it into the object that it sends, where there is one. A message that is a text has
/// no place for it, and gets no fix.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TaskTokenFixer : ServerlessFixer
{
    private const string TokenType = "global::Serverless.StepFunctions.TaskToken";

    /// <summary>What holds the message in the arguments of the integrations that have callbacks.</summary>
    private static readonly string[] Messages = ["Payload", "MessageBody", "Message", "Input", "RequestBody"];

    private protected override string RuleId => RuleIds.NoTaskToken;

    private protected override string Title => "Pass on the task token";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not null)
        {
            return node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && WithToken(method.ParameterList) is { } parameters
                ? document.WithSyntaxRoot(root!.ReplaceNode(method, method.WithParameterList(parameters)))
                : null;
        }

        if (node.FirstAncestorOrSelf<ParenthesizedLambdaExpressionSyntax>() is not { ExpressionBody: AnonymousObjectCreationExpressionSyntax arguments } lambda
            || WithToken(lambda.ParameterList) is not { } list
            || arguments.Initializers.FirstOrDefault(static i => Array.IndexOf(Messages, i.NameEquals?.Name.Identifier.ValueText) >= 0)?.Expression is not AnonymousObjectCreationExpressionSyntax message)
        {
            return null;
        }

        var token = AnonymousObjectMemberDeclarator(IdentifierName("token"));
        var last = message.Initializers.Count == 0 ? null : message.Initializers[message.Initializers.Count - 1];
        var initializers = last is null ? message.Initializers.Add(token) : message.Initializers.Replace(last, last.WithoutTrailingTrivia()).Add(token.WithLeadingTrivia(Space).WithTrailingTrivia(last.GetTrailingTrivia()));
        var changed = lambda.ReplaceNode(message, message.WithInitializers(initializers)).WithParameterList(list);
        return document.WithSyntaxRoot(root!.ReplaceNode(lambda, changed));
    }

    /// <summary>Null when something has the name already.</summary>
    private static ParameterListSyntax? WithToken(ParameterListSyntax list)
    {
        if (list.Parameters.Any(static p => p.Identifier.ValueText == "token" || p.Type is null))
            return null;
        var parameter = Parameter(Identifier("token")).WithType(ParseTypeName(TokenType).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation).WithTrailingTrivia(Space));

        // A cancellation token stays the last one.
        var at = list.Parameters.Count;
        while (at > 0 && list.Parameters[at - 1].Type is IdentifierNameSyntax { Identifier.ValueText: "CancellationToken" })
            at--;
        // The separator that comes along has no blank behind it.
        var isLast = at == list.Parameters.Count;
        var parameters = list.Parameters.Insert(at, isLast && at > 0 ? parameter.WithLeadingTrivia(Space) : parameter);
        if (!isLast)
            parameters = parameters.Replace(parameters[at + 1], parameters[at + 1].WithLeadingTrivia(Space));
        return list.WithParameters(parameters);
    }
}
