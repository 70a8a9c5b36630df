using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A resource declared in code as data: its type, and what was said about it in the words of its attribute.</summary>
internal static class ResourceData
{
    public static JsonObject Of(Resource resource)
    {
        var data = new JsonObject { { "id", resource.Id }, { "type", resource.CloudFormationType } };
        switch (resource)
        {
            case TableResource table:
                data.Add("partitionKey", Key(table.PartitionKey));
                data.Add("sortKey", table.SortKey is { } sort ? Key(sort) : null);
                data.Add("indexes", table.Indexes.Count == 0 ? null : new JsonArray(table.Indexes.Select(static index => new JsonObject
                {
                    { "name", index.Name }, { "partitionKey", Key(index.PartitionKey) }, { "sortKey", index.SortKey is { } key ? Key(key) : null },
                })));
                data.Add("timeToLive", table.TimeToLive is { } attribute ? new JsonString(attribute) : null);
                data.Add("stream", table.Stream);
                break;
            case QueueResource queue:
                data.Add("fifo", queue.Fifo);
                data.Add("visibilityTimeout", Number(queue.VisibilityTimeout));
                data.Add("retentionDays", queue.RetentionDays);
                data.Add("maxReceiveCount", Number(queue.MaxReceiveCount));
                break;
            case TopicResource topic:
                data.Add("fifo", topic.Fifo);
                data.Add("email", topic.Email is { } email ? new JsonString(email) : null);
                break;
            case BucketResource bucket:
                data.Add("eventBridge", bucket.EventBridge);
                data.Add("expirationDays", Number(bucket.ExpirationDays));
                data.Add("versioned", bucket.Versioned);
                break;
            case EventBusResource bus:
                data.Add("archiveDays", Number(bus.ArchiveDays));
                break;
        }

        return data;
    }

    private static JsonObject Key(TableKey key) => new() { { "name", key.Name }, { "type", key.Kind.ToString().ToLowerInvariant() } };

    private static JsonNumber? Number(int? number) => number is { } value ? new JsonNumber(value) : null;
}
