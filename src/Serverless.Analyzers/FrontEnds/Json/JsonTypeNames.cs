using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>
/// Names of schemas: the type's own, `PageOfOrder` for a generic one, with containing types and namespaces before it where two would be alike.
/// Letters and digits only, because REST APIs make models of them.
/// </summary>
internal static class JsonTypeNames
{
    /// <summary>Described in every document beside the types of the project.</summary>
    private const string Problem = "Problem";

    public static void Assign(IReadOnlyCollection<JsonTypeDraft> drafts)
    {
        var named = drafts.Where(static d => d.Type.Kind is JsonTypeKind.Object or JsonTypeKind.Enum).OrderBy(static d => d.Type.Type, StringComparer.Ordinal).ToList();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Problem };
        foreach (var group in named.GroupBy(static d => Name(d.Symbol, isQualified: false), StringComparer.OrdinalIgnoreCase).OrderBy(static g => g.Key, StringComparer.Ordinal).ToList())
        {
            var isAlone = group.Skip(1).FirstOrDefault() is null && !taken.Contains(group.Key);
            foreach (var draft in group)
                draft.Type = draft.Type with { Name = Take(isAlone ? group.Key : Name(draft.Symbol, isQualified: true), taken) };
        }

        var byType = named.ToDictionary(static d => d.Type.Type, StringComparer.Ordinal);
        foreach (var draft in named)
        {
            if (draft.Type.DerivedTypes.Count > 0)
                draft.Type = draft.Type with { DerivedTypes = draft.Type.DerivedTypes.Select(d => d with { Name = NameOf(draft, d, byType, taken) }).ToEquatableArray() };
        }
    }

    /// <summary>`ShapeCircle`: a circle where any shape may be, which tells what it is.</summary>
    private static string NameOf(JsonTypeDraft owner, JsonDerivedType derived, Dictionary<string, JsonTypeDraft> byType, HashSet<string> taken) =>
        byType.TryGetValue(derived.Type, out var type) && derived.DiscriminatorValue.Length > 0 ? Take(owner.Type.Name + type.Type.Name, taken) : "";

    private static string Take(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var number = 2; !taken.Add(unique); number++)
            unique = name + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }

    private static string Name(ITypeSymbol type, bool isQualified)
    {
        var name = new StringBuilder();
        Append(name, type, isQualified);
        return name.ToString();
    }

    private static void Append(StringBuilder name, ITypeSymbol type, bool isQualified)
    {
        type = CSharpNames.Underlying(type);
        if (type is IArrayTypeSymbol array)
        {
            name.Append("ListOf");
            Append(name, array.ElementType, isQualified);
            return;
        }

        if (isQualified)
            AppendOwners(name, type);
        AppendWord(name, type.Name.Length > 0 ? type.Name : "Value");
        if (type is not INamedTypeSymbol { TypeArguments.IsEmpty: false } generic)
            return;
        for (var i = 0; i < generic.TypeArguments.Length; i++)
        {
            name.Append(i == 0 ? "Of" : "And");
            if (generic.TypeArguments[i] is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } || CSharpNames.IsNullableValue(generic.TypeArguments[i]))
                name.Append("Nullable");
            Append(name, generic.TypeArguments[i], isQualified);
        }
    }

    private static void AppendOwners(StringBuilder name, ITypeSymbol type)
    {
        var owners = new List<string>();
        for (ISymbol? owner = type.ContainingSymbol; owner is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }; owner = owner.ContainingSymbol)
            owners.Add(owner.Name);
        owners.Reverse();
        foreach (var owner in owners)
            AppendWord(name, owner);
    }

    private static void AppendWord(StringBuilder name, string word)
    {
        var startsWord = true;
        foreach (var c in word)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                name.Append(startsWord ? char.ToUpperInvariant(c) : c);
                startsWord = false;
            }
            else if (c != '_')
            {
                // A letter outside ASCII: its number keeps two names apart.
                name.Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                startsWord = true;
            }
        }

        if (name.Length == 0)
            name.Append("Value");
    }
}
