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
        ["AddSingleton", "AddScoped", "AddTransient", "TryAddSingleton", "TryAddScoped", "TryAddTransient", "AddKeyedSingleton", "AddKeyedScoped", "AddKeyedTransient",
         "TryAddKeyedSingleton", "TryAddKeyedScoped", "TryAddKeyedTransient"];

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
            if (!Array.Exists(Names, names.Mentions) || compilation.ModelOf(tree) is not { } model)
                continue;
            foreach (var call in tree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is not MemberAccessExpressionSyntax { Name: var name } || Array.IndexOf(Names, name.Identifier.ValueText) < 0)
                    continue;
                var (first, second) = Types(name, call.ArgumentList);
                if (first is null || model.GetSymbolInfo(first, cancellationToken).Symbol is not INamedTypeSymbol service)
                    continue;
                var implementation = second is not null ? (model.GetSymbolInfo(second, cancellationToken).Symbol as INamedTypeSymbol)?.OriginalDefinition : null;
                var isFirst = !found.TryGetValue(service.OriginalDefinition, out var before);
                found[service.OriginalDefinition] = isFirst || SymbolEqualityComparer.Default.Equals(before, implementation) ? implementation : null;
            }
        }

        return found;
    }

    /// <summary>`&lt;IStore, Store&gt;()` or `(typeof(IStore), typeof(Store))`.</summary>
    private static (TypeSyntax? Service, TypeSyntax? Implementation) Types(SimpleNameSyntax name, ArgumentListSyntax arguments)
    {
        if (name is GenericNameSyntax { TypeArgumentList.Arguments: var types })
            return (types[0], types.Count > 1 ? types[1] : null);
        var given = arguments.Arguments.Select(static argument => argument.Expression).OfType<TypeOfExpressionSyntax>().Select(static type => type.Type).ToList();
        return given.Count switch { 0 => (null, null), 1 => (given[0], null), _ => (given[0], given[1]) };
    }
}
