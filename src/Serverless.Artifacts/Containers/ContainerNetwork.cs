using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Cluster and network of a container: the user's, or what the template makes once for all that have none.</summary>
internal static class ContainerNetwork
{
    /// <summary>ARN of the cluster of ECS.</summary>
    public static DeployedValue ClusterArn(ContainerSettings settings, ReferenceResolver resolver)
    {
        if (settings.Cluster is null)
            return DeployedValue.GetAtt(ContainerIds.Cluster, "Arn");
        var cluster = resolver.Resolve(settings.Cluster, ReferenceForm.Arn);
        var isName = cluster.Kind == DeployedValueKind.Text && !cluster.Text.StartsWith("arn:", StringComparison.Ordinal);
        return isName ? DeployedValue.Sub("arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:cluster/" + cluster.Text) : cluster;
    }

    /// <summary>True when a container takes its subnets from the parameter.</summary>
    public static bool UsesParameters(ContainerSettings settings) => settings.SubnetIds.Count == 0;

    /// <summary>True when a container needs the security group that is made.</summary>
    public static bool NeedsSecurityGroup(ContainerSettings settings) => !settings.IsEks && settings.SecurityGroupIds.Count == 0;

    /// <summary>True when a container needs the cluster that is made.</summary>
    public static bool NeedsCluster(ContainerSettings settings) => !settings.IsEks && settings.Cluster is null;
}
