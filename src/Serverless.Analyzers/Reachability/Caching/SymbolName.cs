using System.Text;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability.Caching;

/// <summary>
/// A type or member by name, to be found again in another compilation. The type comes first, because a compilation finds a type at once and a type its members by name;
/// the documentation id only tells overloads apart.
/// </summary>
/// <param name="Assembly">Null: the compilation's own.</param>
/// <param name="Type">Metadata name, with `+` for nested types.</param>
/// <param name="Member">Null for the type itself.</param>
/// <param name="Id">Documentation id.</param>
internal sealed record SymbolName(string? Assembly, string Type, string? Member, string Id)
{
    /// <summary>Null for what a name does not tell apart: types of one file, errors.</summary>
    public static SymbolName? Of(ISymbol symbol, Compilation compilation)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        if (type is null || symbol.ContainingAssembly is not { } assembly)
            return null;
        var name = new StringBuilder();
        for (var at = type; at is not null; at = at.ContainingType)
        {
            if (at.IsFileLocal || at.TypeKind == TypeKind.Error)
                return null;
            name.Insert(0, at.MetadataName);
            if (at.ContainingType is not null)
                name.Insert(0, '+');
        }

        if (type.ContainingNamespace is { IsGlobalNamespace: false } space)
            name.Insert(0, '.').Insert(0, space.ToDisplayString());
        if (DocumentationCommentId.CreateDeclarationId(symbol) is not { Length: > 2 } id)
            return null;
        var isOwn = SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly);
        return new SymbolName(isOwn ? null : assembly.Identity.GetDisplayName(), name.ToString(), symbol is INamedTypeSymbol ? null : symbol.Name, id);
    }
}
