using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>A thread that waits for a task: `.Result`, `.Wait()`, `GetAwaiter().GetResult()`, `Task.WaitAll` and `WaitAny`. A task that is known to be finished does not block.</summary>
internal static class BlockingWaits
{
    /// <summary>Names of the methods that block.</summary>
    public static readonly string[] Methods = ["Wait", "WaitAll", "WaitAny", "GetResult"];

    /// <summary>Names of the properties that block.</summary>
    public static readonly string[] Properties = ["Result"];

    /// <summary>The operation blocks a thread; the task that it waits for where that is one value.</summary>
    public static bool Blocks(IOperation operation, out IOperation? task)
    {
        task = null;
        switch (operation)
        {
            case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } } } finished:
                task = finished.Instance;
                return true;
            case IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } } } wait:
                task = wait.Instance;
                return true;
            case IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } } }:
                return true;
            case IInvocationOperation { TargetMethod: { Name: "GetResult", ContainingType: { Name: "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter", ContainingNamespace.Name: "CompilerServices" } } } result:
                task = (result.Instance as IInvocationOperation)?.Instance;
                return true;
            default:
                return false;
        }
    }

    /// <summary>The name of what blocks, for messages.</summary>
    public static string NameOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => property.Property.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        _ => "",
    };

    /// <summary>The task was made complete, or was awaited before: on its own, by `WhenAll`, or with the list that it stands in.</summary>
    public static bool IsCompleted(IOperation task, CancellationToken cancellationToken)
    {
        var value = task.Unwrap();
        if (value is IInvocationOperation { TargetMethod: { Name: "ConfigureAwait" }, Instance: { } configured })
            value = configured.Unwrap();
        switch (value)
        {
            case IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } } }:
            case IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } } }:
                return true;
            case IParameterReferenceOperation parameter:
                return IsElementOfAwaited(parameter, cancellationToken);
            case ILocalReferenceOperation local:
                return WasAwaited(local.Local, value, cancellationToken) || (ListOf(local) is { } list && WasAwaited(list, value, cancellationToken));
            case IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation array }:
                return WasAwaited(array.Local, value, cancellationToken);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: ILocalReferenceOperation indexed }:
                return WasAwaited(indexed.Local, value, cancellationToken);
            default:
                return false;
        }
    }

    /// <summary>`first.ContinueWith(t => t.Result)`, or `tasks.Select(t => t.Result)` after `await Task.WhenAll(tasks)`.</summary>
    private static bool IsElementOfAwaited(IParameterReferenceOperation parameter, CancellationToken cancellationToken)
    {
        for (var at = parameter.Parent; at is not null; at = at.Parent)
        {
            if (at is not IAnonymousFunctionOperation lambda || !SymbolEqualityComparer.Default.Equals(lambda.Symbol, parameter.Parameter.ContainingSymbol))
                continue;
            var outer = lambda.Parent;
            while (outer is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
                outer = outer.Parent;
            if (outer is not IArgumentOperation { Parent: IInvocationOperation call })
                return false;
            if (call.TargetMethod is { Name: "ContinueWith", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } })
                return true;
            var receiver = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
            return receiver?.Unwrap() is ILocalReferenceOperation list && WasAwaited(list.Local, call, cancellationToken);
        }

        return false;
    }

    /// <summary>The list of `foreach (var task in tasks)`.</summary>
    private static ILocalSymbol? ListOf(ILocalReferenceOperation local)
    {
        for (var at = local.Parent; at is not null; at = at.Parent)
        {
            if (at is IForEachLoopOperation loop && loop.Locals.Contains(local.Local, SymbolEqualityComparer.Default))
                return loop.Collection.Unwrap() is ILocalReferenceOperation list ? list.Local : null;
        }

        return null;
    }

    /// <summary>An earlier statement of a block around the use awaits the variable, alone or among others.</summary>
    private static bool WasAwaited(ILocalSymbol variable, IOperation use, CancellationToken cancellationToken)
    {
        for (IOperation? child = use, at = use.Parent; at is not null; child = at, at = at.Parent)
        {
            if (at is not IBlockOperation block)
                continue;
            foreach (var statement in block.Operations)
            {
                if (statement == child)
                    break;
                if (Awaits(statement, variable, cancellationToken))
                    return true;
            }
        }

        return false;
    }

    private static bool Awaits(IOperation statement, ILocalSymbol variable, CancellationToken cancellationToken)
    {
        foreach (var inner in statement.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (inner is not IAwaitOperation { Operation: var awaited })
                continue;
            foreach (var part in awaited.DescendantsAndSelf())
            {
                if (part is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, variable) && !IsWaitForAny(awaited))
                    return true;
            }
        }

        return false;
    }

    /// <summary>After `await Task.WhenAny(a, b)` one of them may still run.</summary>
    private static bool IsWaitForAny(IOperation awaited) => awaited.Unwrap() is IInvocationOperation { TargetMethod: { Name: "WhenAny", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } } };
}
