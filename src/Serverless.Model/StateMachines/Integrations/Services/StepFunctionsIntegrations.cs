using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`states:startExecution`: machines that run machines.</summary>
internal static class StepFunctionsIntegrations
{
    public static readonly OptimizedIntegration[] All =
    [
        new("states", "startExecution", RequestResponse | Sync | Sync2 | Callback)
        {
            Required = ["StateMachineArn"],
            Optional = ["Input", "Name", "TraceHeader"],
            Statements =
            [
                RoleStatements.Allow("states:StartExecution", Arns.Here("states", "stateMachine:{StateMachineArn}")),
                RoleStatements.Allow(["states:DescribeExecution", "states:StopExecution"], Arns.Here("states", "execution:{StateMachineArn:name}:*")).ForJobs(),
                RoleStatements.ManagedRule("StepFunctionsGetEventsForStepFunctionsExecutionRule"),
            ],
        },
    ];
}
