using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>An attribute as the C# that creates it again.</summary>
internal static class AttributeExpressions
{
    /// <summary>Null when generated code cannot create it.</summary>
    public static string? Creation(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { IsAbstract: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } type)
            return null;
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(Constant));
        var properties = string.Join(", ", attribute.NamedArguments.Select(static a => $"{CSharpNames.Identifier(a.Key)} = {Constant(a.Value)}"));
        return $"new {CSharpNames.Bare(type)}({arguments}){(properties.Length > 0 ? $" {{ {properties} }}" : "")}";
    }

    private static string Constant(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Array when constant.IsNull => "null",
        TypedConstantKind.Array => $"new {CSharpNames.Bare(constant.Type!)} {{ {string.Join(", ", constant.Values.Select(Constant))} }}",
        TypedConstantKind.Type => constant.Value is ITypeSymbol type ? $"typeof({CSharpNames.Bare(type)})" : "null",
        _ => CSharpNames.Constant(constant.Value, constant.Type!),
    };
}
