using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Whether the JSON of one type can be read as another: the same type, a kind of number, or an object that has the members the other needs.</summary>
internal sealed class TypeFit(MachineScope scope)
{
    private const int Deepest = 4;

    /// <summary>Null when it fits, or when nothing certain can be said; else what is wrong, in words that end a sentence.</summary>
    public string? Problem(ITypeSymbol given, ITypeSymbol wanted) => Problem(given, wanted, 0);

    /// <summary>As above, for data of any origin.</summary>
    /// <param name="given">What is there.</param>
    /// <param name="wanted">What reads it.</param>
    /// <param name="isExact">True when the reader takes the names of an integration's result as they are, case included.</param>
    public string? Problem(GivenData given, ITypeSymbol wanted, bool isExact)
    {
        if (given is GivenType { Type: var type })
            return Problem(type, wanted);
        wanted = Plain(wanted);
        if (IsOpen(wanted) || KindOf(wanted) is Kind.Unknown)
            return null;
        var (from, to) = (given is GivenList ? Kind.List : Kind.Object, KindOf(wanted));
        if (from != to)
            return $"the JSON is {Describe(from)}, not {Describe(to)}";
        if (given is GivenResult result)
            return Missing(result, wanted, isExact);
        foreach (var element in ((GivenList)given).Elements)
        {
            if (element.Data is { } data && ElementOf(wanted) is { } wantedElement && Problem(data, wantedElement, isExact) is { } inner)
                return "of its elements: " + inner;
        }

        return null;
    }

    public static string Name(GivenData data) => data switch
    {
        GivenType { Type: var type } => Name(type),
        GivenList { Elements: [{ Data: { } element }], IsOfBranches: false } => "a list of " + Name(element),
        GivenList => "a list",
        GivenResult { Shape.Members: var members } => "an object of " + string.Join(", ", members.Where(static m => !m.StartsWith("Sdk", StringComparison.Ordinal)).Take(4).Select(static m => "'" + m + "'")) + (members.Count() > 6 ? ", …" : ""),
        _ => "data",
    };

    private string? Missing(GivenResult result, ITypeSymbol wanted, bool isExact)
    {
        foreach (var (name, property) in MembersOf(wanted))
        {
            if (result.Shape.TryGet(name, out var kind))
            {
                if (kind == ResultMemberKind.AttributeMap && AttributeProblem(property.Type) is { } inner)
                    return $"at '{name}', {inner}";
                continue;
            }

            var spelt = result.Shape.Members.FirstOrDefault(m => string.Equals(m, name, StringComparison.OrdinalIgnoreCase));
            if (spelt is not null ? isExact : IsNeeded(property, wanted))
                return spelt is null ? $"it has no '{name}'" : $"it has no '{name}', but '{spelt}': put [JsonPropertyName(\"{spelt}\")] on '{property.Name}'";
        }

        return null;
    }

    /// <summary>DynamoDB writes every value as an object that names its type.</summary>
    private string? AttributeProblem(ITypeSymbol type)
    {
        type = Plain(type);
        if (ValueOf(type) is { } value)
            return KindOf(Plain(value)) is Kind.Text or Kind.Number or Kind.Boolean ? Attribute(KindOf(Plain(value))) : null;
        if (KindOf(type) is Kind.Text or Kind.Number or Kind.Boolean or Kind.List)
            return $"the JSON is an object of attribute values, not {Describe(KindOf(type))}";
        if (KindOf(type) != Kind.Object)
            return null;
        foreach (var (name, property) in MembersOf(type))
        {
            var hasConverter = property.GetAttributes().Any(static a => a.AttributeClass?.Name == "JsonConverterAttribute");
            if (!hasConverter && KindOf(Plain(property.Type)) is (Kind.Text or Kind.Number or Kind.Boolean) and var kind)
                return $"at '{name}', {Attribute(kind)}";
        }

        return null;
    }

    private static string Attribute(Kind kind) => $"the JSON is an attribute value such as {{ \"{(kind == Kind.Text ? "S" : kind == Kind.Number ? "N" : "BOOL")}\": … }}, not {Describe(kind)}";

    public static string Name(ITypeSymbol type) =>
        type.IsAnonymousType ? "an object with " + string.Join(", ", type.GetMembers().OfType<IPropertySymbol>().Select(static p => "'" + p.Name + "'")) : "'" + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "'";

