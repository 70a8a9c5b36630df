using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// Whether a use of a collection throws when the collection is null, and whether the member around it shows that somebody thought of that. Guards are found by the text of
/// the access path: too generous at worst, which costs a finding and no false alarm.
/// </summary>
internal static class NullDereferences
{
    private static readonly HashSet<string> TakesNoNull = new(StringComparer.Ordinal) { "AddRange", "InsertRange", "UnionWith", "ExceptWith", "IntersectWith", "Concat", "Join" };

    public static bool Throws(IPropertyReferenceOperation reference)
    {
        IOperation value = reference;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        if (reference.Syntax.Parent is SpreadElementSyntax)
            return true;
        return value.Parent switch
        {
            IForEachLoopOperation loop => loop.Collection == value,
            IPropertyReferenceOperation property => property.Instance == value,
            IInvocationOperation call => call.Instance == value,
            IArgumentOperation { Parent: IInvocationOperation call } argument => IsRefused(call.TargetMethod, argument),
            IArgumentOperation { Parent: IObjectCreationOperation { Type: { Name: "List" or "HashSet" or "Queue" or "Stack" or "Dictionary", ContainingNamespace.Name: "Generic" } } } => true,
            _ => false,
        };
    }

    private static bool IsRefused(IMethodSymbol method, IArgumentOperation argument)
    {
        if (method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } })
            return argument.Parameter?.Name is "source" or "first" or "second" or "outer" or "inner";
        return TakesNoNull.Contains(method.Name) && method.ContainingNamespace is { Name: "Generic" or "System" };
    }

    /// <summary>An assertion, a test in a condition, or an assignment that stands before the use in the same member.</summary>
    public static bool IsGuarded(IPropertyReferenceOperation reference, CancellationToken cancellationToken)
    {
        var syntax = (ExpressionSyntax)reference.Syntax;
        if (syntax.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            return true;
        if (syntax is not MemberAccessExpressionSyntax access || PathOf(access) is not { } path)
            return false;
        var receiver = path.Substring(0, path.Length - access.Name.Identifier.ValueText.Length - 1);
        var count = receiver + ".KeyCount";
        var isSet = receiver + ".Is" + access.Name.Identifier.ValueText + "Set";
        foreach (var node in VariableUses.MemberAround(syntax).DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node.SpanStart >= syntax.SpanStart)
                break;
            if (node is not MemberAccessExpressionSyntax earlier || earlier == syntax || PathOf(earlier) is not { } name)
                continue;
            if (name == path ? (Decides(earlier) || IsAssigned(earlier)) : (name == count || name == isSet || name == receiver + ".Count") && Decides(earlier))
                return true;
        }

        return IsGuardedByPattern(syntax, receiver, access.Name.Identifier.ValueText);
    }

    /// <summary>`response.S3Objects` without blanks, comments and `!`; null when something is computed on the way.</summary>
    private static string? PathOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        ThisExpressionSyntax => "this",
        MemberAccessExpressionSyntax access => PathOf(access.Expression) is { } left ? left + "." + access.Name.Identifier.ValueText : null,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => PathOf(suppressed.Operand),
        ParenthesizedExpressionSyntax parenthesized => PathOf(parenthesized.Expression),
        _ => null,
    };

    /// <summary>The expression is part of a condition or of an assertion.</summary>
    private static bool Decides(SyntaxNode node)
    {
        for (SyntaxNode child = node, at = node.Parent!; at is not null; child = at, at = at.Parent!)
        {
            switch (at)
            {
                case IfStatementSyntax statement:
                    return statement.Condition == child;
                case WhileStatementSyntax loop:
                    return loop.Condition == child;
                case DoStatementSyntax loop:
                    return loop.Condition == child;
                case ForStatementSyntax loop:
                    return loop.Condition == child;
                case ConditionalExpressionSyntax conditional when conditional.Condition == child:
                case SwitchStatementSyntax statement when statement.Expression == child:
                case SwitchExpressionSyntax expression when expression.GoverningExpression == child:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both when both.Left == child:
                    return true;
                case InvocationExpressionSyntax { Expression: var called } when NameOf(called) is "Assert" or "ThrowIfNull" or "NotNull" or "IsNotNull" or "NotNullOrEmpty":
                    return true;
                case StatementSyntax or AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax:
                    return false;
            }
        }

        return false;
    }

    private static string NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static bool IsAssigned(ExpressionSyntax expression) => expression.Parent is AssignmentExpressionSyntax assignment && assignment.Left == expression;

    /// <summary>`response is { S3Objects: not null }` or `response is { S3Objects.Count: > 0 }`, before the use.</summary>
    private static bool IsGuardedByPattern(ExpressionSyntax use, string receiver, string member)
    {
        foreach (var node in VariableUses.MemberAround(use).DescendantNodes())
        {
            if (node.SpanStart >= use.SpanStart)
                return false;
            if (node is not IsPatternExpressionSyntax pattern || PathOf(pattern.Expression) != receiver)
                continue;
            foreach (var inner in pattern.Pattern.DescendantNodesAndSelf())
            {
                if (inner is SubpatternSyntax part && (part.NameColon?.Name ?? part.ExpressionColon?.Expression) is { } tested && PathOf(tested) is { } name
                    && (name == member || name.StartsWith(member + ".", StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
