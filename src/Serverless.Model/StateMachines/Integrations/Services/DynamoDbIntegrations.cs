using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>The four calls on one item. All others go through the SDK.</summary>
internal static class DynamoDbIntegrations
{
    private static readonly string[] Writes =
    [
        "ConditionExpression", "ConditionalOperator", "Expected", "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnConsumedCapacity",
        "ReturnItemCollectionMetrics", "ReturnValues", "ReturnValuesOnConditionCheckFailure",
    ];

    public static readonly OptimizedIntegration[] All =
    [
        Of("getItem", "dynamodb:GetItem", "Key", ["AttributesToGet", "ConsistentRead", "ExpressionAttributeNames", "ProjectionExpression", "ReturnConsumedCapacity"]),
        Of("putItem", "dynamodb:PutItem", "Item", Writes, new ArgumentValues("ReturnValues", "NONE", "ALL_OLD")),
        Of("updateItem", "dynamodb:UpdateItem", "Key", [.. Writes, "AttributeUpdates", "UpdateExpression"], new ArgumentValues("ReturnValues", "NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW")),
        Of("deleteItem", "dynamodb:DeleteItem", "Key", Writes, new ArgumentValues("ReturnValues", "NONE", "ALL_OLD")),
    ];

    private static OptimizedIntegration Of(string action, string iam, string subject, string[] optional, params ArgumentValues[] values) =>
        new("dynamodb", action, RequestResponse)
        {
            Required = ["TableName", subject],
            Optional = optional,
            Values = [.. values, new("ReturnConsumedCapacity", "INDEXES", "TOTAL", "NONE")],
            Statements = [RoleStatements.Allow(iam, Arns.Here("dynamodb", "table/{TableName}"))],
        };
}
