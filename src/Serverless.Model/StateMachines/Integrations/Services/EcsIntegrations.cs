using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`ecs:runTask`, on EC2 and on Fargate.</summary>
internal static class EcsIntegrations
{
    private const string Service = "ecs-tasks.amazonaws.com";

    public static readonly OptimizedIntegration[] All =
    [
        new("ecs", "runTask", RequestResponse | Sync | Callback)
        {
            Required = ["TaskDefinition"],
            Optional =
            [
                "CapacityProviderStrategy", "ClientToken", "Cluster", "Count", "EnableECSManagedTags", "EnableExecuteCommand", "Group", "LaunchType",
                "NetworkConfiguration", "Overrides", "PlacementConstraints", "PlacementStrategy", "PlatformVersion", "PropagateTags", "ReferenceId",
                "StartedBy", "Tags", "VolumeConfigurations",
            ],
            IsOpen = true,
            Values = [new("LaunchType", "EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES")],
            Statements =
            [
                RoleStatements.Allow("ecs:RunTask", Arns.Here("ecs", "task-definition/{TaskDefinition:revision}")),

                // The roles stand in the task definition, whose ARN does not tell them; that the service may only hand them to tasks narrows the rest.
                RoleStatements.PassRole("Overrides.TaskRoleArn", Service),
                RoleStatements.PassRole("Overrides.ExecutionRoleArn", Service),
                new(["iam:PassRole"], [Arns.Global("iam", "role/*")]) { Conditions = [RoleStatements.PassedTo(Service)], RolesOf = "TaskDefinition" },

                // Tasks have no names before they run.
                RoleStatements.Allow(["ecs:DescribeTasks", "ecs:StopTask"], Arns.Here("ecs", "task/{Cluster:name=default}/*")).ForJobs(),
                RoleStatements.Allow("ecs:TagResource", Arns.Here("ecs", "task/{Cluster:name=default}/*")) with { Given = "Tags|PropagateTags" },
                RoleStatements.ManagedRule("StepFunctionsGetEventsForECSTaskRule"),
            ],
        },
    ];
}
