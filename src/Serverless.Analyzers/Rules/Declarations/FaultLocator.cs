using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Serverless.Model;

namespace Serverless.Analyzers.Rules.Declarations;

/// <summary>Turns the place of a fault into a location in this compilation: the model has none, because positions move with every keystroke.</summary>
internal static class FaultLocator
{
    public static Location Locate(DeclarationRef at, ISymbol symbol, CancellationToken cancellationToken)
    {
        if (at.Start >= 0)
            return Inner(at, symbol, cancellationToken) ?? Name(symbol);
        if (at.Attribute >= 0)
        {
            var attributes = symbol.GetAttributes();
            return at.Attribute < attributes.Length ? Attribute(attributes[at.Attribute], at.Argument, cancellationToken) ?? Name(symbol) : Name(symbol);
        }

        return Parameter(at.Argument, symbol) ?? Name(symbol);
    }

    /// <summary>Null when the attribute has no source.</summary>
    public static Location? Attribute(AttributeData data, string? argument, CancellationToken cancellationToken)
    {
        if (data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
            return null;
        return (argument is null ? null : Argument(syntax, data, argument)?.GetLocation()) ?? syntax.GetLocation();
    }

    private static Location Name(ISymbol symbol) => symbol.Locations.FirstOrDefault(static l => l.IsInSource) ?? Location.None;

    private static Location? Parameter(string? name, ISymbol symbol)
    {
        if (name is null || symbol is not IMethodSymbol method)
            return null;
        return method.Parameters.FirstOrDefault(p => p.Name == name) is { } parameter ? Name(parameter) : null;
    }

    private static Location? Inner(DeclarationRef at, ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference, ..])
            return null;
        var node = reference.GetSyntax(cancellationToken);
        var start = node.SpanStart + at.Start;
        return start + at.Length <= node.SyntaxTree.Length ? Location.Create(node.SyntaxTree, new TextSpan(start, at.Length)) : null;
    }

    /// <summary>The expression of a named argument, of a constructor parameter, or of one element (`actions[1]`).</summary>
    private static ExpressionSyntax? Argument(AttributeSyntax syntax, AttributeData data, string argument)
    {
        if (syntax.ArgumentList is not { } list)
            return null;
        var element = -1;
        var bracket = argument.IndexOf('[');
        if (bracket > 0 && int.TryParse(argument.Substring(bracket + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out element))
            argument = argument.Substring(0, bracket);
        foreach (var written in list.Arguments)
        {
            if (written.NameEquals?.Name.Identifier.ValueText == argument || written.NameColon?.Name.Identifier.ValueText == argument)
                return Element(written.Expression, element) ?? written.Expression;
        }

        return Positional(list, data, argument, element);
    }

    private static ExpressionSyntax? Positional(AttributeArgumentListSyntax list, AttributeData data, string parameter, int element)
    {
        var positional = list.Arguments.Where(static a => a.NameEquals is null && a.NameColon is null).ToList();
        var parameters = data.AttributeConstructor?.Parameters ?? default;
        for (var i = 0; !parameters.IsDefault && i < parameters.Length && i < positional.Count; i++)
        {
            if (parameters[i].Name != parameter)
                continue;
            var isExpanded = parameters[i].IsParams && element >= 0 && (positional.Count - i > 1 || Element(positional[i].Expression, 0) is null);
            if (isExpanded)
                return i + element < positional.Count ? positional[i + element].Expression : positional[i].Expression;
            return Element(positional[i].Expression, element) ?? positional[i].Expression;
        }

        return null;
    }

    private static ExpressionSyntax? Element(ExpressionSyntax expression, int element)
    {
        if (element < 0)
            return null;
        var elements = expression switch
        {
            CollectionExpressionSyntax collection => collection.Elements.Select(static e => (e as ExpressionElementSyntax)?.Expression).ToList(),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
            ImplicitArrayCreationExpressionSyntax array => [.. array.Initializer.Expressions],
            _ => [],
        };
        return element < elements.Count ? elements[element] : null;
    }
}
