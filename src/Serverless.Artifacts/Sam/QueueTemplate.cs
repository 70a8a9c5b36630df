using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A queue, encrypted, with a dead-letter queue of its own kind when messages may fail.</summary>
internal static class QueueTemplate
{
    private const int SecondsPerDay = 86_400;
    private const int LongestRetention = 14 * SecondsPerDay;

    public static void Add(TemplateBuilder template, QueueResource queue)
    {
        var hasDeadLetters = queue.MaxReceiveCount is not null;
        var removal = DeclaredResources.Removal(template, queue, isStateful: hasDeadLetters);
        var deadLetters = GeneratedIds.DeadLetterQueue(queue.Id);

        // What has failed is kept as long as the service allows: someone has to find time to look.
        if (hasDeadLetters)
            template.Add(deadLetters, queue.CloudFormationType, Properties(template, queue, LongestRetention), removal);

        var properties = Properties(template, queue, queue.RetentionDays * SecondsPerDay);
        properties.Add("VisibilityTimeout", queue.VisibilityTimeout is { } seconds ? new JsonNumber(seconds) : null);
        properties.Add("RedrivePolicy", queue.MaxReceiveCount is { } count
            ? new JsonObject { { "deadLetterTargetArn", DeployedValue.GetAtt(deadLetters, "Arn").ToJson() }, { "maxReceiveCount", count } }
            : null);
        template.Add(queue.Id, queue.CloudFormationType, properties, removal);
    }

    private static JsonObject Properties(TemplateBuilder template, QueueResource queue, int retention) => new()
    {
        { "FifoQueue", queue.Fifo ? new JsonBoolean(true) : null },
        { "MessageRetentionPeriod", retention },
        { "SqsManagedSseEnabled", true },
        { "Tags", TemplateTags.List(template.Application) },
    };
}
