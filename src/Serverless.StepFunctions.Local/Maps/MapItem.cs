using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>What one iteration gets.</summary>
/// <param name="Input">Its input.</param>
/// <param name="Context">`Map` of the context object.</param>
internal sealed record MapItem(JsonNode? Input, JsonObject? Context);
