using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability.Caching;

/// <summary>Finds symbols of one compilation by their names, each once.</summary>
internal sealed class SymbolNames(Compilation compilation)
{
    private readonly Dictionary<string, ISymbol?> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<SymbolName, ISymbol?> _others = [];
    private Dictionary<string, IAssemblySymbol>? _assemblies;

    /// <summary>Null when there is none, or more than one that could be meant.</summary>
    public ISymbol? Find(SymbolName name)
    {
        if (name.Assembly is null)
            return _own.TryGetValue(name.Id, out var own) ? own : _own[name.Id] = Find(name, compilation.Assembly);
        if (_others.TryGetValue(name, out var other))
            return other;
        return _others[name] = Assemblies.TryGetValue(name.Assembly, out var assembly) ? Find(name, assembly) : null;
    }

    private Dictionary<string, IAssemblySymbol> Assemblies
    {
        get
        {
            if (_assemblies is null)
            {
                _assemblies = new(StringComparer.Ordinal);
                foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
                    _assemblies[assembly.Identity.GetDisplayName()] = assembly;
            }

            return _assemblies;
        }
    }

    private static ISymbol? Find(SymbolName name, IAssemblySymbol assembly)
    {
        if (assembly.GetTypeByMetadataName(name.Type) is not { } type)
            return null;
        if (name.Member is null)
            return type;
        var candidates = type.GetMembers(name.Member);
        if (candidates.Length == 1)
            return candidates[0];
        ISymbol? found = null;
        foreach (var candidate in candidates)
        {
            if (DocumentationCommentId.CreateDeclarationId(candidate) != name.Id)
                continue;
            if (found is not null)
                return null;
            found = candidate;
        }

        return found;
    }
}
