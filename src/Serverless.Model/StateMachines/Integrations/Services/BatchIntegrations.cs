using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`batch:submitJob`.</summary>
internal static class BatchIntegrations
{
    public static readonly OptimizedIntegration[] All =
    [
        new("batch", "submitJob", RequestResponse | Sync)
        {
            Required = ["JobName", "JobDefinition", "JobQueue"],
            Optional =
            [
                "ArrayProperties", "ContainerOverrides", "DependsOn", "EksPropertiesOverride", "EcsPropertiesOverride", "NodeOverrides", "Parameters",
                "PropagateTags", "RetryStrategy", "SchedulingPriorityOverride", "ShareIdentifier", "Tags", "Timeout",
            ],
            IsOpen = true,
            Statements =
            [
                // A job definition is named with or without its revision, and IAM tells the two apart.
                RoleStatements.Allow("batch:SubmitJob", Arns.Here("batch", "job-queue/{JobQueue}"), Arns.Here("batch", "job-definition/{JobDefinition}"), Arns.Here("batch", "job-definition/{JobDefinition:revision}")),
                RoleStatements.Allow("batch:TagResource", Arns.Here("batch", "job/*")) with { Given = "Tags" },
                RoleStatements.Allow("batch:DescribeJobs", "*").ForJobs(),
                RoleStatements.Allow("batch:TerminateJob", Arns.Here("batch", "job/*")).ForJobs(),
                RoleStatements.ManagedRule("StepFunctionsGetEventsForBatchJobsRule"),
            ],
        },
    ];
}
