using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// What a cluster must know before a Job runs there, which CloudFormation cannot say: the service account, and that the machine may
/// create jobs and read their logs. For `kubectl apply -f`.
/// </summary>
internal static class KubernetesManifest
{
    /// <summary>The group that the access entry of a machine's role is in.</summary>
    public const string Group = "serverless-machines";

    private const string Rbac = "rbac.authorization.k8s.io";

    public static JsonObject Render(ContainerTask task, ReferenceResolver resolver)
    {
        var name = KubernetesJob.NameOf(task.LogicalId);
        var items = new JsonArray();
        if (KubernetesJob.NeedsServiceAccount(task))
        {
            items.Add(new JsonObject
            {
                { "apiVersion", "v1" },
                { "kind", "ServiceAccount" },
                {
                    "metadata", new JsonObject
                    {
                        { "name", name },
                        { "namespace", KubernetesJob.Namespace },
                        { "annotations", new JsonObject { { "eks.amazonaws.com/role-arn", ContainerPermissions.TaskRole(task, resolver).ToPlaceholderText() } } },
                    }
                },
            });
        }

        items.Add(new JsonObject
        {
            { "apiVersion", Rbac + "/v1" },
            { "kind", "Role" },
            { "metadata", Metadata() },
            {
                "rules", new JsonArray
                {
                    Rule("batch", ["jobs"], ["create", "delete", "get", "list", "watch"]),
                    Rule("", ["pods"], ["get", "list"]),
                    Rule("", ["pods/log"], ["get"]),
                }
            },
        });
        items.Add(new JsonObject
        {
            { "apiVersion", Rbac + "/v1" },
            { "kind", "RoleBinding" },
            { "metadata", Metadata() },
            { "roleRef", new JsonObject { { "apiGroup", Rbac }, { "kind", "Role" }, { "name", Group } } },
            { "subjects", new JsonArray { new JsonObject { { "apiGroup", Rbac }, { "kind", "Group" }, { "name", Group } } } },
        });
        return new JsonObject { { "apiVersion", "v1" }, { "kind", "List" }, { "items", items } };
    }

    private static JsonObject Metadata() => new() { { "name", Group }, { "namespace", KubernetesJob.Namespace } };

    private static JsonObject Rule(string group, string[] resources, string[] verbs) => new()
    {
        { "apiGroups", Texts([group]) },
        { "resources", Texts(resources) },
        { "verbs", Texts(verbs) },
    };

    private static JsonArray Texts(string[] texts) => new(texts.Select(static text => (JsonNode)new JsonString(text)));
}
