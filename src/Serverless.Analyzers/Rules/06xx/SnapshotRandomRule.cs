using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0602: a pseudo-random generator whose state is part of the snapshot goes on with the same sequence in every environment. A constant seed asks for just that.
/// `Random.Shared` has no state until it is first used, so it counts only where initialisation uses it too.
/// </summary>
internal sealed class SnapshotRandomRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(SnapStartRules.RandomInSnapshot);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (SnapStartGate.IsPossible(model))
            on.Calls((context, call) => Analyze(context, call, model), "Next", "NextInt64", "NextDouble", "NextSingle", "NextBytes", "Shuffle", "GetItems", "GetString", "GetHexString");
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.Instance?.Unwrap() is not IMemberReferenceOperation generator || generator.Type is not { Name: "Random", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            return;
        var reach = model.ReachOf(call.Syntax, context.CancellationToken);
        if ((reach.Handler ?? reach.FirstUse) is not { } reached || SnapStartGate.SeverityOf(model, reached, DiagnosticSeverity.Warning, context.CancellationToken) is not { } severity)
            return;
        var isShared = generator.Member is { Name: "Shared", ContainingType: { Name: "Random", ContainingNamespace.Name: "System" } };
        if (isShared ? !IsUsedInInitialisation(context.Compilation, model, context.CancellationToken) : !IsMadeBefore(context, model, generator.Member))
            return;
        context.ReportAs(severity, SnapStartRules.RandomInSnapshot, call.Syntax, reached, isShared ? "Random.Shared" : generator.Member.Name, reached.Chain);
    }

    /// <summary>A field or property that initialisation gives a generator without a constant seed, and that no hook renews.</summary>
    private static bool IsMadeBefore(OperationAnalysisContext context, ServerlessModel model, ISymbol member)
    {
        if (!StoredMembers.Holds(member) || member.DeclaringSyntaxReferences is not [var declaration] || !context.Compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            return false;
        if (SnapshotHooks.Renews(context.Compilation, member.Name, context.CancellationToken))
            return false;
        var node = declaration.GetSyntax(context.CancellationToken);
        var type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (type is null)
            return false;
        if (Bodies.InitialiserOf(node)?.Value is { } initial)
            return IsUnseeded(initial) && IsInitialisation(model, initial, context.CancellationToken);
        foreach (var assignment in type.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (SnapshotHooks.NameOf(assignment.Left) == member.Name && IsUnseeded(assignment.Right) && IsInitialisation(model, assignment, context.CancellationToken))
                return true;
        }

        return false;
    }

    private static bool IsInitialisation(ServerlessModel model, SyntaxNode node, CancellationToken cancellationToken)
    {
        var reach = model.ReachOf(node, cancellationToken);
        return reach.ByInit && !reach.ByHandler;
    }

    private static bool IsUnseeded(ExpressionSyntax value) => value is BaseObjectCreationExpressionSyntax creation && creation.ArgumentList?.Arguments is not [{ Expression: LiteralExpressionSyntax }];

    private static bool IsUsedInInitialisation(Compilation compilation, ServerlessModel model, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            if (!names.Mentions("Shared") || !names.Mentions("Random"))
                continue;
            foreach (var access in tree.GetRoot(cancellationToken).DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            {
                if (access is { Name.Identifier.ValueText: "Shared", Parent: MemberAccessExpressionSyntax } && SnapshotHooks.NameOf(access.Expression) == "Random" && model.ReachOf(access, cancellationToken).ByInit)
                    return true;
            }
        }

        return false;
    }
}
