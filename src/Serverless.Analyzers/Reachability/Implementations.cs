using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability;

/// <summary>
/// What a virtual or interface call can mean among the types of this compilation. Types of other assemblies have no bodies to follow.
/// More than eight candidates are no answer, but a registry of plug-ins: the call is not followed, and the answer is `default`.
/// </summary>
internal sealed class Implementations(Compilation compilation)
{
    public const int Most = 8;

    private readonly Dictionary<ISymbol, ImmutableArray<IMethodSymbol>> _known = new(SymbolEqualityComparer.Default);
    private List<INamedTypeSymbol>? _types;

    public ImmutableArray<IMethodSymbol> Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(method, out var known))
            return known;
        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var type in _types ??= SourceTypes(compilation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ImplementationIn(type, method) is { } implementation && !found.Contains(implementation, SymbolEqualityComparer.Default))
                found.Add(implementation);
            if (found.Count > Most)
                break;
        }

        _known[method] = known = found.Count > Most ? default : found.ToImmutable();
        return known;
    }

    /// <summary>Methods that a mediator calls for a message: those by which a class implements one of its handler interfaces for that very type.</summary>
    public IEnumerable<IMethodSymbol> HandlersOf(INamedTypeSymbol message)
    {
        foreach (var type in _types ??= SourceTypes(compilation))
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (contract.ContainingNamespace.Name != "MediatR" || contract.TypeArguments.IsEmpty || !SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0].OriginalDefinition, message))
                    continue;
                foreach (var member in contract.GetMembers("Handle"))
                {
                    if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol handler)
                        yield return handler.OriginalDefinition;
                }
            }
        }
    }

    private static IMethodSymbol? ImplementationIn(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (!SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, method.ContainingType))
                    continue;
                foreach (var member in contract.GetMembers())
                {
                    if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method))
                        return (type.FindImplementationForInterfaceMember(member) as IMethodSymbol)?.OriginalDefinition;
                }
            }

            return null;
        }

        foreach (var member in type.GetMembers(method.Name))
        {
            if (member is not IMethodSymbol { IsOverride: true } candidate)
                continue;
            for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method))
                    return candidate;
            }
        }

        return null;
    }

    public static List<INamedTypeSymbol> SourceTypes(Compilation compilation)
    {
        var types = new List<INamedTypeSymbol>();
        Collect(compilation.Assembly.GlobalNamespace);
        return types;

        void Collect(INamespaceOrTypeSymbol container)
        {
            foreach (var member in container.GetMembers())
            {
                if (member is INamespaceSymbol space)
                {
                    Collect(space);
                }
                else if (member is INamedTypeSymbol type)
                {
                    if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
                        types.Add(type);
                    Collect(type);
                }
            }
        }
    }
}
