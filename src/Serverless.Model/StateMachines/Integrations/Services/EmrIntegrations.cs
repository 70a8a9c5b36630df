using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>EMR on EC2. The actions are Step Functions' own: one cluster, one step, and not the lists of the service's API.</summary>
internal static class EmrIntegrations
{
    private const string Service = "elasticmapreduce";

    private static readonly string Cluster = Arns.Here(Service, "cluster/{ClusterId}");

    public static readonly OptimizedIntegration[] All =
    [
        new(Service, "createCluster", RequestResponse | Sync)
        {
            Required = ["Name", "Instances", "ServiceRole", "JobFlowRole"],
            Optional =
            [
                "AdditionalInfo", "AmiVersion", "Applications", "AutoScalingRole", "AutoTerminationPolicy", "BootstrapActions", "Configurations", "CustomAmiId",
                "EbsRootVolumeIops", "EbsRootVolumeSize", "EbsRootVolumeThroughput", "KerberosAttributes", "LogEncryptionKmsKeyId", "LogUri", "ManagedScalingPolicy",
                "NewSupportedProducts", "OSReleaseLabel", "PlacementGroupConfigs", "ReleaseLabel", "RepoUpgradeOnBoot", "ScaleDownBehavior", "SecurityConfiguration",
                "StepConcurrencyLevel", "Steps", "SupportedProducts", "Tags", "VisibleToAllUsers",
            ],
            IsOpen = true,
            Statements =
            [
                // A cluster has no id before it is made.
                RoleStatements.Allow("elasticmapreduce:RunJobFlow", "*"),
                RoleStatements.Allow("elasticmapreduce:AddTags", Arns.Here(Service, "cluster/*")) with { Given = "Tags" },
                RoleStatements.PassRole("ServiceRole", "elasticmapreduce.amazonaws.com"),
                RoleStatements.PassRole("JobFlowRole", "ec2.amazonaws.com"),
                RoleStatements.PassRole("AutoScalingRole", "application-autoscaling.amazonaws.com"),
                new(["iam:CreateServiceLinkedRole"], [Arns.Global("iam", "role/aws-service-role/elasticmapreduce.amazonaws.com*/AWSServiceRoleForEMRCleanup*")])
                {
                    Conditions = [new("StringLike", "iam:AWSServiceName", "elasticmapreduce.amazonaws.com*")],
                },
                RoleStatements.Allow(["elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows"], Arns.Here(Service, "cluster/*")).ForJobs(),
                RoleStatements.ManagedRule("StepFunctionsGetEventForEMRRunJobFlowRule"),
            ],
        },
        new(Service, "terminateCluster", RequestResponse | Sync)
        {
            Required = ["ClusterId"],
            Statements =
            [
                RoleStatements.Allow("elasticmapreduce:TerminateJobFlows", Cluster),
                RoleStatements.Allow("elasticmapreduce:DescribeCluster", Cluster).ForJobs(),
                RoleStatements.ManagedRule("StepFunctionsGetEventForEMRTerminateJobFlowsRule"),
            ],
        },
        new(Service, "addStep", RequestResponse | Sync)
        {
            Required = ["ClusterId", "Step"],
            Optional = ["ExecutionRoleArn"],
            Statements =
            [
                RoleStatements.Allow("elasticmapreduce:AddJobFlowSteps", Cluster),
                RoleStatements.Allow(["elasticmapreduce:CancelSteps", "elasticmapreduce:DescribeStep"], Cluster).ForJobs(),
                RoleStatements.ManagedRule("StepFunctionsGetEventForEMRAddJobFlowStepsRule"),
            ],
        },
        new(Service, "cancelStep", RequestResponse)
        {
            Required = ["ClusterId", "StepId"],
            Statements = [RoleStatements.Allow("elasticmapreduce:CancelSteps", Cluster)],
        },
        new(Service, "setClusterTerminationProtection", RequestResponse)
        {
            Required = ["ClusterId", "TerminationProtected"],
            Statements = [RoleStatements.Allow("elasticmapreduce:SetTerminationProtection", Cluster)],
        },
        new(Service, "modifyInstanceFleetByName", RequestResponse)
        {
            Required = ["ClusterId", "InstanceFleetName", "InstanceFleet"],
            Statements = [RoleStatements.Allow(["elasticmapreduce:ListInstanceFleets", "elasticmapreduce:ModifyInstanceFleet"], Cluster)],
        },
        new(Service, "modifyInstanceGroupByName", RequestResponse)
        {
            Required = ["ClusterId", "InstanceGroupName|InstanceGroup"],
            Optional = ["InstanceGroup", "InstanceGroupName"],
            Statements = [RoleStatements.Allow(["elasticmapreduce:ListInstanceGroups", "elasticmapreduce:ModifyInstanceGroups"], Cluster)],
        },
    ];
}
