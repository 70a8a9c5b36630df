using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>What paths and intrinsic functions of a state read.</summary>
/// <param name="Input">What `$` is: the state's input, or its result where the field says so.</param>
/// <param name="Context">The context object, `$$`.</param>
/// <param name="Variables">Variables by name, without `$`.</param>
internal sealed record PathData(JsonNode? Input, JsonNode? Context, IReadOnlyDictionary<string, JsonNode?> Variables)
{
    /// <summary>What `States.UUID` and `States.MathRandom` draw from; a test gives its own to know the values.</summary>
    public Random Random { get; init; } = Random.Shared;

    public static IReadOnlyDictionary<string, JsonNode?> NoVariables { get; } = new Dictionary<string, JsonNode?>();
}
