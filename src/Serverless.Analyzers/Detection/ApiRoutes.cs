using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Detection;

/// <summary>A route that `[HttpApi]` or `[RestApi]` of Amazon.Lambda.Annotations gives a function.</summary>
internal sealed record ApiRoute(AttributeData Attribute, bool IsRest, string? Template, bool HasAuthorizer);

/// <summary>Reads the route attributes of a method.</summary>
internal static class ApiRoutes
{
    /// <summary>Null when the method has no route of its own.</summary>
    public static ApiRoute? Of(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (IsOfAnnotations(attribute.AttributeClass, "HttpApiAttribute", "RestApiAttribute"))
            {
                var template = attribute.ConstructorArguments is [_, { Kind: TypedConstantKind.Primitive, Value: string text }, ..] ? text : null;
                return new ApiRoute(attribute, attribute.AttributeClass!.Name[0] == 'R', template, Has(attribute, "Authorizer"));
            }
        }

        return null;
    }

    /// <summary>The attribute sets the property to something.</summary>
    public static bool Has(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && !argument.Value.IsNull)
                return true;
        }

        return false;
    }

    public static bool IsOfAnnotations(INamedTypeSymbol? type, params string[] names) =>
        type is { ContainingNamespace: { Name: "APIGateway", ContainingNamespace: { Name: "Annotations", ContainingNamespace: { Name: "Lambda", ContainingNamespace.Name: "Amazon" } } } }
        && Array.IndexOf(names, type.Name) >= 0;
}
