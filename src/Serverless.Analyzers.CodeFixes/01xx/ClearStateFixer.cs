using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>SVLS0111: `ClearState = true` on the handler's `[Logging]`; a helper finds the handler's attribute when the file has one only.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ClearStateFixer : ServerlessFixer
{
    private protected override string RuleId => RuleIds.PowertoolsKeysLeak;

    private protected override string Title => "Clear the keys at the end of each invocation (ClearState = true)";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var all = root!.DescendantNodes().OfType<AttributeSyntax>().Where(IsLogging).ToList();
        var own = node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method ? all.FirstOrDefault(attribute => attribute.Parent?.Parent == method) : null;
        if ((own ?? (all.Count == 1 ? all[0] : null)) is not { } logging || Argument(logging) is { Expression: not LiteralExpressionSyntax })
            return null;
        var on = AttributeArgument(ParseExpression("true")).WithNameEquals(NameEquals(IdentifierName("ClearState")));
        AttributeSyntax changed;
        if (Argument(logging) is { } off)
        {
            // Already on: an earlier fix of the same handler.
            if (off.Expression.ToString() == "true")
                return null;
            changed = logging.ReplaceNode(off.Expression, ParseExpression("true").WithTriviaFrom(off.Expression));
        }
        else
        {
            changed = logging.ArgumentList is { Arguments.Count: > 0 } list
                ? logging.WithArgumentList(list.AddArguments(on.WithLeadingTrivia(Space)))
                : logging.WithArgumentList(AttributeArgumentList().AddArguments(on));
        }

        return document.WithSyntaxRoot(root.ReplaceNode(logging, changed.Formatted()));
    }

    private static bool IsLogging(AttributeSyntax attribute)
    {
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name as SimpleNameSyntax;
        return name?.Identifier.ValueText is "Logging" or "LoggingAttribute";
    }

    private static AttributeArgumentSyntax? Argument(AttributeSyntax logging) =>
        logging.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "ClearState");
}
