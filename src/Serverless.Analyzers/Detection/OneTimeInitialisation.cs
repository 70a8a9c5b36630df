using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// Recognises "made once, kept": `??=`, `if (x is null) x = …`, `if (!_ready) { …; _ready = true; }`, `Lazy`, `LazyInitializer`, `Interlocked.CompareExchange(ref x, …, null)`.
/// These run during an invocation and still belong to the environment, so most rules let them be.
/// Being inside any `if` is no excuse: the field that is assigned must be the one that is tested.
/// </summary>
internal static class OneTimeInitialisation
{
    /// <summary>The operation runs at most once in an environment, as far as its surroundings in the same body show.</summary>
    public static bool Encloses(IOperation operation)
    {
        for (IOperation? child = operation, at = operation.Parent; at is not null; child = at, at = at.Parent)
        {
            switch (at)
            {
                case ICoalesceAssignmentOperation coalesce when coalesce.Value == child && IsKept(coalesce.Target):
                case ICoalesceOperation keep when keep.WhenNull == child && IsAssigned(keep):
                case IConditionalOperation conditional when InitialisationGuards.Guards(conditional, child):
                case IBlockOperation block when InitialisationGuards.LeavesBefore(block, child):
                case IInvocationOperation call when IsCompareExchange(call):
                    return true;
                case IAnonymousFunctionOperation lambda when IsLazyFactory(lambda):
                    return true;
                case IAnonymousFunctionOperation or ILocalFunctionOperation or IMethodBodyBaseOperation:
                    return false;
            }
        }

        return false;
    }

    /// <summary>`if (x is null) … x = …`: the condition tests a field that the guarded statement sets.</summary>
    public static bool GuardsItself(IConditionalOperation conditional) => InitialisationGuards.Guards(conditional, conditional.WhenTrue);

    /// <summary>`x = x ?? …` and `x ?? (x = …)`.</summary>
    public static bool IsAssigned(ICoalesceOperation keep)
    {
        if (Kept(keep.Value.Unwrap()) is not { } kept)
            return false;
        var at = keep.Parent;
        while (at is IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        if (at is ISimpleAssignmentOperation outer && Same(Kept(outer.Target), kept))
            return true;
        return keep.WhenNull.Unwrap() is ISimpleAssignmentOperation inner && Same(Kept(inner.Target), kept);
    }

    /// <summary>The lambda is the factory of a `Lazy` or of `LazyInitializer.EnsureInitialized`.</summary>
    public static bool IsLazyFactory(IOperation function)
    {
        var at = function.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IArgumentOperation)
            at = at.Parent;
        return at switch
        {
            IObjectCreationOperation { Type: { } type } => type.Name.EndsWith("Lazy", StringComparison.Ordinal) || type.Name.StartsWith("Lazy", StringComparison.Ordinal),
            IInvocationOperation { TargetMethod: { Name: "EnsureInitialized", ContainingType: { Name: "LazyInitializer", ContainingNamespace.Name: "Threading" } } } => true,
            _ => false,
        };
    }

    private static bool IsCompareExchange(IInvocationOperation call) =>
        call.TargetMethod is { Name: "CompareExchange", ContainingType: { Name: "Interlocked", ContainingNamespace.Name: "Threading" } } && call.Arguments.Length == 3 && IsNullOrDefault(call.Arguments[2].Value);

    private static bool IsKept(IOperation target) => Kept(target) is not null;

    /// <summary>The field or property that outlives the call, or null for a local.</summary>
    public static ISymbol? Kept(IOperation target) => target switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };

    private static bool Same(ISymbol? left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    public static bool IsNullOrDefault(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null or 0 or false };
    }

    /// <summary>Value comes from what an invocation brings: the parameters of the handler itself.</summary>
    public static bool DependsOnParameters(IOperation value, ISymbol? owner, CancellationToken cancellationToken)
    {
        foreach (var inner in value.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (inner is IParameterReferenceOperation parameter && SymbolEqualityComparer.Default.Equals(parameter.Parameter.ContainingSymbol, owner)
                && parameter.Parameter.Type.Name is not ("CancellationToken" or "ILambdaContext" or "IServiceProvider"))
            {
                return true;
            }

            if (inner is ILocalReferenceOperation local && InitialValue(local) is { } initial && !initial.Syntax.Span.Contains(value.Syntax.Span)
                && DependsOnParameters(initial, owner, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value a local is declared with, when it stands in source.</summary>
    public static IOperation? InitialValue(ILocalReferenceOperation local)
    {
        if (local.IsDeclaration || local.SemanticModel is not { } model || local.Local.DeclaringSyntaxReferences.Length != 1)
            return null;
        return local.Local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } && value.SyntaxTree == model.SyntaxTree
            ? model.GetOperation(value)
            : null;
    }
}
