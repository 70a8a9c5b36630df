using System.Globalization;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// The task definition of a container on ECS. One shape, spelt twice: with intrinsic functions for the template, and in the form of
/// ECS's own RegisterTaskDefinition, whose names begin in lower case, for the file.
/// </summary>
internal static class TaskDefinition
{
    private const string Folder = "/tmp";
    private const string Volume = "tmp";

    public static string PathOf(string id) => "taskdefinitions/" + id + ".json";

    /// <summary>As `AWS::ECS::TaskDefinition` takes it.</summary>
    public static JsonObject ForTemplate(Application application, ContainerTask task, ReferenceResolver resolver) =>
        Render(application, task, resolver, static value => value.ToJson());

    /// <summary>As `aws ecs register-task-definition --cli-input-json` takes it, with `${…}` placeholders.</summary>
    public static JsonObject ForFile(Application application, ContainerTask task, ReferenceResolver resolver) =>
        (JsonObject)LowerCase(Render(application, task, resolver, static value => value.ToPlaceholderText()));

    /// <summary>Every placeholder of the file.</summary>
    public static IEnumerable<string> Placeholders(Application application, ContainerTask task, ReferenceResolver resolver)
    {
        var values = new List<DeployedValue>();
        Render(application, task, resolver, value =>
        {
            values.Add(value);
            return value.ToPlaceholderText();
        });
        return values.SelectMany(static value => value.Placeholders());
    }

    private static JsonObject Render(Application application, ContainerTask task, ReferenceResolver resolver, Func<DeployedValue, JsonNode> spell)
    {
        var settings = task.Settings;
        return new JsonObject
        {
            { "Family", spell(ContainerIds.Family(task.LogicalId)) },
            { "Cpu", settings.CpuUnits.ToString(CultureInfo.InvariantCulture) },
            { "Memory", settings.Memory.ToString(CultureInfo.InvariantCulture) },
            { "NetworkMode", "awsvpc" },
            { "RequiresCompatibilities", new JsonArray { "FARGATE" } },
            {
                "RuntimePlatform", new JsonObject
                {
                    { "CpuArchitecture", settings.Architecture == "arm64" ? "ARM64" : "X86_64" },
                    { "OperatingSystemFamily", "LINUX" },
                }
            },
            { "EphemeralStorage", settings.EphemeralStorage is { } size ? new JsonObject { { "SizeInGiB", size } } : null },
            { "TaskRoleArn", spell(ContainerPermissions.TaskRole(task, resolver)) },
            { "ExecutionRoleArn", spell(DeployedValue.GetAtt(ContainerIds.ExecutionRole(task.LogicalId), "Arn")) },
            { "Volumes", new JsonArray { new JsonObject { { "Name", Volume } } } },
            { "ContainerDefinitions", new JsonArray { Prepare(task, resolver, spell), Main(task, resolver, spell) } },
            { "Tags", TemplateTags.List(application, task.Tags) },
        };
    }

    /// <summary>
    /// A volume of Fargate belongs to root and only an image could say otherwise, so `/tmp` would not be writable for the container
    /// below. The same program, as root for a moment, opens it, and the other container waits for that.
    /// </summary>
    private static JsonObject Prepare(ContainerTask task, ReferenceResolver resolver, Func<DeployedValue, JsonNode> spell) => new()
    {
        { "Name", "prepare" },
        { "Image", spell(ContainerImage.Of(task.Settings, resolver)) },
        { "Essential", false },
        { "User", "0" },
        { "ReadonlyRootFilesystem", true },
        { "Environment", new JsonArray { Variable(ContainerEnvironment.Prepare, DeployedValue.Literal(Folder), spell) } },
        { "MountPoints", MountPoints() },
        { "LogConfiguration", Log(task, spell) },
    };

    private static JsonObject Main(ContainerTask task, ReferenceResolver resolver, Func<DeployedValue, JsonNode> spell) => new()
    {
        { "Name", ContainerIds.TaskContainer },
        { "Image", spell(ContainerImage.Of(task.Settings, resolver)) },
        { "Essential", true },
        { "User", ContainerIds.User },
        { "ReadonlyRootFilesystem", true },
        { "StopTimeout", task.Settings.StopTimeout },
        { "DependsOn", new JsonArray { new JsonObject { { "ContainerName", "prepare" }, { "Condition", "SUCCESS" } } } },
        { "Environment", new JsonArray(ContainerEnvironment.Of(task, resolver).Select(variable => (JsonNode)Variable(variable.Key, variable.Value, spell))) },
        { "MountPoints", MountPoints() },
        { "LogConfiguration", Log(task, spell) },
    };

    private static JsonArray MountPoints() => [new JsonObject { { "SourceVolume", Volume }, { "ContainerPath", Folder }, { "ReadOnly", false } }];

    private static JsonObject Log(ContainerTask task, Func<DeployedValue, JsonNode> spell) => new()
    {
        { "LogDriver", "awslogs" },
        {
            "Options", new JsonObject
            {
                { "awslogs-group", spell(DeployedValue.Ref(GeneratedIds.Logs(task.LogicalId))) },
                { "awslogs-region", spell(DeployedValue.Ref("AWS::Region")) },
                { "awslogs-stream-prefix", task.LogicalId },
            }
        },
    };

    private static JsonObject Variable(string name, DeployedValue value, Func<DeployedValue, JsonNode> spell) => new() { { "Name", name }, { "Value", spell(value) } };

    private static JsonNode LowerCase(JsonNode node)
    {
        switch (node)
        {
            case JsonObject obj:
                var copy = new JsonObject();
                foreach (var member in obj)
                    copy.Add(char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1), LowerCase(member.Value));
                return copy;
            case JsonArray array:
                return new JsonArray(array.Select(LowerCase));
            default:
                return node.Clone();
        }
    }
}
