using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// Starts of a machine by an event. Each rule has a role of its own that may start exactly that machine. The event is
/// reduced to the members of `S3ObjectEvent`: a machine need not know how EventBridge wraps things.
/// </summary>
internal static class StartRules
{
    public static void AddObjectRule(TemplateBuilder template, StateMachine machine, S3Start start, string ruleId)
    {
        var role = GeneratedIds.Role(ruleId);
        template.AddRole(
            role,
            "events.amazonaws.com",
            ofThisAccountOnly: true,
            EquatableArray.Of(Statement.Allow(DeployedValue.RefArn(machine.LogicalId), "states:StartExecution")),
            machine.PermissionsBoundary,
            machine.Tags);
        template.Add(ruleId, "AWS::Events::Rule", new JsonObject
        {
            { "Description", "Starts " + machine.LogicalId + " for objects of a bucket" },
            { "EventPattern", ObjectEventPattern.For(template.Value(start.Bucket, ReferenceForm.Name), start) },
            {
                "Targets", new JsonArray
                {
                    new JsonObject
                    {
                        { "Id", "StateMachine" },
                        { "Arn", DeployedValue.Ref(machine.LogicalId).ToJson() },
                        { "RoleArn", DeployedValue.GetAtt(role, "Arn").ToJson() },
                        { "InputTransformer", Transformer(ObjectEventPattern.HasSize(start)) },
                    },
                }
            },
        });
    }

    /// <summary>
    /// A version exists only in versioned buckets, and what has no value must not leave a hole in the JSON: inside quotes it
    /// becomes the empty text. A size exists only where the object still does.
    /// </summary>
    private static JsonObject Transformer(bool hasSize)
    {
        var paths = new JsonObject
        {
            { "bucket", "$.detail.bucket.name" },
            { "key", "$.detail.object.key" },
            { "size", hasSize ? new JsonString("$.detail.object.size") : null },
            { "eTag", "$.detail.object.etag" },
            { "versionId", "$.detail.object.version-id" },
            { "eventName", "$.detail-type" },
        };
        var size = hasSize ? "<size>" : "0";
        return new JsonObject
        {
            { "InputPathsMap", paths },
            { "InputTemplate", "{\"bucket\": <bucket>, \"key\": <key>, \"size\": " + size + ", \"eTag\": \"<eTag>\", \"versionId\": \"<versionId>\", \"eventName\": <eventName>}" },
        };
    }
}
