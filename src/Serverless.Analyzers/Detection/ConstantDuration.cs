using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// A length of time that the source fixes: constants, `TimeSpan.FromX`, `new TimeSpan(…)`, CDK's `Duration`, sums and multiples of those, and a local or readonly field that is
/// declared with one. What the run decides is null, never a guess.
/// </summary>
internal static class ConstantDuration
{
    private const int MaximumDepth = 8;

    /// <summary>What the framework takes for "no limit": `Timeout.InfiniteTimeSpan`, or -1 milliseconds.</summary>
    public static readonly TimeSpan Infinite = Timeout.InfiniteTimeSpan;

    /// <summary>A duration, or a number of milliseconds.</summary>
    public static TimeSpan? Of(IOperation value, CancellationToken cancellationToken) => Of(value, TimeSpan.TicksPerMillisecond, 0, cancellationToken);

    /// <summary>A duration, or a number of seconds (`CommandTimeout`).</summary>
    public static TimeSpan? OfSeconds(IOperation value, CancellationToken cancellationToken) => Of(value, TimeSpan.TicksPerSecond, 0, cancellationToken);

    /// <summary>No limit: less than nothing, or so much that nobody meant it.</summary>
    public static bool IsEndless(TimeSpan duration) => duration == Infinite || duration == TimeSpan.MaxValue;

    private static TimeSpan? Of(IOperation value, long ticksOfNumber, int depth, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (depth > MaximumDepth)
            return null;
        var inner = value.Unwrap();
        if (Number(inner) is { } number && !IsTimeSpan(inner.Type))
            return number < 0 ? Infinite : Ticks(number * ticksOfNumber);
        switch (inner)
        {
            case IDefaultValueOperation when IsTimeSpan(inner.Type):
                return TimeSpan.Zero;
            case IFieldReferenceOperation { Field: { Name: "Zero", ContainingType: var type } } when IsTimeSpan(type):
                return TimeSpan.Zero;
            case IFieldReferenceOperation { Field: { Name: "MaxValue", ContainingType: var type } } when IsTimeSpan(type):
                return TimeSpan.MaxValue;
            case IFieldReferenceOperation { Field: { Name: "InfiniteTimeSpan", ContainingType: { Name: "Timeout", ContainingNamespace.Name: "Threading" } } }:
                return Infinite;
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                return DeclaredWith(field, inner, ticksOfNumber, depth, cancellationToken);
            case ILocalReferenceOperation local when OneTimeInitialisation.InitialValue(local) is { } initial && !VariableUses.IsReassigned(local.Local, local.Syntax, local.SemanticModel!, cancellationToken):
                return Of(initial, ticksOfNumber, depth + 1, cancellationToken);
            case IInvocationOperation call:
                return Made(call);
            case IObjectCreationOperation creation when IsTimeSpan(creation.Type):
                return Made(creation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum when IsTimeSpan(sum.Type):
                return Sum(sum, depth, cancellationToken);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product when IsTimeSpan(product.Type):
                return Product(product, depth, cancellationToken);
            default:
                return null;
        }
    }

    private static TimeSpan? DeclaredWith(IFieldSymbol field, IOperation use, long ticksOfNumber, int depth, CancellationToken cancellationToken)
    {
        if (use.SemanticModel is not { } model || field.DeclaringSyntaxReferences.Length != 1)
            return null;
        var declared = field.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        return declared is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer.Value: { } initial } && declared.SyntaxTree == model.SyntaxTree
            && !VariableUses.IsReassigned(field, declared, model, cancellationToken) && model.GetOperation(initial, cancellationToken) is { } value
            ? Of(value, ticksOfNumber, depth + 1, cancellationToken)
            : null;
    }

    private static TimeSpan? Made(IInvocationOperation call)
    {
        var ofCdk = call.TargetMethod.ContainingType is { Name: "Duration", ContainingNamespace: { Name: "CDK" } };
        if (!ofCdk && !IsTimeSpan(call.TargetMethod.ContainingType))
            return null;
        var name = call.TargetMethod.Name;
        if (call.Arguments.Length == 1 || ofCdk)
            return call.Arguments.Length > 0 && UnitOf(name.StartsWith("From", StringComparison.Ordinal) ? name.Substring(4) : name) is { } unit && Number(call.Arguments[0].Value.Unwrap()) is { } amount ? Ticks(amount * unit) : null;
        return name.StartsWith("From", StringComparison.Ordinal) ? SumOf(call.Arguments) : null;
    }

    private static TimeSpan? Made(IObjectCreationOperation creation) => creation.Arguments switch
    {
        [] => TimeSpan.Zero,
        [{ Parameter.Name: "ticks" } ticks] => Number(ticks.Value.Unwrap()) is { } number ? Ticks(number) : null,
        var parts => SumOf(parts),
    };

    /// <summary>Arguments whose parameters are named after the units they count, as those of `TimeSpan` are.</summary>
    private static TimeSpan? SumOf(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments)
    {
        var ticks = 0d;
        foreach (var argument in arguments)
        {
            if (UnitOf(argument.Parameter?.Name ?? "") is not { } unit || Number(argument.Value.Unwrap()) is not { } amount)
                return null;
            ticks += amount * unit;
        }

        return Ticks(ticks);
    }

    private static TimeSpan? Sum(IBinaryOperation sum, int depth, CancellationToken cancellationToken)
    {
        if (Of(sum.LeftOperand, 1, depth + 1, cancellationToken) is not { } left || Of(sum.RightOperand, 1, depth + 1, cancellationToken) is not { } right)
            return null;
        return Ticks(sum.OperatorKind == BinaryOperatorKind.Add ? (double)left.Ticks + right.Ticks : (double)left.Ticks - right.Ticks);
    }

    private static TimeSpan? Product(IBinaryOperation product, int depth, CancellationToken cancellationToken)
    {
        var (duration, factor) = IsTimeSpan(product.LeftOperand.Type) ? (product.LeftOperand, product.RightOperand) : (product.RightOperand, product.LeftOperand);
        return Of(duration, 1, depth + 1, cancellationToken) is { } once && Number(factor.Unwrap()) is { } times ? Ticks(once.Ticks * times) : null;
    }

    private static long? UnitOf(string name) => name.ToUpperInvariant() switch
    {
        "DAYS" => TimeSpan.TicksPerDay,
        "HOURS" => TimeSpan.TicksPerHour,
        "MINUTES" => TimeSpan.TicksPerMinute,
        "SECONDS" => TimeSpan.TicksPerSecond,
        "MILLISECONDS" or "MILLIS" => TimeSpan.TicksPerMillisecond,
        "MICROSECONDS" => TimeSpan.TicksPerMillisecond / 1000,
        "TICKS" => 1,
        _ => null,
    };

    private static double? Number(IOperation value) => value.ConstantValue is { HasValue: true, Value: { } constant }
        ? constant switch
        {
            int number => number,
            long number => number,
            double number => number,
            float number => number,
            uint number => number,
            _ => null,
        }
        : null;

    private static TimeSpan? Ticks(double ticks) => ticks >= long.MaxValue ? TimeSpan.MaxValue : ticks <= long.MinValue || double.IsNaN(ticks) ? null : TimeSpan.FromTicks((long)ticks);

    private static bool IsTimeSpan(ITypeSymbol? type) => type is { Name: "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
