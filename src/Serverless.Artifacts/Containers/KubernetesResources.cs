using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A task on EKS in the template: the profile that sends its pods to Fargate, their roles, and the machine's entry to the cluster.</summary>
internal static class KubernetesResources
{
    public static void Add(TemplateBuilder template, ContainerTask task)
    {
        var id = task.LogicalId;
        var cluster = KubernetesCluster.Of(task.Settings, template.Resolver);

        // EKS does not say for which account it asks when a pod starts, hence no condition.
        template.AddRole(ContainerIds.ExecutionRole(id), "eks-fargate-pods.amazonaws.com", ofThisAccountOnly: false, ContainerPermissions.OfExecution(id, task.Settings, template.Resolver), null, task.Tags);
        if (NeedsRole(task))
            AddRole(template, task, cluster);
        template.Add(id, "AWS::EKS::FargateProfile", new JsonObject
        {
            { "ClusterName", cluster.Name.ToJson() },
            { "PodExecutionRoleArn", DeployedValue.GetAtt(ContainerIds.ExecutionRole(id), "Arn").ToJson() },
            {
                "Selectors", new JsonArray
                {
                    new JsonObject
                    {
                        { "Namespace", KubernetesJob.Namespace },
                        { "Labels", new JsonArray { new JsonObject { { "Key", KubernetesJob.Label }, { "Value", KubernetesJob.NameOf(id) } } } },
                    },
                }
            },
            { "Subnets", ContainerNetwork.UsesParameters(task.Settings) ? DeployedValue.Ref(ContainerIds.SubnetsParameter).ToJson() : template.Values(task.Settings.SubnetIds) },
            { "Tags", TemplateTags.List(template.Application, task.Tags) },
        });
    }

    /// <summary>A role is made where the task may do something and names none.</summary>
    public static bool NeedsRole(ContainerTask task) => task.Settings is { IsEks: true, Role: null } && KubernetesJob.NeedsServiceAccount(task);

    /// <summary>One for each machine and cluster: an entry names a role, and a cluster has one entry for a role.</summary>
    public static void AddAccessEntries(TemplateBuilder template)
    {
        foreach (var machine in template.Application.StateMachines)
        {
            var clusters = ContainerResources.TasksOf(machine, template.Resolver)
                .Where(static task => task.Settings.IsEks)
                .Select(task => KubernetesCluster.Of(task.Settings, template.Resolver).Name)
                .Distinct()
                .ToList();
            for (var i = 0; i < clusters.Count; i++)
            {
                template.Add(ContainerIds.AccessEntry(machine.LogicalId) + (i == 0 ? "" : (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)), "AWS::EKS::AccessEntry", new JsonObject
                {
                    { "ClusterName", clusters[i].ToJson() },
                    { "PrincipalArn", machine.Role is { } role ? template.Value(role, ReferenceForm.Arn) : DeployedValue.GetAtt(GeneratedIds.Role(machine.LogicalId), "Arn").ToJson() },
                    { "KubernetesGroups", new JsonArray { KubernetesManifest.Group } },
                });
            }
        }
    }

    /// <summary>
    /// Only the service account of this task may take the role. The keys of that condition hold the issuer, and CloudFormation puts
    /// values into texts but not into keys: so the document is a text.
    /// </summary>
    private static void AddRole(TemplateBuilder template, ContainerTask task, KubernetesCluster cluster)
    {
        const string Issuer = "${Issuer}";
        var statement = new JsonObject
        {
            { "Effect", "Allow" },
            { "Principal", new JsonObject { { "Federated", "arn:${AWS::Partition}:iam::${AWS::AccountId}:oidc-provider/" + Issuer } } },
            { "Action", "sts:AssumeRoleWithWebIdentity" },
            {
                "Condition", new JsonObject
                {
                    {
                        "StringEquals", new JsonObject
                        {
                            { Issuer + ":aud", "sts.amazonaws.com" },
                            { Issuer + ":sub", "system:serviceaccount:" + KubernetesJob.Namespace + ":" + KubernetesJob.NameOf(task.LogicalId) },
                        }
                    },
                }
            },
        };
        var text = JsonWriter.Write(PolicyDocument.Document([statement]), indented: false);
        var trust = new JsonObject { { "Fn::Sub", new JsonArray { text, new JsonObject { { "Issuer", IssuerOf(cluster) } } } } };
        template.AddRole(GeneratedIds.Role(task.LogicalId), trust, ContainerPermissions.OfTask(task, template.Resolver), null, task.Tags, FunctionResources.ManagedPolicies(template, task.ManagedPolicies));
    }

    private static JsonNode IssuerOf(KubernetesCluster cluster) => cluster.IssuerUrl is not { } url
        ? DeployedValue.Ref(ContainerIds.IssuerParameter).ToJson()
        : new JsonObject { { "Fn::Select", new JsonArray { new JsonNumber(1), new JsonObject { { "Fn::Split", new JsonArray { "//", url.ToJson() } } } } } };
}
