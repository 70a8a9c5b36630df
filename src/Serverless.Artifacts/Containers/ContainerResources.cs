using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// Containers in the template. What is made for one: its definition, its roles, its log. What all share that name none of their own:
/// a cluster, a security group without inbound rules, and the parameters of the network and the image.
/// </summary>
internal static class ContainerResources
{
    private const string EcsTasks = "ecs-tasks.amazonaws.com";

    public static void Add(TemplateBuilder template)
    {
        var tasks = template.Application.ContainerTasks;
        if (tasks.Any(static task => ContainerNetwork.NeedsCluster(task.Settings)))
            AddCluster(template);
        if (tasks.Any(static task => ContainerNetwork.NeedsSecurityGroup(task.Settings)))
            AddSecurityGroup(template);
        foreach (var task in tasks)
        {
            if (task.Settings.IsEks)
                KubernetesResources.Add(template, task);
            else
                AddTask(template, task);
        }

        KubernetesResources.AddAccessEntries(template);
    }

    /// <summary>What a machine must not be started before.</summary>
    public static JsonArray? DependenciesOf(StateMachine machine, ReferenceResolver resolver)
    {
        var ids = TasksOf(machine, resolver).Select(static task => task.LogicalId).Distinct(StringComparer.Ordinal).ToList();
        return ids.Count == 0 ? null : new JsonArray(ids.Select(static id => (JsonNode)new JsonString(id)));
    }

    /// <summary>The containers that a machine starts.</summary>
    public static IEnumerable<ContainerTask> TasksOf(StateMachine machine, ReferenceResolver resolver) =>
        StateWalk.All(machine.Graph).OfType<TaskState>().Select(task => resolver.FindContainer(task.Container)).OfType<ContainerTask>();

    private static void AddTask(TemplateBuilder template, ContainerTask task)
    {
        var id = task.LogicalId;
        template.AddLogGroup(GeneratedIds.Logs(id), task.Settings.LogRetentionDays, task.Tags);
        if (task.Settings.Role is null)
        {
            template.AddRole(
                GeneratedIds.Role(id), EcsTasks, ofThisAccountOnly: true, ContainerPermissions.OfTask(task, template.Resolver), null, task.Tags, FunctionResources.ManagedPolicies(template, task.ManagedPolicies));
        }

        template.AddRole(ContainerIds.ExecutionRole(id), EcsTasks, ofThisAccountOnly: true, ContainerPermissions.OfExecution(id, task.Settings, template.Resolver), null, task.Tags);
        template.Add(id, "AWS::ECS::TaskDefinition", TaskDefinition.ForTemplate(template.Application, task, template.Resolver));
    }

    /// <summary>Both kinds of capacity, so that a task may become one on Spot without a new cluster.</summary>
    private static void AddCluster(TemplateBuilder template) => template.Add(ContainerIds.Cluster, "AWS::ECS::Cluster", new JsonObject
    {
        { "CapacityProviders", new JsonArray { "FARGATE", "FARGATE_SPOT" } },
        { "Tags", TemplateTags.List(template.Application) },
    });

    private static void AddSecurityGroup(TemplateBuilder template) => template.Add(ContainerIds.SecurityGroup, "AWS::EC2::SecurityGroup", new JsonObject
    {
        { "GroupDescription", "Containers of " + template.Application.Project.AssemblyName + ", no inbound traffic" },
        { "VpcId", DeployedValue.Ref(ContainerIds.VpcParameter).ToJson() },
        { "Tags", TemplateTags.List(template.Application) },
    });
}
