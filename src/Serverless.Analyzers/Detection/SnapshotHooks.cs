using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// What the hooks of SnapStart touch, by name: the lambdas and methods given to `RegisterBeforeSnapshot` and `RegisterAfterRestore`, and the methods of the same
/// file that these call. Asked only for a candidate, and only to keep quiet, so names are enough.
/// </summary>
internal static class SnapshotHooks
{
    private const int DeepestCall = 2;

    /// <summary>A hook after the restore gives the member another value.</summary>
    public static bool Renews(Compilation compilation, string member, CancellationToken cancellationToken) =>
        Any(compilation, "RegisterAfterRestore", node => node switch
        {
            AssignmentExpressionSyntax assignment => NameOf(assignment.Left) == member,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => NameOf(argument.Expression) == member,
            _ => false,
        }, cancellationToken);

    /// <summary>Some hook has to do with the member.</summary>
    public static bool Mentions(Compilation compilation, string member, CancellationToken cancellationToken)
    {
        bool IsIt(SyntaxNode node) => node is SimpleNameSyntax name && name.Identifier.ValueText == member;
        return Any(compilation, "RegisterAfterRestore", IsIt, cancellationToken) || Any(compilation, "RegisterBeforeSnapshot", IsIt, cancellationToken);
    }

    private static bool Any(Compilation compilation, string registration, Func<SyntaxNode, bool> predicate, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!TreeNames.Of(tree, cancellationToken).Mentions(registration))
                continue;
            var root = tree.GetRoot(cancellationToken);
            foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (NameOf(call.Expression) == registration && call.ArgumentList.Arguments is [var hook, ..] && Does(hook.Expression, root, predicate, 0, cancellationToken))
                    return true;
            }
        }

        return false;
    }

    private static bool Does(SyntaxNode code, SyntaxNode root, Func<SyntaxNode, bool> predicate, int depth, CancellationToken cancellationToken)
    {
        var called = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in code.DescendantNodesAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (predicate(node))
                return true;
            if (node is SimpleNameSyntax name)
                called.Add(name.Identifier.ValueText);
        }

        if (depth == DeepestCall)
            return false;
        foreach (var node in root.DescendantNodes())
        {
            var body = node switch
            {
                MethodDeclarationSyntax method when called.Contains(method.Identifier.ValueText) => (SyntaxNode?)method.Body ?? method.ExpressionBody,
                LocalFunctionStatementSyntax local when called.Contains(local.Identifier.ValueText) => (SyntaxNode?)local.Body ?? local.ExpressionBody,
                _ => null,
            };
            if (body is not null && !body.Span.Contains(code.Span) && Does(body, root, predicate, depth + 1, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>The last name of `x`, `this.x` or `Type.x`.</summary>
    public static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
