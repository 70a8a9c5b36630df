using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0601: a value that is meant to differ is stored before the snapshot, so that every environment restored from it has the same one. A hook after the restore that
/// renews the value makes it right; a value that is only logged does no harm.
/// </summary>
internal sealed class UniqueValueRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(SnapStartRules.UniqueValueInSnapshot);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (!SnapStartGate.IsPossible(model))
            return;
        on.Operations(context => AnalyzeInitialiser(context, model), OperationKind.FieldInitializer, OperationKind.PropertyInitializer);
        on.Operations(context => AnalyzeAssignment(context, model), OperationKind.SimpleAssignment);
        on.Operations(context => AnalyzeLocal(context, model), OperationKind.VariableDeclarator);
    }

    private static void AnalyzeInitialiser(OperationAnalysisContext context, ServerlessModel model)
    {
        var (member, value) = context.Operation switch
        {
            IFieldInitializerOperation { InitializedFields: [var field, ..] } initializer => ((ISymbol)field, initializer.Value),
            IPropertyInitializerOperation { InitializedProperties: [var property, ..] } initializer => (property, initializer.Value),
            _ => default,
        };
        if (member is not null)
            Analyze(context, model, member, value!);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, ServerlessModel model)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IMemberReferenceOperation { Member: { DeclaringSyntaxReferences.IsEmpty: false } member } target && assignment.Parent is not IObjectOrCollectionInitializerOperation
            && (member.IsStatic || target.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }) && StoredMembers.Holds(member))
        {
            Analyze(context, model, member, assignment.Value);
        }
    }

    /// <summary>A local of the program that the handler's lambda uses is kept as a field is.</summary>
    private static void AnalyzeLocal(OperationAnalysisContext context, ServerlessModel model)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        if (declarator.Initializer?.Value is not { } value || context.ContainingSymbol is not IMethodSymbol { IsStatic: true } || declarator.SemanticModel is not { } semantics)
            return;
        if (UniqueValues.SourceOf(value, context.Compilation, context.CancellationToken) is null)
            return;
        foreach (var use in VariableUses.Of(declarator.Symbol, VariableUses.ScopeOf(declarator.Symbol, declarator.Syntax), semantics, context.CancellationToken))
        {
            if (model.ReachOf(use, context.CancellationToken).ByHandler && !model.ReachOf(declarator.Syntax, context.CancellationToken).ByHandler && !IsLogged(use))
            {
                Analyze(context, model, declarator.Symbol, value);
                return;
            }
        }
    }

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model, ISymbol holder, IOperation value)
    {
        if (UniqueValues.SourceOf(value, context.Compilation, context.CancellationToken) is not { } source)
            return;
        var reach = model.ReachOf(value.Syntax, context.CancellationToken);
        if (reach.Init is not { } reached || (reach.ByHandler && !holder.IsStatic))
            return;
        if (SnapStartGate.SeverityOf(model, reached, DiagnosticSeverity.Warning, context.CancellationToken) is not { } severity)
            return;
        if (IsHarmless(context, holder) || SnapshotHooks.Renews(context.Compilation, holder.Name, context.CancellationToken))
            return;
        context.ReportAs(severity, SnapStartRules.UniqueValueInSnapshot, value.Syntax, reached, holder.Name, source);
    }

    /// <summary>A private field that is only logged, or that nobody reads.</summary>
    private static bool IsHarmless(OperationAnalysisContext context, ISymbol holder)
    {
        if (holder is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 } || context.Operation.SemanticModel is not { } semantics)
            return false;
        foreach (var use in VariableUses.Of(holder, VariableUses.ScopeOf(holder, context.Operation.Syntax), semantics, context.CancellationToken))
        {
            if (!IsLogged(use) && !IsAssigned(use))
                return false;
        }

        return true;
    }

    private static bool IsAssigned(SimpleNameSyntax use)
    {
        SyntaxNode whole = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
        return whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression);
    }

    private static bool IsLogged(SimpleNameSyntax use)
    {
        for (SyntaxNode? at = use.Parent; at is not null and not (StatementSyntax or AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax); at = at.Parent)
        {
            if (at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && (name.StartsWith("Log", StringComparison.Ordinal) || name.StartsWith("Write", StringComparison.Ordinal)))
                return true;
        }

        return use.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>()?.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var last } } && last.StartsWith("Log", StringComparison.Ordinal);
    }
}
