using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>Builds and batches of builds. All but reports are allowed on the project, of which a build's id begins with the name.</summary>
internal static class CodeBuildIntegrations
{
    private const string BuildRule = "StepFunctionsGetEventForCodeBuildStartBuildRule";
    private const string BatchRule = "StepFunctionsGetEventForCodeBuildStartBuildBatchRule";

    private static readonly string[] Overrides =
    [
        "ArtifactsOverride", "AutoRetryLimitOverride", "BuildspecOverride", "CacheOverride", "CertificateOverride", "ComputeTypeOverride", "DebugSessionEnabled",
        "EncryptionKeyOverride", "EnvironmentTypeOverride", "EnvironmentVariablesOverride", "GitCloneDepthOverride", "GitSubmodulesConfigOverride",
        "HostKernelOverride", "IdempotencyToken", "ImageOverride", "ImagePullCredentialsTypeOverride", "InsecureSslOverride", "LogsConfigOverride",
        "PrivilegedModeOverride", "QueuedTimeoutInMinutesOverride", "RegistryCredentialOverride", "ReportBuildStatusOverride", "SecondaryArtifactsOverride",
        "SecondarySourcesOverride", "SecondarySourcesVersionOverride", "ServiceRoleOverride", "SourceAuthOverride", "SourceLocationOverride",
        "SourceTypeOverride", "SourceVersion", "TimeoutInMinutesOverride", "BuildStatusConfigOverride", "FleetOverride",
    ];

    private static readonly string Project = Arns.Here("codebuild", "project/{ProjectName}");
    private static readonly string ProjectOfId = Arns.Here("codebuild", "project/{Id:project}");
    private static readonly string ProjectOfIds = Arns.Here("codebuild", "project/{Ids[]:project}");

    public static readonly OptimizedIntegration[] All =
    [
        new("codebuild", "startBuild", RequestResponse | Sync)
        {
            Required = ["ProjectName"],
            Optional = Overrides,
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("codebuild:StartBuild", Project),
                RoleStatements.PassRole("ServiceRoleOverride", "codebuild.amazonaws.com"),
                RoleStatements.Allow(["codebuild:BatchGetBuilds", "codebuild:StopBuild"], Project).ForJobs(),
                RoleStatements.ManagedRule(BuildRule),
            ],
        },
        new("codebuild", "stopBuild", RequestResponse)
        {
            Required = ["Id"],
            Statements = [RoleStatements.Allow("codebuild:StopBuild", ProjectOfId)],
        },
        new("codebuild", "batchDeleteBuilds", RequestResponse)
        {
            Required = ["Ids"],
            Statements = [RoleStatements.Allow("codebuild:BatchDeleteBuilds", ProjectOfIds)],
        },
        new("codebuild", "batchGetReports", RequestResponse)
        {
            Required = ["ReportArns"],
            Statements = [RoleStatements.Allow("codebuild:BatchGetReports", Arns.Here("codebuild", "report-group/{ReportArns[]:project}"))],
        },
        new("codebuild", "startBuildBatch", RequestResponse | Sync)
        {
            Required = ["ProjectName"],
            Optional = [.. Overrides, "BuildBatchConfigOverride", "BuildTimeoutInMinutesOverride", "ReportBuildBatchStatusOverride"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("codebuild:StartBuildBatch", Project),
                RoleStatements.PassRole("ServiceRoleOverride", "codebuild.amazonaws.com"),
                RoleStatements.Allow(["codebuild:BatchGetBuildBatches", "codebuild:StopBuildBatch"], Project).ForJobs(),
                RoleStatements.ManagedRule(BatchRule),
            ],
        },
        new("codebuild", "stopBuildBatch", RequestResponse)
        {
            Required = ["Id"],
            Statements = [RoleStatements.Allow("codebuild:StopBuildBatch", ProjectOfId)],
        },
        new("codebuild", "retryBuildBatch", RequestResponse | Sync)
        {
            Optional = ["Id", "IdempotencyToken", "RetryType"],
            Values = [new("RetryType", "RETRY_ALL_BUILDS", "RETRY_FAILED_BUILDS")],
            Statements =
            [
                RoleStatements.Allow("codebuild:RetryBuildBatch", ProjectOfId),
                RoleStatements.Allow(["codebuild:BatchGetBuildBatches", "codebuild:StopBuildBatch"], ProjectOfId).ForJobs(),
                RoleStatements.ManagedRule(BatchRule),
            ],
        },
        new("codebuild", "deleteBuildBatch", RequestResponse)
        {
            Required = ["Id"],
            Statements = [RoleStatements.Allow("codebuild:DeleteBuildBatch", ProjectOfId)],
        },
    ];
}
