using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Resources declared in code, with the safe settings that their attributes promise.</summary>
internal static class DeclaredResources
{
    public static void Add(TemplateBuilder template, Resource resource)
    {
        switch (resource)
        {
            case TableResource table:
                TableTemplate.Add(template, table);
                break;
            case QueueResource queue:
                QueueTemplate.Add(template, queue);
                break;
            case BucketResource bucket:
                BucketTemplate.Add(template, bucket);
                break;
            case TopicResource topic:
                AddTopic(template, topic);
                break;
            case EventBusResource bus:
                AddEventBus(template, bus);
                break;
        }
    }

    /// <summary>What becomes of a resource with the stack: its own word, else the application's, else kept when it holds what cannot be made again.</summary>
    public static string Removal(TemplateBuilder template, Resource resource, bool isStateful)
    {
        var policy = resource.Removal != RemovalPolicy.Default ? resource.Removal : template.Application.Settings.Removal;
        return policy switch
        {
            RemovalPolicy.Retain => "Retain",
            RemovalPolicy.Delete => "Delete",
            _ => isStateful ? "Retain" : "Delete",
        };
    }

    private static void AddTopic(TemplateBuilder template, TopicResource topic) =>
        template.Add(topic.Id, topic.CloudFormationType, new JsonObject
        {
            { "FifoTopic", topic.Fifo ? new JsonBoolean(true) : null },
            { "Subscription", topic.Email is { } email ? new JsonArray { new JsonObject { { "Protocol", "email" }, { "Endpoint", email } } } : null },
            { "Tags", TemplateTags.List(template.Application) },
        });

    /// <summary>A bus must have a name; the stack's name in it lets stacks exist twice.</summary>
    private static void AddEventBus(TemplateBuilder template, EventBusResource bus)
    {
        template.Add(bus.Id, bus.CloudFormationType, new JsonObject
        {
            { "Name", DeployedValue.Sub("${AWS::StackName}-" + bus.Id).ToJson() },
            { "Tags", TemplateTags.List(template.Application) },
        });
        if (bus.ArchiveDays is { } days)
            template.Add(GeneratedIds.Archive(bus.Id), "AWS::Events::Archive", new JsonObject { { "SourceArn", DeployedValue.GetAtt(bus.Id, "Arn").ToJson() }, { "RetentionDays", days } });
    }
}
