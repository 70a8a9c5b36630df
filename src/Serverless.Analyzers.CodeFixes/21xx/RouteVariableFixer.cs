using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS2103: the variable takes the name of the parameter that was meant, or the method gets the parameter. No Fix All: two
/// variables of one route stand at one place and may be one misspelling and one omission.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RouteVariableFixer : CodeFixProvider
{
    private const string RenameTitle = "Rename the route variable to '{0}'";
    private const string AddTitle = "Add the parameter 'string {0}'";
    private const string RenameKey = "RenameRouteVariable";
    private const string AddKey = "AddRouteParameter";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.RouteVariableMismatch);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixProperties.Id, out var variable) || variable is null
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            {
                continue;
            }

            if (diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var name) && name is not null)
                Register(context, diagnostic, Renamed(root, attribute, variable, name), string.Format(System.Globalization.CultureInfo.InvariantCulture, RenameTitle, name), RenameKey);
            else
                Register(context, diagnostic, WithParameter(root, attribute, variable), string.Format(System.Globalization.CultureInfo.InvariantCulture, AddTitle, variable), AddKey);
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, SyntaxNode? changed, string title, string key)
    {
        if (changed is null)
            return;
        var document = context.Document.WithSyntaxRoot(changed);
        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(document), equivalenceKey: key), diagnostic);
    }

    /// <summary>Null when the route key is no literal of the attribute: a constant may serve other routes.</summary>
    private static SyntaxNode? Renamed(SyntaxNode root, AttributeSyntax attribute, string variable, string name)
    {
        var literal = attribute.ArgumentList?.Arguments.Select(static a => a.Expression).OfType<LiteralExpressionSyntax>()
            .FirstOrDefault(l => l.IsKind(SyntaxKind.StringLiteralExpression) && (l.Token.Text.Contains("{" + variable + "}") || l.Token.Text.Contains("{" + variable + "+}")));
        if (literal is null)
            return null;
        var text = literal.Token.Text.Replace("{" + variable + "}", "{" + name + "}").Replace("{" + variable + "+}", "{" + name + "+}");
        return root.ReplaceNode(literal, ParseExpression(text).WithTriviaFrom(literal));
    }

    /// <summary>Behind the parameters that must be given. Null when the base type or the variable's name forbids it.</summary>
    private static SyntaxNode? WithParameter(SyntaxNode root, AttributeSyntax attribute, string variable)
    {
        if (attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || method.Modifiers.Any(SyntaxKind.OverrideKeyword)
            || !SyntaxFacts.IsValidIdentifier(variable))
        {
            return null;
        }

        var parameters = method.ParameterList.Parameters;
        var place = parameters.IndexOf(static p => p.Default is not null || p.Modifiers.Any(SyntaxKind.ParamsKeyword));
        var name = SyntaxFacts.GetKeywordKind(variable) == SyntaxKind.None ? variable : "@" + variable;
        var added = Parameter(ParseToken(name)).WithType(PredefinedType(Token(SyntaxKind.StringKeyword)).WithTrailingTrivia(Space)).Formatted();
        return root.ReplaceNode(method.ParameterList, method.ParameterList.WithParameters(parameters.Insert(place < 0 ? parameters.Count : place, added)).Formatted());
    }
}
