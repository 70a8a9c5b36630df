using System.Diagnostics;

namespace Serverless.StepFunctions;

/// <summary>
/// A retrier of a state; on the class of every task. Retriers are tried in the order they stand in; reserved names and order are
/// checked (SVLS2311).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class RetryAttribute : Attribute
{
    /// <summary>Retries every error (<c>States.ALL</c>); must be the last retrier.</summary>
    public RetryAttribute()
    {
    }

    /// <summary>Retries errors by name.</summary>
    /// <param name="errors">Error names: <c>States.Timeout</c>, <c>DynamoDB.ThrottlingException</c> …</param>
    public RetryAttribute(params string[] errors) => Errors = errors;

    /// <summary>Retries exceptions of a task method.</summary>
    /// <param name="exceptions">Exception types; the error is the type's simple name, derived types are errors of their own.</param>
    public RetryAttribute(params Type[] exceptions) => Exceptions = exceptions;

    /// <summary>Error names as written.</summary>
    public string[]? Errors { get; }

    /// <summary>Exception types as written.</summary>
    public Type[]? Exceptions { get; }

    /// <summary>Seconds before the first retry, at least 1. Default: 1.</summary>
    public int IntervalSeconds { get; set; } = 1;

    /// <summary>Retries at most, 0 to 99,999,999; 0 = never. Default: 3.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>Factor between waits, at least 1. Default: 2.</summary>
    public double BackoffRate { get; set; } = 2.0;

    /// <summary>Longest wait in seconds, above <see cref="IntervalSeconds"/>, up to 31,622,400. Default: no limit.</summary>
    public int MaxDelaySeconds { get; set; }

    /// <summary>Whether waits are randomised. Default: <see cref="JitterStrategy.Full"/>.</summary>
    public JitterStrategy Jitter { get; set; } = JitterStrategy.Full;
}
