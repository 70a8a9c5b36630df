using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// What a state machine may do, read off its states: each integration's action on the very resource its arguments name.
/// Logging and tracing of Step Functions have no resources to name, hence `*` there.
/// </summary>
internal static class MachinePermissions
{
    private static readonly string[] LogDelivery =
    [
        "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
    ];

    private static readonly string[] Tracing =
        ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    public static EquatableArray<Statement> Of(StateMachine machine, ReferenceResolver resolver)
    {
        var statements = new List<Statement>();
        foreach (var task in StateWalk.All(machine.Graph).OfType<TaskState>())
            statements.AddRange(StatementsOf(task, resolver));

        foreach (var grant in machine.Grants)
            statements.Add(GrantStatement.Of(grant, resolver));
        if (machine.LogLevel != StateMachineLogLevel.Off)
            statements.Add(Statement.Allow("*", LogDelivery));
        if (machine.Tracing)
            statements.Add(Statement.Allow("*", Tracing));
        return StatementMerger.Merge(statements);
    }

    private static IEnumerable<Statement> StatementsOf(TaskState task, ReferenceResolver resolver)
    {
        // The task then works with that role's rights, not with the machine's.
        if (task.CredentialsRole is { } role)
            return [Statement.Allow(resolver.Resolve(role, ReferenceForm.Arn), "sts:AssumeRole")];
        if (task.Function is { } function)
            return [Statement.Allow(resolver.Arn(function), "lambda:InvokeFunction")];
        if (resolver.FindContainer(task.Container) is { } container)
            return ContainerPermissions.OfMachine(container, resolver);
        if (task.Resource is null)
            return [];
        var resource = TaskResource.Parse(task.Resource);
        var statements = resource.Kind == TaskResourceKind.AwsSdk ? SdkCalls.StatementsOf(resource.Service, resource.Action) : OptimizedIntegrations.Find(resource.Name)?.Statements ?? [];

        // Whoever makes a call of the SDK waits for nothing but its answer, or for the token.
        var pattern = resource.Kind == TaskResourceKind.AwsSdk ? IntegrationPatterns.RequestResponse : resource.Pattern;
        return TaskStatements.Of(statements, pattern, new TaskArguments(task.Arguments, resolver));
    }
}
