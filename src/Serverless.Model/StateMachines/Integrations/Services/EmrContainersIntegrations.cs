using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>EMR on EKS. Step Functions asks for the state of a job itself.</summary>
internal static class EmrContainersIntegrations
{
    private const string Service = "emr-containers";

    private static readonly string Any = Arns.Here(Service, "/virtualclusters/*");
    private static readonly string ById = Arns.Here(Service, "/virtualclusters/{Id}");
    private static readonly string Cluster = Arns.Here(Service, "/virtualclusters/{VirtualClusterId}");

    public static readonly OptimizedIntegration[] All =
    [
        new(Service, "createVirtualCluster", RequestResponse)
        {
            Required = ["Name", "ContainerProvider"],
            Optional = ["ClientToken", "SecurityConfigurationId", "Tags"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("emr-containers:CreateVirtualCluster", "*"),
                RoleStatements.Allow("emr-containers:TagResource", Any) with { Given = "Tags" },
                new(["iam:CreateServiceLinkedRole"], [Arns.Global("iam", "role/aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers")])
                {
                    Conditions = [new("StringLike", "iam:AWSServiceName", "emr-containers.amazonaws.com")],
                },
            ],
        },
        new(Service, "deleteVirtualCluster", RequestResponse | Sync)
        {
            Required = ["Id"],
            Statements =
            [
                RoleStatements.Allow("emr-containers:DeleteVirtualCluster", ById),
                RoleStatements.Allow("emr-containers:DescribeVirtualCluster", ById).ForJobs(),
            ],
        },
        new(Service, "startJobRun", RequestResponse | Sync)
        {
            Required = ["VirtualClusterId"],
            Optional = ["ClientToken", "ConfigurationOverrides", "ExecutionRoleArn", "JobDriver", "JobTemplateId", "JobTemplateParameters", "Name", "ReleaseLabel", "RetryPolicyConfiguration", "Tags"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("emr-containers:StartJobRun", Cluster) with
                {
                    Conditions = [new("StringEquals", "emr-containers:ExecutionRoleArn", "{ExecutionRoleArn}")],
                },
                RoleStatements.Allow("emr-containers:TagResource", Arns.Here(Service, "/virtualclusters/{VirtualClusterId}/jobruns/*")) with { Given = "Tags" },
                RoleStatements.Allow(["emr-containers:CancelJobRun", "emr-containers:DescribeJobRun"], Arns.Here(Service, "/virtualclusters/{VirtualClusterId}/jobruns/*")).ForJobs(),
            ],
        },
    ];
}
