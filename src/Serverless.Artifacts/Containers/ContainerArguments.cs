using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>What a state asks Fargate for: the arguments of `ecs:runTask` and `eks:runJob`.</summary>
internal sealed class ContainerArguments(QueryLanguage language, ReferenceResolver resolver, Substitutions substitutions)
{
    private bool IsJsonata => language == QueryLanguage.JSONata;

    public JsonObject Of(ContainerTask task, AslData? payload) => task.Settings.IsEks ? Job(task, payload) : Task(task, payload);

    private JsonObject Task(ContainerTask task, AslData? payload)
    {
        var settings = task.Settings;
        var arguments = new JsonObject
        {
            { "Cluster", substitutions.For(ClusterName(task), ContainerNetwork.ClusterArn(settings, resolver)) },
            { "TaskDefinition", substitutions.For(task.LogicalId + "Family", ContainerIds.Family(task.LogicalId)) },
        };
        if (settings.Spot)
            arguments.Add("CapacityProviderStrategy", new JsonArray { new JsonObject { { "CapacityProvider", "FARGATE_SPOT" }, { "Weight", 1 } } });
        else
            arguments.Add("LaunchType", "FARGATE");
        var network = new JsonObject();
        AddSubnets(network, settings);
        network.Add("SecurityGroups", ContainerNetwork.NeedsSecurityGroup(settings)
            ? new JsonArray { substitutions.For(ContainerIds.SecurityGroup + "Id", DeployedValue.GetAtt(ContainerIds.SecurityGroup, "GroupId")) }
            : Many(settings.SecurityGroupIds));
        network.Add("AssignPublicIp", settings.AssignPublicIp ? "ENABLED" : "DISABLED");
        arguments.Add("NetworkConfiguration", new JsonObject { { "AwsvpcConfiguration", network } });
        arguments.Add("Overrides", new JsonObject
        {
            {
                "ContainerOverrides", new JsonArray
                {
                    new JsonObject
                    {
                        { "Name", ContainerIds.TaskContainer },
                        { "Environment", new JsonArray { Token(), Input("Name", "Value", payload) } },
                    },
                }
            },
        });
        return arguments;
    }

    private JsonObject Job(ContainerTask task, AslData? payload)
    {
        var settings = task.Settings;
        var cluster = KubernetesCluster.Of(settings, resolver);
        return new JsonObject
        {
            { "ClusterName", substitutions.For(task.LogicalId + "Cluster", cluster.Name) },
            { "CertificateAuthority", substitutions.For(task.LogicalId + "CertificateAuthority", cluster.CertificateAuthority) },
            { "Endpoint", substitutions.For(task.LogicalId + "Endpoint", cluster.Endpoint) },
            { "Namespace", KubernetesJob.Namespace },
            { "LogOptions", new JsonObject { { "RetrieveLogs", true }, { "LogParameters", new JsonObject { { "tailLines", new JsonArray { "1" } } } } } },
            { "Job", KubernetesJob.Render(task, resolver, value => substitutions.For(task.LogicalId + "Value", value), JobName(task), Input("name", "value", payload)) },
        };
    }

    private JsonMember JobName(ContainerTask task)
    {
        var prefix = KubernetesJob.NameOf(task.LogicalId, 26) + "-";
        return IsJsonata
            ? new JsonMember("name", DefinitionText.Expression("'" + prefix + "' & $uuid()"))
            : new JsonMember("name.$", "States.Format('" + prefix + "{}', States.UUID())");
    }

    private JsonObject Token() => IsJsonata
        ? new JsonObject { { "Name", ContainerEnvironment.Token }, { "Value", DefinitionText.Expression("$states.context.Task.Token") } }
        : new JsonObject { { "Name", ContainerEnvironment.Token }, { "Value.$", "$$.Task.Token" } };

    private JsonObject Input(string name, string value, AslData? payload) => IsJsonata
        ? new JsonObject { { name, ContainerEnvironment.Input }, { value, ContainerInput.Jsonata(payload) } }
        : new JsonObject { { name, ContainerEnvironment.Input }, { value + ".$", ContainerInput.JsonPath(payload) } };

    /// <summary>The parameter is a list, and a definition takes texts: it arrives with commas and is split where the state runs.</summary>
    private void AddSubnets(JsonObject network, ContainerSettings settings)
    {
        if (!ContainerNetwork.UsesParameters(settings))
        {
            network.Add("Subnets", Many(settings.SubnetIds));
            return;
        }

        var placeholder = substitutions.For(ContainerIds.SubnetsParameter, DeployedValue.List(ContainerIds.SubnetsParameter));
        if (IsJsonata)
            network.Add("Subnets", "{% $split('" + placeholder + "', ',') %}");
        else
            network.Add("Subnets.$", "States.StringSplit('" + placeholder + "', ',')");
    }

    private JsonArray Many(EquatableArray<AwsValue> values) => new(values.Select(value => (JsonNode)new JsonString(substitutions.ForArgument(value, null, "ec2"))));

    private static string ClusterName(ContainerTask task) =>
        (task.Settings.Cluster is { } cluster ? cluster.ReferencedId ?? task.LogicalId + "Cluster" : ContainerIds.Cluster) + "Arn";
}
