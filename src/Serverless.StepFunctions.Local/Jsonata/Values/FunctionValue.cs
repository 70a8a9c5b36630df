using Serverless.Model.Expressions.Jsonata;

namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>A function as a value.</summary>
internal abstract class FunctionValue
{
    /// <summary>How many arguments the functions that take functions hand over.</summary>
    public abstract int Arity { get; }

    /// <summary>What arguments must be; null for anything.</summary>
    public virtual JsonataSignature? Signature => null;

    /// <summary>Calls it with checked arguments.</summary>
    /// <param name="evaluator">The evaluation that goes on.</param>
    /// <param name="arguments">As many as were given.</param>
    /// <param name="input">The context of the call.</param>
    public abstract object? Invoke(Evaluator evaluator, object?[] arguments, object? input);
}
