using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A state machine as data: where its definition and policy are, what the definition's placeholders stand for, and what starts it.</summary>
internal static class MachineData
{
    public static string DefinitionPath(string id) => "statemachines/" + id + ".asl.json";

    public static JsonObject Of(StateMachine machine, ValueSpeller data, ReferenceResolver resolver)
    {
        var substitutions = new JsonObject();
        foreach (var entry in AslRenderer.Render(machine, resolver).Substitutions)
            substitutions.Add(entry.Key, entry.Value.ToPlaceholderText());
        return new JsonObject
        {
            { "id", machine.LogicalId },
            { "type", machine.Type == WorkflowType.Express ? "EXPRESS" : "STANDARD" },
            { "comment", machine.Comment is { } comment ? new JsonString(comment) : null },
            { "definition", DefinitionPath(machine.LogicalId) },
            { "substitutions", substitutions },
            { "policy", MachinePermissions.Of(machine, resolver).Count > 0 ? new JsonString(PolicyFiles.PathOf(machine.LogicalId)) : null },
            { "role", data.SpellOptional(machine.Role, ReferenceForm.Arn) },
            { "logLevel", machine.LogLevel.ToString().ToUpperInvariant() },
            { "logRetentionDays", machine.LogRetentionDays },
            { "tracing", machine.Tracing },
            { "notifyOnFailure", data.SpellOptional(machine.NotifyOnFailure, ReferenceForm.Arn) },
            { "objectStarts", machine.S3Starts.Count == 0 ? null : new JsonArray(machine.S3Starts.Select(start => Start(start, data))) },
        };
    }

    private static JsonObject Start(S3Start start, ValueSpeller data) => new()
    {
        { "bucket", data.Spell(start.Bucket, ReferenceForm.Name) },
        { "events", new JsonArray(start.Events.Select(static name => (JsonNode)new JsonString(name))) },
        { "prefix", start.Prefix is { } prefix ? new JsonString(prefix) : null },
        { "suffix", start.Suffix is { } suffix ? new JsonString(suffix) : null },
    };
}
