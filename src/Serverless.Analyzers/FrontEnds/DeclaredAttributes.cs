using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// The attributes of ours on one symbol, bound once: the same class and assembly are asked for every function below them.
/// </summary>
internal sealed class DeclaredAttributes
{
    private const string Suffix = "Attribute";

    private readonly ImmutableArray<Named> _attributes;

    private DeclaredAttributes(ISymbol symbol, DeclarationRef declaration, ImmutableArray<Named> attributes)
    {
        Symbol = symbol;
        Declaration = declaration;
        _attributes = attributes;
    }

    public ISymbol Symbol { get; }

    public DeclarationRef Declaration { get; }

    public bool IsEmpty => _attributes.IsEmpty;

    public ImmutableArray<Named> Attributes => _attributes;

    public static DeclaredAttributes Of(ISymbol symbol)
    {
        var all = symbol.GetAttributes();
        var ours = ImmutableArray<Named>.Empty;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].AttributeClass is { } type && IsOurs(type))
                ours = ours.Add(new Named(type.Name.Substring(0, type.Name.Length - Suffix.Length), new AttributeArguments(all[i], i)));
        }

        var declaration = symbol is IAssemblySymbol ? new DeclarationRef(DeclarationRef.Assembly) : ours.IsEmpty ? new DeclarationRef("") : Reading.Of(symbol);
        return new DeclaredAttributes(symbol, declaration, ours);
    }

    /// <summary>The first attribute with this name (without `Attribute`), or null.</summary>
    public AttributeArguments? Find(string name)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.Name == name)
                return attribute.Arguments;
        }

        return null;
    }

    public bool Has(string name) => Find(name) is not null;

    public IEnumerable<AttributeArguments> All(string name)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.Name == name)
                yield return attribute.Arguments;
        }
    }

    public DeclarationRef At(AttributeArguments attribute, string? argument = null) => Declaration.At(attribute.Index, argument);

    private static bool IsOurs(INamedTypeSymbol type)
    {
        if (type.ContainingType is not null || !type.Name.EndsWith(Suffix, StringComparison.Ordinal) || type.ContainingNamespace is not { IsGlobalNamespace: false } inner)
            return false;
        if (inner.Name is "Serverless")
            return inner.ContainingNamespace.IsGlobalNamespace;
        return inner.Name is "Http" or "StepFunctions" && inner.ContainingNamespace is { Name: "Serverless", ContainingNamespace.IsGlobalNamespace: true };
    }

    internal readonly record struct Named(string Name, AttributeArguments Arguments);
}
