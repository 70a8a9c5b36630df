using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Detection;

/// <summary>The API that an attribute of Annotations puts before a function.</summary>
/// <param name="Attribute">`HttpApi`, `RestApi` or `FunctionUrl`; null without an API.</param>
/// <param name="Version">Of the payload, 1 or 2; null without an API.</param>
/// <param name="IsOther">Something that this does not read stands before the function: an authorizer, a load balancer, a durable execution.</param>
internal readonly record struct AnnotatedApi(string? Attribute, int? Version, bool IsOther);

internal static class AnnotatedApis
{
    public static AnnotatedApi Of(IMethodSymbol method)
    {
        var found = default(AnnotatedApi);
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type || !IsOfAnnotations(type))
                continue;
            switch (type.Name)
            {
                case "HttpApiAttribute":
                    found = new AnnotatedApi("HttpApi", IsVersion1(attribute) ? 1 : 2, found.IsOther);
                    break;
                case "FunctionUrlAttribute":
                    found = new AnnotatedApi("FunctionUrl", 2, found.IsOther);
                    break;
                case "RestApiAttribute":
                    found = new AnnotatedApi("RestApi", 1, found.IsOther);
                    break;
                case "HttpApiAuthorizerAttribute" or "RestApiAuthorizerAttribute" or "ALBApiAttribute" or "DurableExecutionAttribute":
                    found = found with { IsOther = true };
                    break;
            }
        }

        return found;
    }

    private static bool IsOfAnnotations(INamedTypeSymbol type)
    {
        for (var at = type.ContainingNamespace; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            if (at is { Name: "Annotations", ContainingNamespace.Name: "Lambda" })
                return true;
        }

        return false;
    }

    /// <summary>`Version = HttpApiVersion.V1`.</summary>
    private static bool IsVersion1(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Version", Value: { Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type, Value: { } value } })
            {
                foreach (var member in type.GetMembers("V1"))
                {
                    if (member is IFieldSymbol { ConstantValue: { } constant } && constant.Equals(value))
                        return true;
                }
            }
        }

        return false;
    }
}