    private string? Problem(ITypeSymbol given, ITypeSymbol wanted, int depth)
    {
        (given, wanted) = (Plain(given), Plain(wanted));
        if (depth > Deepest || IsOpen(given) || IsOpen(wanted) || SymbolEqualityComparer.Default.Equals(given, wanted))
            return null;
        var conversion = scope.Reading.Compilation.ClassifyConversion(given, wanted);
        if (conversion.IsImplicit && !conversion.IsUserDefined)
            return null;
        var (from, to) = (KindOf(given), KindOf(wanted));
        if (ValueOf(given) is { } value && to != Kind.Unknown)
            return to == Kind.Object ? WrongMember(value, wanted, depth) : $"the JSON is {Describe(Kind.Object)}, not {Describe(to)}";
        if (from != to)
            return from == Kind.Unknown || to == Kind.Unknown ? null : $"the JSON is {Describe(from)}, not {Describe(to)}";
        return to switch
        {
            Kind.List when ElementOf(given) is { } givenElement && ElementOf(wanted) is { } wantedElement =>
                Problem(givenElement, wantedElement, depth + 1) is { } inner ? "of its elements: " + inner : null,
            Kind.Object => MissingMember(given, wanted, depth),
            _ => null,
        };
    }

    /// <summary>Every member of a dictionary has the same type; which of them there are is not known.</summary>
    private string? WrongMember(ITypeSymbol value, ITypeSymbol wanted, int depth)
    {
        foreach (var (name, property) in MembersOf(wanted))
        {
            var reads = property.GetAttributes().Concat(wanted.GetAttributes()).Any(static a => a.AttributeClass?.Name is "JsonConverterAttribute" or "JsonNumberHandlingAttribute");
            if (!reads && Problem(value, property.Type, depth + 1) is { } inner)
                return $"at '{name}', {inner}";
        }

        return null;
    }

    /// <summary>The type of a dictionary's values, or null.</summary>
    private static ITypeSymbol? ValueOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "IReadOnlyDictionary" or "IDictionary" or "Dictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } ? value : null;

    private string? MissingMember(ITypeSymbol given, ITypeSymbol wanted, int depth)
    {
        var members = MembersOf(given).ToDictionary(static m => m.Name, static m => m.Property, StringComparer.OrdinalIgnoreCase);
        if (members.Count == 0)
            return null;
        foreach (var (name, property) in MembersOf(wanted))
        {
            if (members.TryGetValue(name, out var source))
            {
                if (Problem(source.Type, property.Type, depth + 1) is { } inner)
                    return $"at '{name}', {inner}";
            }
            else if (IsNeeded(property, wanted))
            {
                return $"it has no '{name}'";
            }
        }

        return null;
    }

    private IEnumerable<(string Name, IPropertySymbol Property)> MembersOf(ITypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (ITypeSymbol? t = type; t is { SpecialType: not SpecialType.System_Object }; t = t.BaseType)
        {
            foreach (var property in t.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }
                    && (FixedNames.PathOf(property) ?? scope.Names.NameOf(property)) is { } name && seen.Add(name))
                    yield return (name, property);
            }
        }
    }

    /// <summary>A constructor parameter without default that may not be null, or a required member: reading the JSON without it fails or gives a null nobody expects.</summary>
    private static bool IsNeeded(IPropertySymbol property, ITypeSymbol type)
    {
        if (property.Type.NullableAnnotation == NullableAnnotation.Annotated || property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return false;
        if (property.IsRequired || type.IsAnonymousType)
            return true;
        return type is INamedTypeSymbol named && named.InstanceConstructors.SelectMany(static c => c.Parameters)
            .Any(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase) && !p.HasExplicitDefaultValue);
    }

    private enum Kind
    {
        Unknown,
        Text,
        Number,
        Boolean,
        List,
        Object,
    }

    private Kind KindOf(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_String or SpecialType.System_Char:
                return Kind.Text;
            case SpecialType.System_Boolean:
                return Kind.Boolean;
            case >= SpecialType.System_SByte and <= SpecialType.System_Double:
                return Kind.Number;
        }

        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType)
            return scope.Names.HasOwnForm(enumType) ? Kind.Unknown : scope.Names.IsTextual(enumType) ? Kind.Text : Kind.Number;
        if (scope.Names.HasOwnForm(type))
            return Kind.Unknown;
        if (ElementOf(type) is not null)
            return type.AllInterfaces.Any(static i => i is { Name: "IDictionary" or "IReadOnlyDictionary", Arity: 2 }) ? Kind.Unknown : Kind.List;
        if (type.ContainingNamespace?.ToDisplayString() is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)))
            return Kind.Unknown;
        var hasConverter = type.GetAttributes().Any(static a => a.AttributeClass?.Name is "JsonConverterAttribute" or "JsonPolymorphicAttribute");
        return type.TypeKind is TypeKind.Class or TypeKind.Struct && !hasConverter && !type.IsAbstract ? Kind.Object : Kind.Unknown;
    }

    private static string Describe(Kind kind) => kind switch
    {
        Kind.Text => "a text",
        Kind.Number => "a number",
        Kind.Boolean => "true or false",
        Kind.List => "a list",
        _ => "an object",
    };

    private static bool IsOpen(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Error
        || type.Name is "JsonElement" or "JsonNode" or "JsonDocument" or "Stream";

    private static ITypeSymbol Plain(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String)
            return null;
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } self)
            return self.TypeArguments[0];
        return type.AllInterfaces.FirstOrDefault(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
    }
}
