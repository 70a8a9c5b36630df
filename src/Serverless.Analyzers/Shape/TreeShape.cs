using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Shape;

/// <summary>
/// What one file declares: a hash that a change inside a method body leaves alone, and the types a reader has to look at.
/// Kept for as long as the tree lives, so a keystroke costs the walk over the one file it happened in.
/// </summary>
internal sealed class TreeShape
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeShape> Known = new();

    public TreeShape(ShapeHash hash, bool usesServerless, ImmutableArray<TypeDeclarationSyntax> candidates, ImmutableArray<TypeDeclarationSyntax> jsonContexts)
    {
        Hash = hash;
        UsesServerless = usesServerless;
        Candidates = candidates;
        JsonContexts = jsonContexts;
    }

    public ShapeHash Hash { get; }

    /// <summary>An attribute in this file may be one of ours, going by its name.</summary>
    public bool UsesServerless { get; }

    /// <summary>Types with such an attribute on themselves or on a member.</summary>
    public ImmutableArray<TypeDeclarationSyntax> Candidates { get; }

    /// <summary>Types that may derive from JsonSerializerContext, going by the name of a base.</summary>
    public ImmutableArray<TypeDeclarationSyntax> JsonContexts { get; }

    public static TreeShape Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out var shape))
            return shape;
        shape = TreeShapeReader.Read(tree, cancellationToken);
        return Known.GetValue(tree, _ => shape);
    }
}
