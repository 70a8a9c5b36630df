using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>EMR Serverless: applications and jobs in them.</summary>
internal static class EmrServerlessIntegrations
{
    private const string Service = "emr-serverless";
    private const string ApplicationRule = "StepFunctionsGetEventsForEMRServerlessApplicationRule";
    private const string JobRule = "StepFunctionsGetEventsForEMRServerlessJobRule";

    private static readonly string Any = Arns.Here(Service, "/applications/*");
    private static readonly string Application = Arns.Here(Service, "/applications/{ApplicationId}");

    public static readonly OptimizedIntegration[] All =
    [
        new(Service, "createApplication", RequestResponse | Sync)
        {
            Required = ["ReleaseLabel", "Type"],
            Optional =
            [
                "Architecture", "AutoStartConfiguration", "AutoStopConfiguration", "ClientToken", "IdentityCenterConfiguration", "ImageConfiguration", "InitialCapacity",
                "InteractiveConfiguration", "MaximumCapacity", "MonitoringConfiguration", "Name", "NetworkConfiguration", "RuntimeConfiguration", "SchedulerConfiguration",
                "Tags", "WorkerTypeSpecifications",
            ],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("emr-serverless:CreateApplication", Arns.Here(Service, "/*")),
                RoleStatements.Allow("emr-serverless:TagResource", Any) with { Given = "Tags" },

                // The first application of an account makes the service's own role.
                new(["iam:CreateServiceLinkedRole"], [Arns.Global("iam", "role/aws-service-role/ops.emr-serverless.amazonaws.com/AWSServiceRoleForAmazonEMRServerless*")])
                {
                    Conditions = [new("StringLike", "iam:AWSServiceName", "ops.emr-serverless.amazonaws.com")],
                },
                RoleStatements.Allow(["emr-serverless:DeleteApplication", "emr-serverless:GetApplication"], Any).ForJobs(),
                RoleStatements.ManagedRule(ApplicationRule),
            ],
        },
        new(Service, "startApplication", RequestResponse | Sync)
        {
            Required = ["ApplicationId"],
            Statements =
            [
                RoleStatements.Allow("emr-serverless:StartApplication", Application),
                RoleStatements.Allow(["emr-serverless:GetApplication", "emr-serverless:StopApplication"], Application).ForJobs(),
                RoleStatements.ManagedRule(ApplicationRule),
            ],
        },
        new(Service, "stopApplication", RequestResponse | Sync)
        {
            Required = ["ApplicationId"],
            Statements =
            [
                RoleStatements.Allow("emr-serverless:StopApplication", Application),
                RoleStatements.Allow("emr-serverless:GetApplication", Application).ForJobs(),
                RoleStatements.ManagedRule(ApplicationRule),
            ],
        },
        new(Service, "deleteApplication", RequestResponse | Sync)
        {
            Required = ["ApplicationId"],
            Statements =
            [
                RoleStatements.Allow("emr-serverless:DeleteApplication", Application),
                RoleStatements.Allow("emr-serverless:GetApplication", Application).ForJobs(),
                RoleStatements.ManagedRule(ApplicationRule),
            ],
        },
        new(Service, "startJobRun", RequestResponse | Sync)
        {
            Required = ["ApplicationId", "ExecutionRoleArn"],
            Optional = ["ClientToken", "ConfigurationOverrides", "ExecutionIamPolicy", "ExecutionTimeoutMinutes", "JobDriver", "Mode", "Name", "RetryPolicy", "Tags"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("emr-serverless:StartJobRun", Application),
                RoleStatements.PassRole("ExecutionRoleArn", "emr-serverless.amazonaws.com"),
                RoleStatements.Allow("emr-serverless:TagResource", Arns.Here(Service, "/applications/{ApplicationId}/jobruns/*")) with { Given = "Tags" },
                RoleStatements.Allow(["emr-serverless:CancelJobRun", "emr-serverless:GetJobRun"], Arns.Here(Service, "/applications/{ApplicationId}/jobruns/*")).ForJobs(),
                RoleStatements.ManagedRule(JobRule),
            ],
        },
        new(Service, "cancelJobRun", RequestResponse | Sync)
        {
            Required = ["ApplicationId", "JobRunId"],
            Optional = ["ShutdownGracePeriodInSeconds"],
            Statements =
            [
                RoleStatements.Allow("emr-serverless:CancelJobRun", Arns.Here(Service, "/applications/{ApplicationId:name}/jobruns/{JobRunId:name}")),
                RoleStatements.Allow("emr-serverless:GetJobRun", Arns.Here(Service, "/applications/{ApplicationId:name}/jobruns/{JobRunId:name}")).ForJobs(),
                RoleStatements.ManagedRule(JobRule),
            ],
        },
    ];
}
