using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>The languages inside a definition. An interface, so that tests can set another engine beside ours.</summary>
internal interface IExpressions
{
    /// <summary>A JSONata expression, without its `{% %}`.</summary>
    /// <returns>False when it yields nothing.</returns>
    /// <exception cref="ExpressionException">It failed.</exception>
    bool TryEvaluate(string expression, ExpressionScope scope, out JsonNode? value);

    /// <summary>A path: `$.a`, `$$.Execution.Name`, `$variable.a[0]`.</summary>
    /// <returns>False when there is nothing.</returns>
    /// <exception cref="ExpressionException">It is no path.</exception>
    bool TryRead(string path, ExpressionScope scope, out JsonNode? value);

    /// <summary>An intrinsic function: `States.Format('{}', $.a)`.</summary>
    /// <exception cref="ExpressionException">It failed.</exception>
    JsonNode? Invoke(string intrinsic, ExpressionScope scope);

    /// <summary>A copy of the input with a value at a reference path.</summary>
    /// <exception cref="ExpressionException">The path does not fit the input.</exception>
    JsonNode? Write(string referencePath, JsonNode? input, JsonNode? value);
}

/// <summary>What an expression sees.</summary>
/// <param name="Input">JSONPath: what `$` is.</param>
/// <param name="Context">The context object.</param>
/// <param name="Variables">By name, without `$`. For JSONata `states` is one of them.</param>
/// <param name="Now">The execution's time.</param>
internal sealed record ExpressionScope(JsonNode? Input, JsonNode? Context, IReadOnlyDictionary<string, JsonNode?> Variables, DateTimeOffset Now);

/// <summary>An expression could not be evaluated.</summary>
/// <param name="message">Why.</param>
/// <param name="isMissing">A path in it leads nowhere.</param>
internal sealed class ExpressionException(string message, bool isMissing = false) : Exception(message)
{
    public bool IsMissing { get; } = isMissing;
}
