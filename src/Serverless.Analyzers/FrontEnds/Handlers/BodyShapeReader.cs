using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Json;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// Finds out what is to be checked inside a JSON body: each type once, nested ones through members, items and dictionary
/// values. Types that a converter of their own reads are left to it.
/// </summary>
internal sealed class BodyShapeReader(HandlerReading handler, DeclarationRef at)
{
    private readonly Dictionary<string, BodyShape?> _shapes = new(StringComparer.Ordinal);

    public EquatableArray<BodyShape> Shapes => _shapes.Values.OfType<BodyShape>().OrderBy(static s => s.Type, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The shape of a type: its name, or empty when nothing is to be checked.</summary>
    public string Read(ITypeSymbol type)
    {
        type = CSharpNames.Underlying(type);
        if (IsLeaf(type))
            return "";
        var name = CSharpNames.Bare(type);
        if (_shapes.TryGetValue(name, out var known))
            return known is null ? "" : name;

        // A type that contains itself refers to the shape that is being made.
        _shapes[name] = new BodyShape { Type = name };
        var shape = ReadShape(type, name);
        if (IsEmpty(shape))
        {
            _shapes[name] = null;
            return "";
        }

        _shapes[name] = shape;
        return name;
    }

    private BodyShape ReadShape(ITypeSymbol type, string name)
    {
        var shape = new BodyShape { Type = name, IsValueType = type.IsValueType };
        if (DictionaryValue(type) is { } value)
            return shape with { Nesting = BodyNesting.DictionaryValues, ItemShape = Read(value), ItemsNotNull = IsNotNull(value) };
        if (Item(type) is { } item)
            return shape with { Nesting = BodyNesting.Items, ItemShape = Read(item), ItemsNotNull = IsNotNull(item) };
        if (type is not INamedTypeSymbol named)
            return shape;
        var constructor = JsonConstructors.Of(named);
        var members = new List<BodyMember>();
        foreach (var property in Properties(named))
            members.Add(ReadMember(property, constructor));
        return shape with
        {
            Members = members.Where(static m => m.NotNull || m.MustBePresent || m.Shape.Length > 0 || m.Checks.Count > 0).ToEquatableArray(),
            ValidatesItself = TypeNames.Implements(named, "System.ComponentModel.DataAnnotations.IValidatableObject"),
        };
    }

    private BodyMember ReadMember(IPropertySymbol property, IMethodSymbol? constructor)
    {
        var type = property.Type;
        var argument = constructor?.Parameters.FirstOrDefault(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase));
        var isRequired = ValidationReader.IsRequired(property) || (argument is not null && ValidationReader.IsRequired(argument));
        var mustBePresent = property.IsRequired || isRequired
            || (argument is { HasExplicitDefaultValue: false } && (type.IsValueType ? !CSharpNames.IsNullableValue(type) : IsNotNull(type)));
        var checks = ValidationReader.Read(property, type, handler.Reading, at);
        if (argument is not null)
            checks = checks.Concat(ValidationReader.Read(argument, type, handler.Reading, at)).Distinct().ToEquatableArray();
        return new BodyMember
        {
            Property = CSharpNames.Identifier(property.Name),
            JsonName = handler.Json.NameOf(property),
            NotNull = IsNotNull(type) || isRequired && (type.IsReferenceType || CSharpNames.IsNullableValue(type)),
            MustBePresent = mustBePresent,
            LooksAbsent = mustBePresent && type.IsValueType && !CSharpNames.IsNullableValue(type) ? LooksAbsent(type) : "",
            CanBeNull = type.IsReferenceType || CSharpNames.IsNullableValue(type),
            IsNullableValue = CSharpNames.IsNullableValue(type),
            Shape = Read(type),
            Checks = checks,
        };
    }

    private static string LooksAbsent(ITypeSymbol type) =>
        type.SpecialType is not SpecialType.None || type.TypeKind == TypeKind.Enum
            ? "$value == default"
            : $"global::System.Collections.Generic.EqualityComparer<{CSharpNames.Bare(type)}>.Default.Equals($value, default)";

    private static bool IsNotNull(ITypeSymbol type) => type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated };

    private static bool IsEmpty(BodyShape shape) => shape.Nesting == BodyNesting.None
        ? shape is { Members.Count: 0, ValidatesItself: false }
        : shape is { ItemShape: "", ItemsNotNull: false };

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } && !IsIgnored(property) && seen.Add(property.Name))
                    yield return property;
            }
        }
    }

    private static bool IsIgnored(IPropertySymbol property) =>
        property.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, "System.Text.Json.Serialization.JsonIgnoreAttribute")
            && !a.NamedArguments.Any(static n => n.Key == "Condition" && n.Value.Value is not 1));

    /// <summary>What a converter or the serialiser itself reads as one value.</summary>
    private static bool IsLeaf(ITypeSymbol type)
    {
        if (type.SpecialType is not (SpecialType.None or SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IList_T
                or SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IReadOnlyList_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T)
            || type.TypeKind is TypeKind.Enum or TypeKind.Dynamic or TypeKind.TypeParameter)
        {
            return true;
        }

        if (type.GetAttributes().Any(static a => TypeNames.DerivesFrom(a.AttributeClass, "System.Text.Json.Serialization.JsonConverterAttribute")))
            return true;
        if (type is IArrayTypeSymbol array)
            return array.Rank != 1 || array.ElementType.SpecialType == SpecialType.System_Byte;
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)) && Item(type) is null && DictionaryValue(type) is null;
    }

    private static ITypeSymbol? Item(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        return Generic(type, "System.Collections.Generic.IEnumerable") is { } items ? items.TypeArguments[0] : null;
    }

    private static ITypeSymbol? DictionaryValue(ITypeSymbol type)
    {
        var dictionary = Generic(type, "System.Collections.Generic.IDictionary") ?? Generic(type, "System.Collections.Generic.IReadOnlyDictionary");
        return dictionary is { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } ? value : null;
    }

    private static INamedTypeSymbol? Generic(ITypeSymbol type, string fullName) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self && TypeNames.Is(self, fullName) ? self : type.AllInterfaces.FirstOrDefault(i => i.IsGenericType && TypeNames.Is(i, fullName));
}
