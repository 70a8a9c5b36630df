using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0201: the path below /tmp. A rooted path keeps its file name only, because `Path.Combine` lets a rooted part win.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TemporaryPathFixer : ServerlessFixer
{
    private const string Path = "global::System.IO.Path";

    private protected override string RuleId => RuleIds.WriteOutsideTmp;

    private protected override string Title => "Write below the temporary folder";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax path || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var isRelative = path switch
        {
            InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax { TextToken.ValueText: { Length: > 0 } text }, ..] } => text[0] is not ('/' or '\\'),
            _ => model.GetConstantValue(path, cancellationToken) is { HasValue: true, Value: string { Length: > 0 } constant } && constant[0] is not ('/' or '\\') && !constant.Contains(":"),
        };
        var name = isRelative ? path.WithoutTrivia().ToString() : $"{Path}.GetFileName({path.WithoutTrivia()})";
        var changed = Syntax.Expression($"{Path}.Combine({Path}.GetTempPath(), {name})").WithTriviaFrom(path);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(path, changed));
    }
}
