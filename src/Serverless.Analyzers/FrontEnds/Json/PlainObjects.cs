using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>
/// Classes, records and structs of the project. Only those: what a referenced assembly hides (a private constructor with an attribute,
/// an initialiser) cannot be seen, so nothing can be said about its types.
/// </summary>
internal static class PlainObjects
{
    /// <summary>One bit of a number stands for each member while an object is read.</summary>
    private const int MostMembers = 64;

    public static PlainDraft Of(ITypeSymbol type, string name, PlainOptions options, PlainTypes types, Reading reading)
    {
        if (type is not INamedTypeSymbol named || !IsPlainDeclaration(named, reading) || PlainProperties.Of(named, reading) is not { Count: <= MostMembers } properties)
            return PlainDraft.None;
        var members = properties.ConvertAll(p => Member(p, options, types, reading));
        if (HasClash(members, options) || properties.Exists(HasUncertainName))
            return PlainDraft.None;
        var isClosed = options.IsClosed;
        if (SerializerAttributes.Find(named, "JsonUnmappedMemberHandlingAttribute") is { ConstructorArguments: [{ Value: int handling }] })
            isClosed = handling == 1;
        var plain = new PlainType { Type = name, Kind = PlainKind.Object, IsValueType = type.IsValueType, Members = members.ToEquatableArray(), IgnoresCase = options.IgnoresCase, IsClosed = isClosed };
        var made = PlainConstructors.Apply(plain, named, properties, reading);
        return PlainDraft.Of(made ?? plain, made is not null);
    }

    private static PlainMember Member(IPropertySymbol property, PlainOptions options, PlainTypes types, Reading reading) => new()
    {
        Property = CSharpNames.Identifier(property.Name),
        JsonName = reading.Json.NameOf(property),
        Type = types.Draft(property.Type),
        Omission = Omission(property, options),
    };

    private static PlainOmission Omission(IPropertySymbol property, PlainOptions options)
    {
        var omission = PlainProperties.IgnoreCondition(property) switch
        {
            0 => PlainOmission.Never,
            2 => PlainOmission.WhenDefault,
            3 => PlainOmission.WhenNull,
            _ => options.Omission,
        };
        // A value that cannot be null is never left out as such.
        return omission == PlainOmission.WhenNull && property.Type.IsValueType && !CSharpNames.IsNullableValue(property.Type) ? PlainOmission.Never : omission;
    }

    /// <summary>Two members of one name, or a name that UTF-8 or a comparison without case cannot carry.</summary>
    private static bool HasClash(List<PlainMember> members, PlainOptions options)
    {
        var names = new HashSet<string>(options.IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        return members.Exists(m => !names.Add(m.JsonName)
            || m.JsonName.StartsWith("$", StringComparison.Ordinal)
            || m.JsonName.Any(c => char.IsSurrogate(c) || (options.IgnoresCase && c > '\x7f')));
    }

    /// <summary>What a naming policy makes of other alphabets depends on the version of .NET.</summary>
    private static bool HasUncertainName(IPropertySymbol property) =>
        property.Name.Any(static c => c > '\x7f') && SerializerAttributes.Find(property, "JsonPropertyNameAttribute") is null;

    private static bool IsPlainDeclaration(INamedTypeSymbol type, Reading reading)
    {
        if (type is not { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsStatic: false, IsRefLikeType: false, IsTupleType: false, IsAnonymousType: false, IsFileLocal: false, IsComImport: false }
            || HasOpenArguments(type)
            || !reading.Compilation.IsSymbolAccessibleWithin(type, reading.Compilation.Assembly)
            || SerializerAttributes.AnyBut(type, "JsonUnmappedMemberHandlingAttribute")
            || IsObsolete(type))
        {
            return false;
        }

        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            if (!SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, reading.Compilation.Assembly))
                return false;
            if (!SymbolEqualityComparer.Default.Equals(current, type) && SerializerAttributes.Any(current))
                return false;
        }

        return !type.AllInterfaces.Any(static i => TypeNames.FullName(i) is "System.Collections.IEnumerable" || TypeNames.FullName(i).StartsWith(SerializerAttributes.Namespace, StringComparison.Ordinal));
    }

    /// <summary>An obsolete declaration may be an error to use, which no pragma undoes.</summary>
    public static bool IsObsolete(ISymbol symbol) => symbol.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, "System.ObsoleteAttribute"));

    private static bool HasOpenArguments(INamedTypeSymbol type) =>
        type.TypeArguments.Any(static a => a.TypeKind is TypeKind.TypeParameter or TypeKind.Error || (a is INamedTypeSymbol inner && HasOpenArguments(inner)))
        || (type.ContainingType is { } outer && HasOpenArguments(outer));
}
