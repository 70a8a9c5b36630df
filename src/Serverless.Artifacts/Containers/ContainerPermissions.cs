using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>Who may do what for a container: the method itself, Fargate that starts it, the machine that asks for it.</summary>
internal static class ContainerPermissions
{
    private static readonly string[] Answers = ["states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess"];

    /// <summary>The task role: the grants of the method, and the answers to the state. IAM knows no resource for those: the token is what is checked.</summary>
    public static EquatableArray<Statement> OfTask(ContainerTask task, ReferenceResolver resolver)
    {
        var statements = task.Grants.Where(static grant => grant.Target == GrantTarget.Functions).Select(grant => GrantStatement.Of(grant, resolver)).ToList();
        if (!task.Settings.IsEks)
            statements.Add(Statement.Allow("*", Answers));
        return StatementMerger.Merge(statements);
    }

    /// <summary>The execution role: this image and this log.</summary>
    public static EquatableArray<Statement> OfExecution(string id, ContainerSettings settings, ReferenceResolver resolver)
    {
        var statements = new List<Statement>();
        if (ContainerImage.Repository(settings, resolver) is { } repository)
        {
            statements.Add(Statement.Allow("*", "ecr:GetAuthorizationToken"));
            statements.Add(Statement.Allow(repository, "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"));
        }

        if (!settings.IsEks)
            statements.Add(Statement.Allow(DeployedValue.GetAtt(GeneratedIds.Logs(id), "Arn"), "logs:CreateLogStream", "logs:PutLogEvents"));
        return StatementMerger.Merge(statements);
    }

    /// <summary>
    /// What the machine needs to start it: every revision of the family, in its cluster only, and the right to hand over its two roles
    /// to ECS and nobody else. In Kubernetes the cluster itself decides.
    /// </summary>
    public static IEnumerable<Statement> OfMachine(ContainerTask task, ReferenceResolver resolver)
    {
        if (task.Settings.IsEks)
            yield break;
        var definitions = DeployedValue.Sub("arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/" + ContainerIds.Family(task.LogicalId).Text + ":*");
        var cluster = ContainerNetwork.ClusterArn(task.Settings, resolver).ToPattern();
        yield return Statement.Allow(definitions, "ecs:RunTask") with { Condition = $$"""{ "ArnEquals": { "ecs:cluster": "{{cluster}}" } }""" };
        var roles = EquatableArray.Of(TaskRole(task, resolver), DeployedValue.GetAtt(ContainerIds.ExecutionRole(task.LogicalId), "Arn"));
        yield return new Statement(true, EquatableArray.Of("iam:PassRole"), roles, """{ "StringEquals": { "iam:PassedToService": "ecs-tasks.amazonaws.com" } }""");
    }

    public static DeployedValue TaskRole(ContainerTask task, ReferenceResolver resolver) =>
        task.Settings.Role is { } role ? resolver.Resolve(role, ReferenceForm.Arn) : DeployedValue.GetAtt(GeneratedIds.Role(task.LogicalId), "Arn");
}
