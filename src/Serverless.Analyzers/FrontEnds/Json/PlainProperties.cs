using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>The properties that the serialiser sees, in its order.</summary>
internal static class PlainProperties
{
    private const int Always = 1;

    /// <summary>Null when some member is the serialiser's to judge.</summary>
    public static List<IPropertySymbol>? Of(INamedTypeSymbol type, Reading reading)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var found = new List<(IPropertySymbol Property, int Order)>();
        for (INamedTypeSymbol? current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } && SerializerAttributes.AnyBut(member, "JsonConstructorAttribute"))
                    return null;
                if (member is not IPropertySymbol { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } property || property is { Name: "EqualityContract", DeclaredAccessibility: not Accessibility.Public })
                    continue;
                // A name that stands twice in the hierarchy is hidden or overridden somewhere.
                if (!names.Add(property.Name))
                    return null;
                var isOpen = property.DeclaredAccessibility == Accessibility.Public;
                if (isOpen ? !IsPlain(property, reading) : SerializerAttributes.Any(property))
                    return null;
                if (isOpen && IgnoreCondition(property) != Always)
                    found.Add((property, Order(property)));
            }
        }

        return found.OrderBy(static f => f.Order).Select(static f => f.Property).ToList();
    }

    /// <summary>What `[JsonIgnore]` says; null when it is not there.</summary>
    public static int? IgnoreCondition(IPropertySymbol property)
    {
        if (SerializerAttributes.Find(property, "JsonIgnoreAttribute") is not { } attribute)
            return null;
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == "Condition")
                return argument.Value.Value as int?;
        }

        return Always;
    }

    public static bool IsRequired(IPropertySymbol property) => property.IsRequired || SerializerAttributes.Find(property, "JsonRequiredAttribute") is not null;

    public static bool HasOpenSetter(IPropertySymbol property) => property.SetMethod is { DeclaredAccessibility: Accessibility.Public };

    /// <summary>Nothing but a field stands behind it: when it is set does not matter.</summary>
    public static bool IsAutomatic(IPropertySymbol property, CancellationToken cancellationToken) =>
        property.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(cancellationToken) switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { AccessorList: { } accessors } declaration when !declaration.Modifiers.Any(SyntaxKind.PartialKeyword) => accessors.Accessors.All(static a => a is { Body: null, ExpressionBody: null }),
            _ => false,
        };

    /// <summary>An object that is made without it has the default of its type.</summary>
    public static bool StartsAsDefault(IPropertySymbol property, CancellationToken cancellationToken) =>
        IsAutomatic(property, cancellationToken) && property.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is ParameterSyntax or PropertyDeclarationSyntax { Initializer: null };

    private static bool IsPlain(IPropertySymbol property, Reading reading)
    {
        if (SerializerAttributes.AnyBut(property, "JsonPropertyNameAttribute", "JsonIgnoreAttribute", "JsonPropertyOrderAttribute", "JsonRequiredAttribute") || PlainObjects.IsObsolete(property))
            return false;
        var condition = IgnoreCondition(property);
        if (condition is Always)
            return !IsRequired(property);
        return property is { IsVirtual: false, IsOverride: false, IsAbstract: false, RefKind: RefKind.None, GetMethod.DeclaredAccessibility: Accessibility.Public }
            && property.Type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error) && !property.Type.IsRefLikeType
            && (condition is null or 0 or 2 or 3)
            && (condition is not 3 || !property.Type.IsValueType || Handlers.CSharpNames.IsNullableValue(property.Type))
            && (!IsRequired(property) || HasOpenSetter(property))
            && reading.Compilation.IsSymbolAccessibleWithin(property, reading.Compilation.Assembly);
    }

    private static int Order(IPropertySymbol property) =>
        SerializerAttributes.Find(property, "JsonPropertyOrderAttribute") is { ConstructorArguments: [{ Value: int order }] } ? order : 0;
}
