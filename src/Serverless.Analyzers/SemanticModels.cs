using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers;

/// <summary>
/// Semantic models for code that is reached from elsewhere. In an editor a referenced project is a compilation with sources of its own: its symbols name trees that
/// this compilation has no model of, and asking for one throws.
/// </summary>
internal static class SemanticModels
{
    /// <summary>Null for a tree of another compilation.</summary>
    // RS1030: an analyzer's own model would be bound anyway, and the driver hands out that very object here (measured: always the same instance).
#pragma warning disable RS1030
    public static SemanticModel? ModelOf(this Compilation compilation, SyntaxTree tree) => compilation.ContainsSyntaxTree(tree) ? compilation.GetSemanticModel(tree) : null;
#pragma warning restore RS1030

    /// <summary>Null for a node of another compilation.</summary>
    public static SemanticModel? ModelOf(this Compilation compilation, SyntaxNode node) => compilation.ModelOf(node.SyntaxTree);
}
