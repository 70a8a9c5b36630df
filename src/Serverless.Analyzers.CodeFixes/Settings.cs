using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Settings of attributes and of object initialisers.</summary>
internal static class Settings
{
    /// <summary>Takes the named argument, or the assigned property, that holds the node away; null when it is none.</summary>
    public static async Task<Document?> RemoveAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SyntaxNode? changed = null;
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals: not null, Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } list } argument)
        {
            var left = list.Arguments.Remove(argument);
            changed = root!.ReplaceNode(attribute, attribute.WithArgumentList(left.Count == 0 ? null : list.WithArguments(Trimmed(left))));
        }
        else if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Parent: InitializerExpressionSyntax initializer } assignment)
        {
            changed = root!.ReplaceNode(initializer, initializer.WithExpressions(initializer.Expressions.Remove(assignment)));
        }

        return changed is null ? null : document.WithSyntaxRoot(changed);
    }

    /// <summary>The attribute with a named argument more.</summary>
    public static AttributeSyntax With(AttributeSyntax attribute, string name, string value)
    {
        var argument = AttributeArgument(ParseExpression(value)).WithNameEquals(NameEquals(IdentifierName(name).WithTrailingTrivia(Space)).WithEqualsToken(Token(Microsoft.CodeAnalysis.CSharp.SyntaxKind.EqualsToken).WithTrailingTrivia(Space)));
        var list = attribute.ArgumentList ?? AttributeArgumentList();
        return attribute.WithArgumentList(list.WithArguments(list.Arguments.Add(list.Arguments.Count == 0 ? argument : argument.WithLeadingTrivia(Space))));
    }

    /// <summary>`[A]` of `[A]` and `[AAttribute]`.</summary>
    public static bool IsNamed(AttributeSyntax attribute, string name)
    {
        var simple = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : (attribute.Name as SimpleNameSyntax)?.Identifier.ValueText;
        return simple == name || simple == name + "Attribute";
    }

    private static SeparatedSyntaxList<AttributeArgumentSyntax> Trimmed(SeparatedSyntaxList<AttributeArgumentSyntax> arguments) =>
        arguments[0].HasLeadingTrivia ? arguments.Replace(arguments[0], arguments[0].WithoutLeadingTrivia()) : arguments;
}
