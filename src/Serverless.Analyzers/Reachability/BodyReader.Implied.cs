using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Reachability;

/// <content>What the compiler calls without the text saying so: operators, conversions, and the members of its patterns.</content>
internal sealed partial class BodyReader
{
    public override void VisitBinaryOperator(IBinaryOperation operation)
    {
        Add(operation.OperatorMethod, operation.Syntax);
        base.VisitBinaryOperator(operation);
    }

    public override void VisitUnaryOperator(IUnaryOperation operation)
    {
        Add(operation.OperatorMethod, operation.Syntax);
        base.VisitUnaryOperator(operation);
    }

    public override void VisitCompoundAssignment(ICompoundAssignmentOperation operation)
    {
        Add(operation.OperatorMethod, operation.Syntax);
        Add(operation.InConversion.MethodSymbol, operation.Syntax);
        Add(operation.OutConversion.MethodSymbol, operation.Syntax);
        base.VisitCompoundAssignment(operation);
    }

    public override void VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation)
    {
        Add(operation.OperatorMethod, operation.Syntax);
        base.VisitIncrementOrDecrement(operation);
    }

    public override void VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation)
    {
        if (operation.Syntax is AssignmentExpressionSyntax assignment && operation.SemanticModel is { } model)
            Add(model.GetDeconstructionInfo(assignment).Method, operation.Syntax);
        base.VisitDeconstructionAssignment(operation);
    }

    public override void VisitRecursivePattern(IRecursivePatternOperation operation)
    {
        Add(operation.DeconstructSymbol, operation.Syntax);
        base.VisitRecursivePattern(operation);
    }

    public override void VisitWith(IWithOperation operation)
    {
        Add(operation.CloneMethod, operation.Syntax);
        foreach (var constructor in (operation.Type as INamedTypeSymbol)?.InstanceConstructors ?? ImmutableArray<IMethodSymbol>.Empty)
        {
            if (constructor.Parameters is [{ Type: var type }] && SymbolEqualityComparer.Default.Equals(type, operation.Type))
                Add(constructor, operation.Syntax);
        }

        base.VisitWith(operation);
    }

    public override void VisitAwait(IAwaitOperation operation)
    {
        if (operation.Operation.Type is { } awaited)
            AddPattern(awaited, ["GetAwaiter"], ["GetResult", "IsCompleted", "OnCompleted"], operation.Syntax);
        base.VisitAwait(operation);
    }

    public override void VisitConversion(IConversionOperation operation)
    {
        Add(operation.OperatorMethod, operation.Syntax);
        base.VisitConversion(operation);
    }

    public override void VisitUsing(IUsingOperation operation)
    {
        if (operation.Resources is IVariableDeclarationGroupOperation group)
            AddDisposal(group);
        else if (operation.Resources.Type is { } type)
            AddDisposal(type, operation.Resources.Syntax);
        base.VisitUsing(operation);
    }

    public override void VisitUsingDeclaration(IUsingDeclarationOperation operation)
    {
        AddDisposal(operation.DeclarationGroup);
        base.VisitUsingDeclaration(operation);
    }

    private void AddDisposal(IVariableDeclarationGroupOperation group)
    {
        foreach (var declaration in group.Declarations)
        {
            foreach (var variable in declaration.Declarators)
                AddDisposal(variable.Symbol.Type, variable.Syntax);
        }
    }

    private void AddDisposal(ITypeSymbol type, SyntaxNode site)
    {
        AddMembers(type, "Dispose", site);
        AddMembers(type, "DisposeAsync", site);
    }

    public override void VisitForEachLoop(IForEachLoopOperation operation)
    {
        if (operation.Collection is IConversionOperation { Operand.Type: { } type } || (type = operation.Collection.Type) is not null)
        {
            AddPattern(type, ["GetEnumerator", "GetAsyncEnumerator"], ["MoveNext", "MoveNextAsync", "Current", "Dispose", "DisposeAsync"], operation.Collection.Syntax);
        }

        base.VisitForEachLoop(operation);
    }

    /// <summary>A pattern of two steps: a member gives an object whose members are called then.</summary>
    private void AddPattern(ITypeSymbol type, string[] first, string[] then, SyntaxNode site)
    {
        foreach (var name in first)
        {
            AddMembers(type, name, site);
            foreach (var member in type.GetMembers(name))
            {
                if (member is not IMethodSymbol { ReturnType: { } result })
                    continue;
                foreach (var next in then)
                    AddMembers(result, next, site);
            }
        }
    }

    /// <summary>Members that the compiler calls by pattern; only those in source matter.</summary>
    private void AddMembers(ITypeSymbol type, string name, SyntaxNode site)
    {
        if (type.DeclaringSyntaxReferences.Length == 0)
            return;
        foreach (var member in type.GetMembers(name))
            Add(member is IPropertySymbol property ? property.GetMethod : member, site);
    }
}
