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
        foreach (var state in StateWalk.All(machine.Graph))
        {
            if (state is TaskState task)
                statements.AddRange(StatementsOf(task, resolver));
            else if (state is MapState { Distributed: { } map })
                statements.AddRange(StatementsOf(map, machine, resolver));
        }

        foreach (var grant in machine.Grants)
            statements.Add(GrantStatement.Of(grant, resolver));
        if (machine.LogLevel != StateMachineLogLevel.Off)
            statements.Add(Statement.Allow("*", LogDelivery));
        if (machine.Tracing)
            statements.Add(Statement.Allow("*", Tracing));
        return StatementMerger.Merge(statements);
    }

    /// <summary>
    /// The part of the statements that names the machine itself. It can not stand in the role: the machine needs the role first, and the
    /// role would need the machine.
    /// </summary>
    /// <param name="statements">All of the machine's.</param>
    /// <param name="machine">Its logical id.</param>
    /// <param name="others">What names anything else.</param>
    public static EquatableArray<Statement> OnItself(EquatableArray<Statement> statements, string machine, out EquatableArray<Statement> others)
    {
        others = Part(statements, value => !RefersTo(value, machine));
        return Part(statements, value => RefersTo(value, machine));
    }

    private static EquatableArray<Statement> Part(EquatableArray<Statement> statements, Func<DeployedValue, bool> belongs) => statements
        .Select(statement => statement with { Resources = statement.Resources.Where(belongs).ToEquatableArray() })
        .Where(static statement => statement.Resources.Count > 0).ToEquatableArray();

    private static bool RefersTo(DeployedValue value, string id)
    {
        var pattern = value.ToPattern();
        return value.Kind != DeployedValueKind.Text && (pattern.Contains("${" + id + "}") || pattern.Contains("${" + id + "."));
    }

    /// <summary>A distributed Map starts its machine again for each child, watches the children and runs them again when it is redriven.</summary>
    private static IEnumerable<Statement> StatementsOf(DistributedMap map, StateMachine machine, ReferenceResolver resolver)
    {
        yield return Statement.Allow(resolver.Arn(machine.LogicalId), "states:StartExecution");
        var executions = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${" + machine.LogicalId + ".Name}";
        var children = DeployedValue.Sub(executions + "/" + (map.Label ?? "*") + ":*");
        yield return new Statement(true, EquatableArray.Of("states:DescribeExecution", "states:StopExecution"), EquatableArray.Of(DeployedValue.Sub(executions + ":*"), children));
        yield return Statement.Allow(children, "states:RedriveExecution");

        var statements = map.Reader is { } reader ? TaskStatements.Of(DistributedMapStatements.Of(reader), IntegrationPatterns.RequestResponse, new TaskArguments(reader.Location, resolver)) : [];
        if (map.Writer?.Location is { } location)
            statements = statements.Concat(TaskStatements.Of(DistributedMapStatements.Write, IntegrationPatterns.RequestResponse, new TaskArguments(location, resolver)));
        foreach (var statement in statements)
            yield return statement;
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
