using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Detection;

/// <summary>Where an attribute, or one of its named arguments, stands in source.</summary>
internal static class AttributeSites
{
    public static AttributeSyntax? Of(AttributeData attribute, CancellationToken cancellationToken) => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

    public static AttributeArgumentSyntax? Argument(AttributeData attribute, string name, CancellationToken cancellationToken)
    {
        if (Of(attribute, cancellationToken)?.ArgumentList is not { } list)
            return null;
        foreach (var argument in list.Arguments)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == name)
                return argument;
        }

        return null;
    }
}
