using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// Tells a topic of failed, timed-out and aborted runs. That also catches what no Catch of a machine can: its own time limit.
/// A topic has one policy, so the rules of all machines that use it are allowed in one place.
/// </summary>
internal static class FailureNotifications
{
    public static void AddRule(TemplateBuilder template, StateMachine machine, AwsValue topic) =>
        template.Add(GeneratedIds.FailureRule(machine.LogicalId), "AWS::Events::Rule", new JsonObject
        {
            { "Description", "Tells of runs of " + machine.LogicalId + " that did not succeed" },
            {
                "EventPattern", new JsonObject
                {
                    { "source", new JsonArray { "aws.states" } },
                    { "detail-type", new JsonArray { "Step Functions Execution Status Change" } },
                    {
                        "detail", new JsonObject
                        {
                            { "status", new JsonArray { "FAILED", "TIMED_OUT", "ABORTED" } },
                            { "stateMachineArn", new JsonArray { DeployedValue.Ref(machine.LogicalId).ToJson() } },
                        }
                    },
                }
            },
            { "Targets", new JsonArray { new JsonObject { { "Id", "Topic" }, { "Arn", template.Value(topic, ReferenceForm.Arn) } } } },
        });

    /// <summary>Policies of the topics that are this application's own; the policy of a topic that exists elsewhere is its owner's business.</summary>
    public static void AddTopicPolicies(TemplateBuilder template)
    {
        var machines = template.Application.StateMachines.Where(machine => OwnTopic(template, machine) is not null);
        foreach (var topic in machines.GroupBy(machine => OwnTopic(template, machine)!, StringComparer.Ordinal))
        {
            var statements = new JsonArray(topic.Select(machine => new JsonObject
            {
                { "Effect", "Allow" },
                { "Principal", new JsonObject { { "Service", "events.amazonaws.com" } } },
                { "Action", "sns:Publish" },
                { "Resource", DeployedValue.Ref(topic.Key).ToJson() },
                { "Condition", new JsonObject { { "ArnEquals", new JsonObject { { "aws:SourceArn", DeployedValue.GetAtt(GeneratedIds.FailureRule(machine.LogicalId), "Arn").ToJson() } } } } },
            }));
            template.Add(GeneratedIds.TopicPolicy(topic.Key), "AWS::SNS::TopicPolicy", new JsonObject
            {
                { "PolicyDocument", PolicyDocument.Document(statements) },
                { "Topics", new JsonArray { DeployedValue.Ref(topic.Key).ToJson() } },
            });
        }
    }

    private static string? OwnTopic(TemplateBuilder template, StateMachine machine) =>
        machine.NotifyOnFailure?.ReferencedId is { } id && template.Resolver.FindType(id) == "AWS::SNS::Topic" ? id : null;
}
