using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0205: the folder of the code instead of the current one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BaseDirectoryFixer : ServerlessFixer
{
    private const string BaseDirectory = "global::System.AppContext.BaseDirectory";

    private protected override string RuleId => RuleIds.CurrentDirectoryPath;

    private protected override string Title => "Start from the folder of the code (AppContext.BaseDirectory)";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax path || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var isFolder = path is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CurrentDirectory" } or IdentifierNameSyntax { Identifier.ValueText: "CurrentDirectory" };
        // A variable may be used for something else too.
        if (!isFolder && !model.GetConstantValue(path, cancellationToken).HasValue)
            return null;
        var changed = Syntax.Expression(isFolder ? BaseDirectory : $"global::System.IO.Path.Combine({BaseDirectory}, {path.WithoutTrivia()})").WithTriviaFrom(path);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(path, changed));
    }
}
