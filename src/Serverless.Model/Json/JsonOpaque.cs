namespace Serverless.Model.Json;

/// <summary>
/// A value that was there in the text but cannot be told: a tag that nobody knows, an alias without anchor. Unknown, and that is not absent.
/// </summary>
internal sealed class JsonOpaque : JsonNode
{
    public override JsonNode Clone() => new JsonOpaque();
}
