using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Detection;

/// <summary>Where a local is used in its member, or a field in its type: by name first, so that only real candidates are bound.</summary>
internal static class VariableUses
{
    /// <summary>Every mention of the variable but its declaration; fields are searched in the parts of their type that share the tree of the model.</summary>
    public static IEnumerable<SimpleNameSyntax> Of(ISymbol variable, SyntaxNode within, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var name in within.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText == variable.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, variable))
                yield return name;
        }
    }

    /// <summary>The node to search for uses of a variable that is mentioned at a node: the type for a field, the member for a local.</summary>
    public static SyntaxNode ScopeOf(ISymbol variable, SyntaxNode at) => variable is IFieldSymbol or IPropertySymbol
        ? at.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? at.SyntaxTree.GetRoot()
        : MemberAround(at);

    /// <summary>The member that a node belongs to; the file for top-level statements.</summary>
    public static SyntaxNode MemberAround(SyntaxNode at)
    {
        for (var node = at; node.Parent is not null; node = node.Parent)
        {
            if (node is MemberDeclarationSyntax and not GlobalStatementSyntax)
                return node;
        }

        return at.SyntaxTree.GetRoot();
    }

    /// <summary>`x.Name`, `this.x.Name`: the member access on the variable, or null.</summary>
    public static MemberAccessExpressionSyntax? AccessOn(SimpleNameSyntax use)
    {
        ExpressionSyntax whole = use.Parent is MemberAccessExpressionSyntax { } qualified && qualified.Name == use ? qualified : use;
        return whole.Parent is MemberAccessExpressionSyntax access && access.Expression == whole ? access : null;
    }

    /// <summary>Somewhere the variable's property is set: `x.Property = …`.</summary>
    public static bool SetsProperty(ISymbol variable, string property, SyntaxNode at, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var use in Of(variable, ScopeOf(variable, at), model, cancellationToken))
        {
            if (AccessOn(use) is { } access && access.Name.Identifier.ValueText == property && access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access)
                return true;
        }

        return false;
    }

    /// <summary>Somewhere the variable's method is called.</summary>
    public static bool Calls(ISymbol variable, string method, SyntaxNode at, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var use in Of(variable, ScopeOf(variable, at), model, cancellationToken))
        {
            if (AccessOn(use) is { } access && access.Name.Identifier.ValueText == method)
                return true;
        }

        return false;
    }

    /// <summary>The variable is given another value after its declaration.</summary>
    public static bool IsReassigned(ISymbol variable, SyntaxNode at, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var use in Of(variable, ScopeOf(variable, at), model, cancellationToken))
        {
            SyntaxNode whole = use.Parent is MemberAccessExpressionSyntax { } qualified && qualified.Name == use ? qualified : use;
            if (whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole)
                return true;
            if (whole.Parent is ArgumentSyntax argument && !argument.RefKindKeyword.IsKind(SyntaxKind.None))
                return true;
        }

        return false;
    }
}
