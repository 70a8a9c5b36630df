using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>The package's own engines.</summary>
internal sealed class LocalExpressions : IExpressions
{
    public static LocalExpressions Default { get; } = new();

    public bool TryEvaluate(string expression, ExpressionScope scope, out JsonNode? value) => throw new NotSupportedException("JSONata is not evaluated by this version.");

    public bool TryRead(string path, ExpressionScope scope, out JsonNode? value) => throw new NotSupportedException("JSONPath is not evaluated by this version.");

    public JsonNode? Invoke(string intrinsic, ExpressionScope scope) => throw new NotSupportedException("Intrinsic functions are not evaluated by this version.");

    public JsonNode? Write(string referencePath, JsonNode? input, JsonNode? value) => throw new NotSupportedException("JSONPath is not evaluated by this version.");
}
