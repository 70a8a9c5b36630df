using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Reachability;

/// <summary>
/// What the project registers for a service: `AddSingleton&lt;IStore, Store&gt;()`. One registered implementation is the one that is called; several, a factory,
/// or none in sight leave every implementation possible.
/// </summary>
internal sealed class Registrations(Compilation compilation)
{
    private static readonly string[] Names =
        ["AddSingleton", "AddScoped", "AddTransient", "TryAddSingleton", "TryAddScoped", "TryAddTransient", "AddKeyedSingleton", "AddKeyedScoped", "AddKeyedTransient"];

    /// <summary>The one implementation of a service; null when more than one is possible.</summary>
    private Dictionary<ISymbol, INamedTypeSymbol?>? _implementations;

    /// <summary>False when the project registers exactly one implementation of the service and this is another.</summary>
    public bool Allows(INamedTypeSymbol service, INamedTypeSymbol implementation, CancellationToken cancellationToken)
    {
        _implementations ??= Read(cancellationToken);
        if (!_implementations.TryGetValue(service.OriginalDefinition, out var registered) || registered is null)
            return true;
        for (INamedTypeSymbol? at = registered; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, implementation.OriginalDefinition))
                return true;
        }

        return false;
    }

    private Dictionary<ISymbol, INamedTypeSymbol?> Read(CancellationToken cancellationToken)
    {
        var found = new Dictionary<ISymbol, INamedTypeSymbol?>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            if (!Array.Exists(Names, names.Mentions))
                continue;
            // RS1030: the driver shares its models (see ClosureBuilder).
#pragma warning disable RS1030
            var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
            foreach (var name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<GenericNameSyntax>())
            {
                var arguments = name.TypeArgumentList.Arguments;
                if (Array.IndexOf(Names, name.Identifier.ValueText) < 0 || model.GetSymbolInfo(arguments[0], cancellationToken).Symbol is not INamedTypeSymbol service)
                    continue;
                var implementation = arguments.Count > 1 ? (model.GetSymbolInfo(arguments[1], cancellationToken).Symbol as INamedTypeSymbol)?.OriginalDefinition : null;
                var isFirst = !found.TryGetValue(service.OriginalDefinition, out var before);
                found[service.OriginalDefinition] = isFirst || SymbolEqualityComparer.Default.Equals(before, implementation) ? implementation : null;
            }
        }

        return found;
    }
}
