namespace Serverless.Model;

/// <summary>Schedules of EventBridge Scheduler, which have a group even when nobody names one, and pass a role to what they call.</summary>
internal static class SchedulerCalls
{
    private const string Service = "scheduler";

    private static readonly string Schedule = Arns.Here(Service, "schedule/{GroupName:name=default}/{Name:name}");

    public static readonly SdkCall[] All =
    [
        new(Service, "createSchedule", ["FlexibleTimeWindow", "Name", "ScheduleExpression", "Target"], RoleStatements.Allow("scheduler:CreateSchedule", Schedule), Pass()),
        new(Service, "updateSchedule", ["FlexibleTimeWindow", "Name", "ScheduleExpression", "Target"], RoleStatements.Allow("scheduler:UpdateSchedule", Schedule), Pass()),
        new(Service, "getSchedule", ["Name"], RoleStatements.Allow("scheduler:GetSchedule", Schedule)),
        new(Service, "deleteSchedule", ["Name"], RoleStatements.Allow("scheduler:DeleteSchedule", Schedule)),
    ];

    private static RoleStatement Pass() => RoleStatements.PassRole("Target.RoleArn", "scheduler.amazonaws.com");
}
