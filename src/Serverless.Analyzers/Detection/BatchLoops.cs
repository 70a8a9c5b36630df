using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Detection;

/// <summary>The loop of a handler over the records of its event.</summary>
internal static class BatchLoops
{
    /// <summary>A `foreach` over `{event}.Records` whose body awaits something that no `catch` around it takes.</summary>
    public static bool RunsAwaits(SyntaxNode body, string eventName)
    {
        foreach (var node in body.DescendantNodes())
        {
            if (node is ForEachStatementSyntax loop && IsOverRecords(loop, eventName) && Awaits(loop.Statement))
                return true;
        }

        return false;
    }

    public static bool IsOverRecords(ForEachStatementSyntax loop, string eventName)
    {
        foreach (var node in loop.Expression.DescendantNodesAndSelf())
        {
            if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Records", Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } && name == eventName)
                return true;
        }

        return false;
    }

    private static bool Awaits(StatementSyntax body)
    {
        foreach (var node in body.DescendantNodes())
        {
            if (node.IsKind(SyntaxKind.AwaitExpression) && !IsCaught(node, body))
                return true;
        }

        return false;
    }

    /// <summary>A `try` inside the loop whose `catch` takes everything and does not throw again.</summary>
    private static bool IsCaught(SyntaxNode node, SyntaxNode within)
    {
        for (var at = node; at != within && at.Parent is { } parent; at = parent)
        {
            if (parent is TryStatementSyntax { Catches: { Count: > 0 } catches } attempt && attempt.Block == at && catches.Any(TakesAll))
                return true;
        }

        return false;
    }

    private static bool TakesAll(CatchClauseSyntax handler) =>
        handler.Filter is null && (handler.Declaration is null || handler.Declaration.Type.ToString() is "Exception" or "System.Exception")
        && !handler.Block.DescendantNodes().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax);
}
