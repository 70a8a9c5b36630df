using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Ids and names of what containers need beside themselves, and what the containers of an application share.</summary>
internal static class ContainerIds
{
    /// <summary>The cluster of every container that names none.</summary>
    public const string Cluster = "FargateCluster";

    /// <summary>The security group of every container that names none.</summary>
    public const string SecurityGroup = "FargateSecurityGroup";

    /// <summary>Parameters of the template, named as the properties of the SDK's container build are where there are such.</summary>
    public const string VpcParameter = "VpcId";

    public const string SubnetsParameter = "SubnetIds";

    public const string RepositoryParameter = "ContainerRepository";

    public const string TagParameter = "ContainerImageTag";

    /// <summary>Kubernetes: where its API is, what proves it, and who vouches for its service accounts.</summary>
    public const string EndpointParameter = "ClusterEndpoint";

    public const string CertificateParameter = "ClusterCertificateAuthority";

    public const string IssuerParameter = "ClusterOidcIssuer";

    /// <summary>Name of the container that the handler runs in.</summary>
    public const string TaskContainer = "task";

    /// <summary>The user of .NET's images that has no rights.</summary>
    public const string User = "1654";

    /// <summary>The role with which Fargate pulls the image and writes the log.</summary>
    public static string ExecutionRole(string id) => id + "ExecutionRole";

    /// <summary>The family of a task definition: its newest revision is what a state starts, so that running executions survive a deployment.</summary>
    public static DeployedValue Family(string id) => DeployedValue.Sub("${AWS::StackName}-" + id);

    /// <summary>Lets the role of a machine create jobs in a cluster.</summary>
    public static string AccessEntry(string machine) => machine + "AccessEntry";
}
