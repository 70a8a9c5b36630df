using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`mediaconvert:createJob`.</summary>
internal static class MediaConvertIntegrations
{
    public static readonly OptimizedIntegration[] All =
    [
        new("mediaconvert", "createJob", RequestResponse | Sync)
        {
            Required = ["Role", "Settings"],
            Optional =
            [
                "AccelerationSettings", "BillingTagsSource", "ClientRequestToken", "HopDestinations", "JobEngineVersion", "JobTemplate", "Priority", "Queue",
                "SimulateReservedQueue", "StatusUpdateInterval", "Tags", "UserMetadata",
            ],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("mediaconvert:CreateJob", "*"),
                RoleStatements.Allow("mediaconvert:TagResource", Arns.Here("mediaconvert", "jobs/*")) with { Given = "Tags" },
                RoleStatements.PassRole("Role", "mediaconvert.amazonaws.com"),
                RoleStatements.Allow(["mediaconvert:CancelJob", "mediaconvert:GetJob"], Arns.Here("mediaconvert", "jobs/*")).ForJobs(),
                RoleStatements.ManagedRule("StepFunctionsGetEventsForMediaConvertJobRule"),
            ],
        },
    ];
}
