using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A rendered definition and what its `${…}` stand for.</summary>
internal sealed class AslDocument(JsonObject definition, IReadOnlyList<KeyValuePair<string, DeployedValue>> substitutions)
{
    public JsonObject Definition { get; } = definition;

    public IReadOnlyList<KeyValuePair<string, DeployedValue>> Substitutions { get; } = substitutions;

    public string ToText() => Definition + "\n";
}
