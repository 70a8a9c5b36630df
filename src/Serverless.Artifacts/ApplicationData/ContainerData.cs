using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A task in a container as data: its size, its network, and where its definition and policy are.</summary>
internal static class ContainerData
{
    public static JsonObject Of(Application application, ContainerTask task, ValueSpeller data)
    {
        var settings = task.Settings;
        var environment = new JsonObject();
        foreach (var variable in ContainerEnvironment.Of(task, data.Resolver))
            environment.Add(variable.Key, data.Spell(variable.Value));
        return new JsonObject
        {
            { "id", task.LogicalId },
            { "description", task.Description is { } description ? new JsonString(description) : null },
            { "platform", settings.IsEks ? "eks" : "ecs" },
            { "definition", TaskDefinition.PathOf(task.LogicalId) },
            { "policy", ContainerPermissions.OfTask(task, data.Resolver).Count == 0 ? null : new JsonString(PolicyFiles.PathOf(task.LogicalId)) },
            { "image", data.Spell(ContainerImage.Of(settings, data.Resolver)) },
            { "cpu", new JsonNumber(settings.Cpu) },
            { "memory", settings.Memory },
            { "architecture", settings.Architecture },
            { "ephemeralStorage", settings.EphemeralStorage is { } size ? new JsonNumber(size) : null },
            { "stopTimeout", settings.StopTimeout },
            { "timeout", task.TimeoutSeconds },
            { "heartbeat", task.HeartbeatSeconds is { } heartbeat ? new JsonNumber(heartbeat) : null },
            { "spot", settings.Spot },
            { "assignPublicIp", settings.AssignPublicIp },
            { "cluster", data.Spell(settings.IsEks ? KubernetesCluster.Of(settings, data.Resolver).Name : ContainerNetwork.ClusterArn(settings, data.Resolver)) },
            { "subnetIds", ContainerNetwork.UsesParameters(settings) ? new JsonArray { data.Spell(DeployedValue.List(ContainerIds.SubnetsParameter)) } : data.SpellMany(settings.SubnetIds) },
            { "securityGroupIds", data.SpellMany(settings.SecurityGroupIds) },
            { "role", data.SpellOptional(settings.Role, ReferenceForm.Arn) },
            { "logRetentionDays", settings.IsEks ? null : new JsonNumber(settings.LogRetentionDays) },
            { "environment", environment },
            { "tags", TemplateTags.Map(application, task.Tags) ?? [] },
            { "taskOf", task.TaskOf },
        };
    }
}
