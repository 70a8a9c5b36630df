using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Reachability;

/// <summary>
/// Shapes of Amazon.Lambda.DurableExecution. A workflow is code that is given an `IDurableContext`; what it hands to `StepAsync`, `WaitForConditionAsync` and
/// `WaitForCallbackAsync` runs once and is kept, what it hands to `RunInChildContextAsync`, `MapAsync` and `ParallelAsync` is workflow code again.
/// </summary>
internal static class DurableOperations
{
    private const string Context = "IDurableContext";

    /// <summary>The method gets the context of a durable execution: calls in its body are workflow code unless they stand in a step.</summary>
    public static bool TakesContext(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (IsContext(parameter.Type))
                return true;
        }

        return false;
    }

    public static bool IsContext(ITypeSymbol type) => type is INamedTypeSymbol { Name: Context } && IsInLibrary(type);

    /// <summary>An operation of the durable context.</summary>
    public static bool IsOnContext(IMethodSymbol method) => method.ContainingType is { Name: Context or "DurableContext" } type && IsInLibrary(type);

    /// <summary>`DurableFunction.WrapAsync`: its first argument is the workflow.</summary>
    public static bool IsWrap(IMethodSymbol method) => method is { Name: "WrapAsync", ContainingType: { Name: "DurableFunction" } type } && IsInLibrary(type);

    /// <summary>The function gets the context of a step: whoever calls it, it runs in one.</summary>
    public static bool IsStep(IMethodSymbol function)
    {
        foreach (var parameter in function.Parameters)
        {
            if (parameter.Type is INamedTypeSymbol { Name: "IStepContext" or "IConditionCheckContext" or "IWaitForCallbackContext" } type && IsInLibrary(type))
                return true;
        }

        return false;
    }

    /// <summary>
    /// When a delegate runs that is handed to this method by a workflow; null when the method is no matter of workflows. A helper of the project that holds the context
    /// and takes a delegate without one usually wraps a step, so that is assumed: code that may be in a step is not blamed.
    /// </summary>
    public static EdgeTiming? TimingOf(IMethodSymbol method)
    {
        if (IsOnContext(method))
            return method.Name is "StepAsync" or "WaitForCallbackAsync" or "WaitForConditionAsync" ? EdgeTiming.Step : null;
        return method.ContainingType.DeclaringSyntaxReferences.Length > 0 && (TakesContext(method.ReducedFrom ?? method) || HoldsContext(method)) ? EdgeTiming.Step : null;
    }

    private static bool HoldsContext(IMethodSymbol method)
    {
        if (method.IsStatic)
            return false;
        foreach (var member in method.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol field && IsContext(field.Type))
                return true;
        }

        return method.ContainingType.InstanceConstructors.Any(static constructor => TakesContext(constructor));
    }

    /// <summary>The delegate is given a context of its own: it is workflow code.</summary>
    public static bool IsWorkflow(ITypeSymbol? type) => type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && TakesContext(invoke);

    private static bool IsInLibrary(ITypeSymbol type) => type.ContainingNamespace is { Name: "DurableExecution", ContainingNamespace: { Name: "Lambda", ContainingNamespace.Name: "Amazon" } };
}
