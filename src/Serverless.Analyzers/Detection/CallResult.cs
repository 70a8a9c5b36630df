using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>What becomes of what a call returns, once its task is awaited.</summary>
internal enum ResultUse
{
    /// <summary>Nobody can look at it.</summary>
    Discarded,

    /// <summary>A local has it.</summary>
    Local,

    /// <summary>A member of it is read in place: `(await call).Member`.</summary>
    Member,

    /// <summary>It is returned, passed on or stored, or the task itself is.</summary>
    Elsewhere,
}

/// <summary>Follows a call's result through `await`, `ConfigureAwait`, `.Result` and parentheses to where it is used.</summary>
/// <param name="Use">What becomes of it.</param>
/// <param name="Value">The operation whose value is the awaited result.</param>
/// <param name="Local">For <see cref="ResultUse.Local"/>.</param>
/// <param name="Member">For <see cref="ResultUse.Member"/>.</param>
internal readonly record struct CallResult(ResultUse Use, IOperation Value, ILocalSymbol? Local, IMemberReferenceOperation? Member)
{
    public static CallResult Of(IInvocationOperation call)
    {
        IOperation value = call;
        var awaited = !call.Type.IsTask();
        for (var parent = call.Parent; parent is not null; parent = value.Parent)
        {
            switch (parent)
            {
                case IConversionOperation { Type.Name: "Task" or "ValueTask", Parent: IReturnOperation } conversion when !awaited && conversion.Type is INamedTypeSymbol { Arity: 0 }:
                    return new CallResult(ResultUse.Discarded, conversion, null, null);
                case IAwaitOperation:
                case IPropertyReferenceOperation { Property.Name: "Result" } result when !awaited && result.Instance == value:
                    awaited = true;
                    value = parent;
                    continue;
                case IInvocationOperation { TargetMethod.Name: "GetResult" } blocking when blocking.Instance == value:
                    awaited = true;
                    value = parent;
                    continue;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "WaitAsync" } wrapping when wrapping.Instance == value:
                case IConversionOperation:
                case IParenthesizedOperation:
                    value = parent;
                    continue;
                default:
                    return awaited ? Used(value, parent) : new CallResult(ResultUse.Elsewhere, value, null, null);
            }
        }

        return new CallResult(ResultUse.Elsewhere, value, null, null);
    }

    private static CallResult Used(IOperation value, IOperation parent) => parent switch
    {
        IExpressionStatementOperation => new CallResult(ResultUse.Discarded, value, null, null),
        ISimpleAssignmentOperation { Target: IDiscardOperation } => new CallResult(ResultUse.Discarded, value, null, null),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => new CallResult(ResultUse.Local, value, declarator.Symbol, null),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment when assignment.Value == value => new CallResult(ResultUse.Local, value, local.Local, null),
        IMemberReferenceOperation member when member.Instance == value => new CallResult(ResultUse.Member, value, null, member),
        _ => new CallResult(ResultUse.Elsewhere, value, null, null),
    };
}
