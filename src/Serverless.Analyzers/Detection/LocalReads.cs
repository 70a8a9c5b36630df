using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Detection;

/// <summary>Which members of a local its function reads, and whether the object goes elsewhere, where any member may be read.</summary>
internal sealed class LocalReads
{
    private readonly Dictionary<string, List<ExpressionSyntax>> _members = new(StringComparer.Ordinal);

    private LocalReads()
    {
    }

    /// <summary>Passed on, returned, stored, captured by a pattern with properties.</summary>
    public bool Escapes { get; private set; }

    public bool Reads(string member) => _members.ContainsKey(member);

    /// <summary>The member accesses, or an empty list.</summary>
    public IReadOnlyList<ExpressionSyntax> Of(string member) => _members.TryGetValue(member, out var found) ? found : [];

    public IEnumerable<string> Members => _members.Keys;

    public static LocalReads Of(ILocalSymbol local, SyntaxNode at, SemanticModel model, CancellationToken cancellationToken)
    {
        var reads = new LocalReads();
        foreach (var use in VariableUses.Of(local, VariableUses.ScopeOf(local, at), model, cancellationToken))
            reads.Add(use);
        return reads;
    }

    private void Add(ExpressionSyntax use)
    {
        var whole = use;
        while (whole.Parent is ParenthesizedExpressionSyntax || whole.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            whole = (ExpressionSyntax)whole.Parent;
        switch (whole.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Expression == whole:
                Add(access.Name.Identifier.ValueText, access);
                break;
            case ConditionalAccessExpressionSyntax conditional when conditional.Expression == whole && FirstMember(conditional.WhenNotNull) is { } member:
                Add(member, conditional);
                break;
            case AssignmentExpressionSyntax assignment when assignment.Left == whole:
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } }:
                break;
            default:
                Escapes = true;
                break;
        }
    }

    private void Add(string member, ExpressionSyntax access)
    {
        if (!_members.TryGetValue(member, out var list))
            _members.Add(member, list = []);
        list.Add(access);
    }

    private static string? FirstMember(ExpressionSyntax whenNotNull)
    {
        foreach (var node in whenNotNull.DescendantNodesAndSelf())
        {
            if (node is MemberBindingExpressionSyntax binding)
                return binding.Name.Identifier.ValueText;
        }

        return null;
    }
}
