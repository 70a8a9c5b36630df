using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Detection;

/// <summary>Which types a `JsonSerializerContext` knows: those that it lists, and those that their members lead to, for which metadata is generated too.</summary>
internal static class JsonContexts
{
    private const string SourceGeneratorSerializer = "SourceGeneratorLambdaJsonSerializer";

    /// <summary>More types than a context lists in practice; beyond that it counts as knowing everything.</summary>
    private const int Budget = 2000;

    /// <summary>The context of a `SourceGeneratorLambdaJsonSerializer` or of what derives from it; null for other serialisers.</summary>
    public static INamedTypeSymbol? ContextOf(ITypeSymbol? serializer)
    {
        for (var at = serializer; at is not null; at = at.BaseType)
        {
            if (at is INamedTypeSymbol { Name: SourceGeneratorSerializer, TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Class } context], ContainingNamespace.Name: "SystemTextJson" })
                return context;
        }

        return null;
    }

    /// <summary>The context lists types.</summary>
    public static bool ListsTypes(INamedTypeSymbol context)
    {
        foreach (var attribute in context.GetAttributes())
        {
            if (Listed(attribute) is not null)
                return true;
        }

        return false;
    }

    /// <summary>True where it is not known: a context that lists nothing is written by hand.</summary>
    public static bool Covers(INamedTypeSymbol context, ITypeSymbol type, CancellationToken cancellationToken)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var work = new Queue<ITypeSymbol>();
        foreach (var attribute in context.GetAttributes())
        {
            if (Listed(attribute) is { } listed)
                Add(listed);
        }

        if (seen.Count == 0)
            return true;
        while (work.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (seen.Contains(type) || seen.Count > Budget)
                return true;
            foreach (var next in Members(work.Dequeue()))
                Add(next);
        }

        return seen.Contains(type);

        void Add(ITypeSymbol found)
        {
            if (found.TypeKind != TypeKind.Error && seen.Add(found))
                work.Enqueue(found);
        }
    }

    private static ITypeSymbol? Listed(AttributeData attribute) =>
        attribute is { AttributeClass: { Name: "JsonSerializableAttribute", ContainingNamespace.Name: "Serialization" }, ConstructorArguments: [{ Value: ITypeSymbol listed }] } ? listed : null;

    private static IEnumerable<ITypeSymbol> Members(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            yield return array.ElementType;
        if (type.SpecialType != SpecialType.None || type is not INamedTypeSymbol named)
            yield break;
        foreach (var argument in named.TypeArguments)
            yield return argument;
        foreach (var attribute in named.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "JsonDerivedTypeAttribute", ConstructorArguments: [{ Value: ITypeSymbol derived }, ..] })
                yield return derived;
        }

        foreach (var contract in named.AllInterfaces)
        {
            if (contract.Name is "IEnumerable" or "IAsyncEnumerable" or "IDictionary" or "IReadOnlyDictionary")
            {
                foreach (var argument in contract.TypeArguments)
                    yield return argument;
            }
        }

        for (ITypeSymbol? at = named; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            foreach (var member in at.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } property && IsRead(property))
                    yield return property.Type;
                else if (member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field && IsRead(field))
                    yield return field.Type;
            }
        }
    }

    private static bool IsRead(ISymbol member)
    {
        if (member.DeclaredAccessibility == Accessibility.Public)
            return true;
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "JsonIncludeAttribute")
                return true;
        }

        return false;
    }
}
