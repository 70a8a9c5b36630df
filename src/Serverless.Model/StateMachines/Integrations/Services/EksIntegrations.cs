using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>
/// Clusters, node groups and Fargate profiles, whose ends Step Functions asks for itself; and calls to Kubernetes, which the cluster's own
/// access rules allow and IAM does not know.
/// </summary>
internal static class EksIntegrations
{
    private const string Service = "eks.amazonaws.com";
    private const IntegrationPatterns Jobs = RequestResponse | Sync | Callback;

    private static readonly string Cluster = Arns.Here("eks", "cluster/{Name}");
    private static readonly string ClusterOf = Arns.Here("eks", "cluster/{ClusterName}");
    private static readonly string NodeGroup = Arns.Here("eks", "nodegroup/{ClusterName:name}/{NodegroupName:name}/*");
    private static readonly string Profile = Arns.Here("eks", "fargateprofile/{ClusterName:name}/{FargateProfileName:name}/*");

    public static readonly OptimizedIntegration[] All =
    [
        new("eks", "createCluster", Jobs)
        {
            Required = ["Name", "RoleArn", "ResourcesVpcConfig"],
            Optional = ["AccessConfig", "BootstrapSelfManagedAddons", "ClientRequestToken", "ComputeConfig", "EncryptionConfig", "KubernetesNetworkConfig", "Logging", "OutpostConfig", "RemoteNetworkConfig", "StorageConfig", "Tags", "UpgradePolicy", "Version", "ZonalShiftConfig"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("eks:CreateCluster", "*"),
                RoleStatements.PassRole("RoleArn", Service),
                RoleStatements.Allow("eks:TagResource", Cluster) with { Given = "Tags" },
                RoleStatements.Allow(["eks:DeleteCluster", "eks:DescribeCluster"], Cluster).ForJobs(),
            ],
        },
        new("eks", "deleteCluster", Jobs)
        {
            Required = ["Name"],
            Statements = [RoleStatements.Allow("eks:DeleteCluster", Cluster), RoleStatements.Allow("eks:DescribeCluster", Cluster).ForJobs()],
        },
        new("eks", "createNodegroup", Jobs)
        {
            Required = ["ClusterName", "NodegroupName", "NodeRole", "Subnets"],
            Optional = ["AmiType", "CapacityType", "ClientRequestToken", "DiskSize", "InstanceTypes", "Labels", "LaunchTemplate", "NodeRepairConfig", "ReleaseVersion", "RemoteAccess", "ScalingConfig", "Tags", "Taints", "UpdateConfig", "Version"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("eks:CreateNodegroup", ClusterOf),
                RoleStatements.Allow("ec2:DescribeSubnets", "*"),
                RoleStatements.Allow(["iam:GetRole", "iam:ListAttachedRolePolicies"], Arns.Role("NodeRole")),
                RoleStatements.PassRole("NodeRole", Service),
                RoleStatements.Allow("eks:TagResource", NodeGroup) with { Given = "Tags" },
                RoleStatements.Allow(["eks:DeleteNodegroup", "eks:DescribeNodegroup"], NodeGroup).ForJobs(),
            ],
        },
        new("eks", "deleteNodegroup", Jobs)
        {
            Required = ["ClusterName", "NodegroupName"],
            Statements = [RoleStatements.Allow("eks:DeleteNodegroup", NodeGroup), RoleStatements.Allow("eks:DescribeNodegroup", NodeGroup).ForJobs()],
        },
        new("eks", "createFargateProfile", Jobs)
        {
            Required = ["ClusterName", "FargateProfileName", "PodExecutionRoleArn"],
            Optional = ["ClientRequestToken", "Selectors", "Subnets", "Tags"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("eks:CreateFargateProfile", ClusterOf),
                RoleStatements.PassRole("PodExecutionRoleArn", Service),
                RoleStatements.Allow("eks:TagResource", Profile) with { Given = "Tags" },
                RoleStatements.Allow(["eks:DeleteFargateProfile", "eks:DescribeFargateProfile"], Profile).ForJobs(),
            ],
        },
        new("eks", "deleteFargateProfile", Jobs)
        {
            Required = ["ClusterName", "FargateProfileName"],
            Statements = [RoleStatements.Allow("eks:DeleteFargateProfile", Profile), RoleStatements.Allow("eks:DescribeFargateProfile", Profile).ForJobs()],
        },
        new("eks", "runJob", Jobs)
        {
            Required = ["ClusterName", "CertificateAuthority", "Endpoint", "Job"],
            Optional = ["LogOptions", "Namespace"],
        },
        new("eks", "call", RequestResponse | Callback)
        {
            Required = ["ClusterName", "CertificateAuthority", "Endpoint", "Method", "Path"],
            Optional = ["QueryParameters", "RequestBody"],
            Values = [new("Method", "GET", "POST", "PUT", "DELETE", "HEAD", "PATCH")],
        },
    ];
}
