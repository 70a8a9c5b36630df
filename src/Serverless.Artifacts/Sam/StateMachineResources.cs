using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// A state machine with its log group, its role, and the rules that start it or tell of its failures. The definition stands
/// in the template itself, so that one file deploys the application.
/// </summary>
internal static class StateMachineResources
{
    /// <summary>Who takes the role: a machine of this account in this region. Its own ARN can not be said, for it is made after the role.</summary>
    private const string SourceArn = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:*";

    public static void Add(TemplateBuilder template, StateMachine machine)
    {
        var id = machine.LogicalId;
        var logs = machine.LogLevel != StateMachineLogLevel.Off;
        if (logs)
            template.AddLogGroup(GeneratedIds.Logs(id), machine.LogRetentionDays, machine.Tags, vendedFor: "states");
        if (machine.Role is null)
            AddRole(template, machine);

        var document = AslRenderer.Render(machine, template.Resolver);
        var resource = template.Add(id, ResourceTypes.StateMachine, new JsonObject
        {
            { "Name", machine.Name is { } name ? new JsonString(name) : null },
            { "Type", machine.Type == WorkflowType.Express ? "EXPRESS" : "STANDARD" },
            { "Role", machine.Role is { } role ? template.Value(role, ReferenceForm.Arn) : DeployedValue.GetAtt(GeneratedIds.Role(id), "Arn").ToJson() },
            { "Definition", document.Definition },
            { "DefinitionSubstitutions", Substitutions(document) },
            { "Logging", logs ? Logging(machine) : null },
            { "Tracing", machine.Tracing ? new JsonObject { { "Enabled", true } } : null },
            { "Tags", TemplateTags.Map(template.Application, machine.Tags) },
        });
        resource.Add("DependsOn", ContainerResources.DependenciesOf(machine, template.Resolver));
        template.Outputs.Add(GeneratedIds.Arn(id), new JsonObject
        {
            { "Description", "ARN of " + (machine.Name ?? id) },
            { "Value", DeployedValue.Ref(id).ToJson() },
        });

        for (var i = 0; i < machine.S3Starts.Count; i++)
            StartRules.AddObjectRule(template, machine, machine.S3Starts[i], GeneratedIds.StartRule(id, i));
        if (machine.NotifyOnFailure is { } topic)
            FailureNotifications.AddRule(template, machine, topic);
    }

    /// <summary>The role, and beside it what the machine may do with itself, which exists after both.</summary>
    private static void AddRole(TemplateBuilder template, StateMachine machine)
    {
        var role = GeneratedIds.Role(machine.LogicalId);
        var itself = MachinePermissions.OnItself(MachinePermissions.Of(machine, template.Resolver), machine.LogicalId, out var others);
        template.AddRole(role, PolicyDocument.Trust("states.amazonaws.com", ofThisAccountOnly: true, SourceArn), others, machine.PermissionsBoundary, machine.Tags);
        if (itself.Count == 0)
            return;
        template.Add(GeneratedIds.OwnPolicy(machine.LogicalId), "AWS::IAM::Policy", new JsonObject
        {
            { "PolicyName", "Itself" },
            { "PolicyDocument", PolicyDocument.ForTemplate(itself) },
            { "Roles", new JsonArray { DeployedValue.Ref(role).ToJson() } },
        });
    }

    private static JsonObject? Substitutions(AslDocument document)
    {
        if (document.Substitutions.Count == 0)
            return null;
        var substitutions = new JsonObject();
        foreach (var entry in document.Substitutions)
            substitutions.Add(entry.Key, entry.Value.ToJson());
        return substitutions;
    }

    private static JsonObject Logging(StateMachine machine) => new()
    {
        { "Level", machine.LogLevel.ToString().ToUpperInvariant() },
        { "IncludeExecutionData", machine.LogExecutionData },
        {
            "Destinations", new JsonArray
            {
                new JsonObject { { "CloudWatchLogsLogGroup", new JsonObject { { "LogGroupArn", DeployedValue.GetAtt(GeneratedIds.Logs(machine.LogicalId), "Arn").ToJson() } } } },
            }
        },
    };
}
