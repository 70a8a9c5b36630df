using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>
/// The members of an object in the order the serialiser writes them: a type before its base, properties before fields, then by `[JsonPropertyOrder]`.
/// </summary>
internal static class JsonMembers
{
    public static List<JsonMember> Of(INamedTypeSymbol type, IMethodSymbol? constructor, JsonContract contract)
    {
        var members = new List<JsonMember>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in Levels(type))
        {
            var own = level.GetMembers();
            foreach (var property in own.OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } && IsSeen(property) && seen.Add(property.Name) && Read(property, constructor, contract) is { } member)
                    members.Add(member);
            }

            foreach (var field in own.OfType<IFieldSymbol>())
            {
                if (field is { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false } && IsSeen(field) && (contract.IncludesFields || field.HasJson("JsonIncludeAttribute")) && seen.Add(field.Name) && Read(field, constructor, contract) is { } member)
                    members.Add(member);
            }
        }

        return members.Exists(static m => m.Order != 0) ? [.. members.OrderBy(static m => m.Order)] : members;
    }

    /// <summary>Public, or asked for by `[JsonInclude]`.</summary>
    private static bool IsSeen(ISymbol member) => member.DeclaredAccessibility == Accessibility.Public || member.HasJson("JsonIncludeAttribute");

    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
            return type.AllInterfaces.Prepend(type);
        return Bases(type);
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
            yield return current;
    }

    private static JsonMember? Read(IPropertySymbol property, IMethodSymbol? constructor, JsonContract contract)
    {
        var isIncluded = property.HasJson("JsonIncludeAttribute");
        var parameter = JsonConstructors.ParameterOf(property, constructor);
        var isSet = property.SetMethod is { } setter && (isIncluded || setter.DeclaredAccessibility == Accessibility.Public);
        var isWritten = property.GetMethod is { } getter && (isIncluded || getter.DeclaredAccessibility == Accessibility.Public);
        if (contract.IgnoresReadOnlyProperties && property.SetMethod is null && property.Ignoring() is null)
            isWritten = false;
        return Read(property, property.Type, parameter, isSet || parameter is not null, isWritten, contract);
    }

    private static JsonMember? Read(IFieldSymbol field, IMethodSymbol? constructor, JsonContract contract)
    {
        var parameter = JsonConstructors.ParameterOf(field, constructor);
        var isWritten = !(contract.IgnoresReadOnlyFields && field.IsReadOnly && field.Ignoring() is null);
        return Read(field, field.Type, parameter, !field.IsReadOnly || parameter is not null, isWritten, contract);
    }

    private static JsonMember? Read(ISymbol symbol, ITypeSymbol type, IParameterSymbol? parameter, bool isRead, bool isWritten, JsonContract contract)
    {
        var ignoring = symbol.Ignoring() ?? contract.Ignoring;
        if (ignoring == JsonIgnoring.Always)
            return null;
        isRead &= ignoring != JsonIgnoring.WhenReading;
        isWritten &= ignoring != JsonIgnoring.WhenWriting;
        return isRead || isWritten ? new JsonMember(symbol, type, parameter, isRead, isWritten, ignoring) : null;
    }
}
