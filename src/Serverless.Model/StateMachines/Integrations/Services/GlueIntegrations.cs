using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`glue:startJobRun`. Step Functions asks for the state of a run itself.</summary>
internal static class GlueIntegrations
{
    private static readonly string Job = Arns.Here("glue", "job/{JobName}");

    public static readonly OptimizedIntegration[] All =
    [
        new("glue", "startJobRun", RequestResponse | Sync)
        {
            Required = ["JobName"],
            Optional = ["AllocatedCapacity", "Arguments", "ExecutionClass", "ExecutionRoleSessionPolicy", "JobRunId", "JobRunQueuingEnabled", "MaxCapacity", "NotificationProperty", "NumberOfWorkers", "SecurityConfiguration", "Timeout", "WorkerType"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("glue:StartJobRun", Job),
                RoleStatements.Allow(["glue:BatchStopJobRun", "glue:GetJobRun", "glue:GetJobRuns"], Job).ForJobs(),
            ],
        },
    ];
}
