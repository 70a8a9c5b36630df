namespace Serverless.Model;

/// <summary>Statements that many integrations share.</summary>
internal static class RoleStatements
{
    /// <summary>Actions on resources.</summary>
    public static RoleStatement Allow(string action, params string[] resources) => new([action], resources);

    public static RoleStatement Allow(string[] actions, params string[] resources) => new(actions, resources);

    /// <summary>
    /// The rule that tells Step Functions of a job's end. The service makes it in the account, with the right of the machine's role; a
    /// machine without the right cannot even be created.
    /// </summary>
    public static RoleStatement ManagedRule(string name) =>
        new(["events:DescribeRule", "events:PutRule", "events:PutTargets"], [Arns.Here("events", "rule/" + name)]) { On = IntegrationPatterns.Job };

    /// <summary>The right to give a role to a service. Without it the call fails although the action itself is allowed.</summary>
    /// <param name="argument">The argument that names the role.</param>
    /// <param name="service">`glue.amazonaws.com`.</param>
    public static RoleStatement PassRole(string argument, string service) =>
        new(["iam:PassRole"], [Arns.Role(argument)]) { Given = argument, Conditions = [PassedTo(service)] };

    public static RoleCondition PassedTo(string service) => new("StringEquals", "iam:PassedToService", service);

    public static RoleStatement ForJobs(this RoleStatement statement) => statement with { On = IntegrationPatterns.Job };
}
