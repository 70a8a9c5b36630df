using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0210: Serilog's console sink, as JSON where the compact formatter is referenced. Without the console sink's package there is no fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConsoleSinkFixer : ServerlessFixer
{
    private const string Formatter = "Serilog.Formatting.Compact.RenderedCompactJsonFormatter";

    private protected override string RuleId => RuleIds.FileLogging;

    private protected override string Title => "Write to the console";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "File" or "RollingFile" } access } call
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { Compilation: var compilation } model)
        {
            return null;
        }

        if (model.LookupSymbols(node.SpanStart, model.GetTypeInfo(access.Expression, cancellationToken).Type as INamespaceOrTypeSymbol, "Console", includeReducedExtensionMethods: true).IsEmpty)
            return null;
        var arguments = call.ArgumentList.Arguments.Where(static argument => argument.NameColon?.Name.Identifier.ValueText is "restrictedToMinimumLevel" or "levelSwitch");
        if (!compilation.GetTypesByMetadataName(Formatter).IsEmpty)
            arguments = arguments.Prepend(Argument(Syntax.Expression($"new global::{Formatter}()")));
        var changed = call.WithExpression(access.WithName(IdentifierName("Console").WithTriviaFrom(access.Name)))
            .WithArgumentList(call.ArgumentList.WithArguments(SeparatedList(arguments.Select(static (argument, i) => i == 0 ? argument.WithoutLeadingTrivia() : argument.WithLeadingTrivia(Space)))));
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(call, changed));
    }
}
