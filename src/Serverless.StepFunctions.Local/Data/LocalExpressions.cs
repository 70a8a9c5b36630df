using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>The package's own JSONata.</summary>
internal sealed class LocalExpressions : IExpressions
{
    public static LocalExpressions Default { get; } = new();

    public bool TryEvaluate(string expression, IReadOnlyDictionary<string, JsonNode?> variables, DateTimeOffset now, out JsonNode? value) =>
        throw new NotSupportedException("JSONata is not evaluated by this version.");
}
