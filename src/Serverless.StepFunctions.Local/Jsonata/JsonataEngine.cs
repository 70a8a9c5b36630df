using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Serverless.Model.Expressions.Jsonata;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata;

/// <summary>
/// Evaluates JSONata 2.0.6 with the functions that Step Functions adds (<c>$partition</c>, <c>$range</c>, <c>$hash</c>, <c>$random</c>, <c>$uuid</c>, <c>$parse</c>)
/// and without <c>$eval</c>. Expressions are parsed once. Safe for several threads.
/// </summary>
internal sealed class JsonataEngine
{
    /// <summary>More expressions than any machine has; a program that makes them up does not fill the memory.</summary>
    private const int CacheSize = 4096;

    private static readonly Dictionary<string, JsonNode?> NoVariables = [];

    private readonly ConcurrentDictionary<string, JsonataNode> _expressions = new(StringComparer.Ordinal);

    /// <summary>The value of an expression, the text between <c>{%</c> and <c>%}</c>.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="variables">Values of variables, by names without dollar signs; <c>states</c> among them. Not changed.</param>
    /// <param name="context">Clock, chance and limits.</param>
    /// <returns>A tree of its own; null for null, and for nothing too: <see cref="TryEvaluate"/> tells them apart.</returns>
    /// <exception cref="JsonataException">The expression cannot be read, or its evaluation fails.</exception>
    public JsonNode? Evaluate(string expression, IReadOnlyDictionary<string, JsonNode?>? variables = null, JsonataContext? context = null)
        => TryEvaluate(expression, variables, context, out var value) ? value : null;

    /// <summary>As <see cref="Evaluate"/>. False when the value is nothing: what is looked for does not exist, or it is a function.</summary>
    /// <exception cref="JsonataException">The expression cannot be read, or its evaluation fails.</exception>
    public bool TryEvaluate(string expression, IReadOnlyDictionary<string, JsonNode?>? variables, JsonataContext? context, out JsonNode? value)
    {
        var node = Parse(expression);
        try
        {
            var result = new Evaluator(context ?? JsonataContext.Default).Run(node, variables ?? NoVariables);
            value = result is null ? null : JsonValues.Write(result);
            return result is not (null or FunctionValue);
        }
        catch (InsufficientExecutionStackException e)
        {
            // A transform can put a value inside itself.
            throw new JsonataException("U1001", node.Position, "A value is nested too deeply", e);
        }
    }

    private JsonataNode Parse(string expression)
    {
        if (_expressions.TryGetValue(expression, out var node))
            return node;
        var parsed = JsonataParser.Parse(expression);
        if (parsed.Expression is null)
        {
            var error = parsed.Errors[0];
            throw new JsonataException(error.Code, error.Position, error.Message);
        }

        if (_expressions.Count >= CacheSize)
            _expressions.Clear();
        return _expressions.GetOrAdd(expression, parsed.Expression);
    }
}
