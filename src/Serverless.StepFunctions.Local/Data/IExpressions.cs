using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>JSONata. An interface, so that tests can set the reference implementation beside the package's own.</summary>
internal interface IExpressions
{
    /// <summary>Evaluates an expression.</summary>
    /// <param name="expression">Without its `{% %}`.</param>
    /// <param name="variables">By name, without `$`; `states` is one of them.</param>
    /// <param name="now">The execution's time.</param>
    /// <param name="value">What it yields.</param>
    /// <returns>False when it yields nothing.</returns>
    /// <exception cref="ExpressionException">It failed.</exception>
    bool TryEvaluate(string expression, IReadOnlyDictionary<string, JsonNode?> variables, DateTimeOffset now, out JsonNode? value);
}

/// <summary>An expression could not be evaluated.</summary>
internal sealed class ExpressionException(string message) : Exception(message);
