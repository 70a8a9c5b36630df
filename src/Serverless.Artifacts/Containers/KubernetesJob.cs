using System.Globalization;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// A Job of Kubernetes that runs a task once: one pod, no second attempt (the machine retries), the same restrictions as on ECS. It is
/// removed an hour after its end, when its log has long been read.
/// </summary>
internal static class KubernetesJob
{
    public const string Namespace = "default";

    /// <summary>What the Fargate profile selects its pods by.</summary>
    public const string Label = "serverless-task";

    /// <summary>Fargate adds this for Kubernetes itself, in MB, and takes the next size that holds both.</summary>
    private const int Overhead = 256;

    private const int RemovedAfter = 3600;

    /// <summary>A service account is needed only where the task may do something in AWS.</summary>
    public static bool NeedsServiceAccount(ContainerTask task) => task.Grants.Count > 0 || task.ManagedPolicies.Count > 0 || task.Settings.Role is not null;

    /// <summary>A name of Kubernetes: lower case, letters, digits and hyphens.</summary>
    public static string NameOf(string id, int longest = 63)
    {
        var name = id.ToLowerInvariant();
        return name.Length > longest ? name.Substring(0, longest) : name;
    }

    public static JsonObject Render(ContainerTask task, ReferenceResolver resolver, Func<DeployedValue, string> spell, JsonMember name, JsonObject input)
    {
        var metadata = new JsonObject();
        metadata.Append(name);
        return new JsonObject
        {
            { "apiVersion", "batch/v1" },
            { "kind", "Job" },
            { "metadata", metadata },
            {
                "spec", new JsonObject
                {
                    { "backoffLimit", 0 },
                    { "activeDeadlineSeconds", task.TimeoutSeconds },
                    { "ttlSecondsAfterFinished", RemovedAfter },
                    {
                        "template", new JsonObject
                        {
                            { "metadata", new JsonObject { { "labels", new JsonObject { { Label, NameOf(task.LogicalId) } } } } },
                            { "spec", Pod(task, resolver, spell, input) },
                        }
                    },
                }
            },
        };
    }

    private static JsonObject Pod(ContainerTask task, ReferenceResolver resolver, Func<DeployedValue, string> spell, JsonObject input) => new()
    {
        { "restartPolicy", "Never" },
        { "serviceAccountName", NeedsServiceAccount(task) ? new JsonString(NameOf(task.LogicalId)) : null },
        { "automountServiceAccountToken", false },
        { "terminationGracePeriodSeconds", task.Settings.StopTimeout },
        {
            "securityContext", new JsonObject
            {
                { "runAsNonRoot", true },
                { "runAsUser", new JsonNumber(ContainerIds.User) },
                { "runAsGroup", new JsonNumber(ContainerIds.User) },
                { "fsGroup", new JsonNumber(ContainerIds.User) },
                { "seccompProfile", new JsonObject { { "type", "RuntimeDefault" } } },
            }
        },
        { "volumes", new JsonArray { new JsonObject { { "name", "tmp" }, { "emptyDir", new JsonObject() } } } },
        { "containers", new JsonArray { Container(task, resolver, spell, input) } },
    };

    private static JsonObject Container(ContainerTask task, ReferenceResolver resolver, Func<DeployedValue, string> spell, JsonObject input)
    {
        var environment = new JsonArray(ContainerEnvironment.Of(task, resolver).Select(variable => (JsonNode)new JsonObject { { "name", variable.Key }, { "value", spell(variable.Value) } }));
        environment.Add(input);
        return new JsonObject
        {
            { "name", ContainerIds.TaskContainer },
            { "image", spell(ContainerImage.Of(task.Settings, resolver)) },
            { "env", environment },
            { "resources", new JsonObject { { "requests", Resources(task.Settings) }, { "limits", Resources(task.Settings) } } },
            {
                "securityContext", new JsonObject
                {
                    { "allowPrivilegeEscalation", false },
                    { "readOnlyRootFilesystem", true },
                    { "capabilities", new JsonObject { { "drop", new JsonArray { "ALL" } } } },
                }
            },
            { "volumeMounts", new JsonArray { new JsonObject { { "name", "tmp" }, { "mountPath", "/tmp" } } } },
        };
    }

    /// <summary>What remains of the declared size for the container.</summary>
    private static JsonObject Resources(ContainerSettings settings) => new()
    {
        { "cpu", Math.Round(settings.Cpu * 1000).ToString(CultureInfo.InvariantCulture) + "m" },
        { "memory", Math.Max(settings.Memory - Overhead, Overhead).ToString(CultureInfo.InvariantCulture) + "Mi" },
        { "ephemeral-storage", settings.EphemeralStorage is { } size ? new JsonString(size.ToString(CultureInfo.InvariantCulture) + "Gi") : null },
    };
}
