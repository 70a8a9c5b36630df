using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// A catch that does nothing with a failure but write it down. Everything that is not known to be logging may hand the failure on (a flag, a list, a queue, a helper), so
/// it counts as handling.
/// </summary>
internal static class QuietHandling
{
    private static readonly HashSet<string> Writers = new(StringComparer.Ordinal)
    {
        "Console", "Trace", "Debug", "Tracing", "Metrics", "Activity", "ActivityExtensions", "Subsegment",
    };

    private static readonly HashSet<string> Renderings = new(StringComparer.Ordinal) { "ToString", "Format", "Concat", "Join", "Serialize", "GetType", "GetBaseException" };

    /// <summary>`catch`, `catch (Exception)`, without a filter.</summary>
    public static bool CatchesAll(ICatchClauseOperation clause) =>
        clause.Filter is null && clause.ExceptionType is null or { Name: "Exception" or "Object", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    public static bool OnlyWrites(IBlockOperation block)
    {
        foreach (var statement in block.Operations)
        {
            if (!OnlyWrites(statement))
                return false;
        }

        return true;
    }

    private static bool OnlyWrites(IOperation? statement) => statement switch
    {
        null or IEmptyOperation or IBranchOperation => true,
        IBlockOperation block => OnlyWrites(block),
        IConditionalOperation conditional => OnlyRenders(conditional.Condition) && OnlyWrites(conditional.WhenTrue) && OnlyWrites(conditional.WhenFalse),
        IReturnOperation returned => returned.ReturnedValue is null || IsNothing(returned.ReturnedValue.Unwrap()),
        IVariableDeclarationGroupOperation declared => OnlyRenders(declared),
        IExpressionStatementOperation { Operation: var expression } => IsWriting(expression),
        _ => false,
    };

    /// <summary>The completed task, a constant, an empty response: the source reads nothing from it.</summary>
    private static bool IsNothing(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } or IDefaultValueOperation => true,
        IPropertyReferenceOperation { Property: { Name: "CompletedTask" } } => true,
        IFieldReferenceOperation { Field: { IsStatic: true, Name: "Empty" } } => true,
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } }, Arguments: [{ Value: var result }] } => IsNothing(result.Unwrap()),
        _ => false,
    };

    private static bool IsWriting(IOperation expression)
    {
        expression = expression.Unwrap();
        return expression switch
        {
            IAwaitOperation awaited => IsWriting(awaited.Operation),
            IConditionalAccessOperation access => IsWriting(access.WhenNotNull),
            IInvocationOperation call => IsWriter(call) && ArgumentsRender(call),
            _ => false,
        };
    }

    private static bool IsWriter(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        if (call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal) || type.Name.IndexOf("Log", StringComparison.Ordinal) >= 0)
            return true;
        return Writers.Contains(type.Name) || (type is { Name: "TextWriter" } && call.Instance is IPropertyReferenceOperation { Property.ContainingType: { Name: "Console", ContainingNamespace.Name: "System" } });
    }

    private static bool ArgumentsRender(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (!OnlyRenders(argument.Value))
                return false;
        }

        return true;
    }

    private static bool OnlyRenders(IOperation value)
    {
        foreach (var inner in value.DescendantsAndSelf())
        {
            if (inner is IAwaitOperation or IThrowOperation or IAssignmentOperation or IIncrementOrDecrementOperation
                || inner is IInvocationOperation { TargetMethod.Name: var name } && !Renderings.Contains(name))
            {
                return false;
            }
        }

        return true;
    }
}
