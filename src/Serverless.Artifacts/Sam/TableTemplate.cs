using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A table: on demand, encrypted, recoverable to any second of the last 35 days, kept when the stack goes.</summary>
internal static class TableTemplate
{
    public static void Add(TemplateBuilder template, TableResource table) =>
        template.Add(
            table.Id,
            table.CloudFormationType,
            new JsonObject
            {
                { "BillingMode", "PAY_PER_REQUEST" },
                { "AttributeDefinitions", Attributes(table) },
                { "KeySchema", Keys(table.PartitionKey, table.SortKey) },
                { "GlobalSecondaryIndexes", Indexes(table) },
                { "TimeToLiveSpecification", table.TimeToLive is { } attribute ? new JsonObject { { "AttributeName", attribute }, { "Enabled", true } } : null },
                { "StreamSpecification", table.Stream ? new JsonObject { { "StreamViewType", "NEW_AND_OLD_IMAGES" } } : null },
                { "PointInTimeRecoverySpecification", new JsonObject { { "PointInTimeRecoveryEnabled", true } } },
                { "SSESpecification", new JsonObject { { "SSEEnabled", true } } },
                { "Tags", TemplateTags.List(template.Application) },
            },
            DeclaredResources.Removal(template, table, isStateful: true));

    /// <summary>Exactly the attributes that are keys somewhere: CloudFormation refuses any other.</summary>
    private static JsonArray Attributes(TableResource table)
    {
        var keys = new List<TableKey> { table.PartitionKey };
        if (table.SortKey is { } sort)
            keys.Add(sort);
        foreach (var index in table.Indexes)
        {
            keys.Add(index.PartitionKey);
            if (index.SortKey is { } indexSort)
                keys.Add(indexSort);
        }

        var attributes = new JsonArray();
        foreach (var key in keys.GroupBy(static key => key.Name, StringComparer.Ordinal).Select(static same => same.First()))
            attributes.Add(new JsonObject { { "AttributeName", key.Name }, { "AttributeType", TypeOf(key.Kind) } });
        return attributes;
    }

    private static JsonArray Keys(TableKey partition, TableKey? sort)
    {
        var keys = new JsonArray { new JsonObject { { "AttributeName", partition.Name }, { "KeyType", "HASH" } } };
        if (sort is not null)
            keys.Add(new JsonObject { { "AttributeName", sort.Name }, { "KeyType", "RANGE" } });
        return keys;
    }

    private static JsonArray? Indexes(TableResource table) => table.Indexes.Count == 0 ? null : new JsonArray(table.Indexes.Select(static index => new JsonObject
    {
        { "IndexName", index.Name },
        { "KeySchema", Keys(index.PartitionKey, index.SortKey) },
        { "Projection", new JsonObject { { "ProjectionType", "ALL" } } },
    }));

    private static string TypeOf(KeyKind kind) => kind switch
    {
        KeyKind.Number => "N",
        KeyKind.Binary => "B",
        _ => "S",
    };
}
