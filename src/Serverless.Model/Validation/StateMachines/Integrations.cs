namespace Serverless.Model.Validation.StateMachines;

/// <summary>An action that Step Functions calls for a Task.</summary>
/// <param name="Action">`dynamodb:putItem`.</param>
/// <param name="Patterns">Suffixes it has besides none: `.sync`, `.sync:2`, `.waitForTaskToken`.</param>
/// <param name="Required">Parameters, alternatives separated by `|`.</param>
/// <param name="Optional">Further parameters of the actions that this version emits.</param>
internal sealed record Integration(string Action, string[] Patterns, string[] Required, string[] Optional)
{
    /// <summary>True when templates and roles of this version know it.</summary>
    public bool IsEmitted => Optional.Length > 0;
}

/// <summary>The optimised integrations: which exist, with which patterns, and what they require.</summary>
internal static class Integrations
{
    private const string Sync = ".sync";
    private const string Sync2 = ".sync:2";
    private const string Callback = ".waitForTaskToken";

    private static readonly Dictionary<string, Integration> ByAction = new[]
    {
        Of("lambda:invoke", [Callback], ["FunctionName"], ["Payload", "Qualifier", "InvocationType", "ClientContext", "LogType"]),
        Of("dynamodb:putItem", [], ["TableName", "Item"], [
            "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValues", "ReturnConsumedCapacity",
            "ReturnItemCollectionMetrics", "ReturnValuesOnConditionCheckFailure", "Expected", "ConditionalOperator"]),
        Of("sns:publish", [Callback], ["TopicArn|TargetArn|PhoneNumber", "Message"], ["Subject", "MessageAttributes", "MessageStructure", "MessageDeduplicationId", "MessageGroupId"]),
        Of("dynamodb:getItem", [], ["TableName", "Key"]),
        Of("dynamodb:updateItem", [], ["TableName", "Key"]),
        Of("dynamodb:deleteItem", [], ["TableName", "Key"]),
        Of("sqs:sendMessage", [Callback], ["QueueUrl", "MessageBody"]),
        Of("batch:submitJob", [Sync], ["JobName", "JobDefinition", "JobQueue"]),
        Of("ecs:runTask", [Sync, Callback], ["TaskDefinition"]),
        Of("eks:createCluster", [Sync, Callback], []),
        Of("eks:deleteCluster", [Sync, Callback], []),
        Of("eks:createNodegroup", [Sync, Callback], []),
        Of("eks:deleteNodegroup", [Sync, Callback], []),
        Of("eks:createFargateProfile", [Sync, Callback], []),
        Of("eks:deleteFargateProfile", [Sync, Callback], []),
        Of("eks:runJob", [Sync, Callback], []),
        Of("eks:call", [Callback], []),
        Of("glue:startJobRun", [Sync], ["JobName"]),
        Of("elasticmapreduce:createCluster", [Sync], []),
        Of("elasticmapreduce:terminateCluster", [Sync], []),
        Of("elasticmapreduce:addStep", [Sync], []),
        Of("elasticmapreduce:cancelStep", [], []),
        Of("elasticmapreduce:setClusterTerminationProtection", [], []),
        Of("elasticmapreduce:modifyInstanceFleetByName", [], []),
        Of("elasticmapreduce:modifyInstanceGroupByName", [], []),
        Of("states:startExecution", [Sync, Sync2, Callback], ["StateMachineArn"]),
        Of("events:putEvents", [Callback], ["Entries"]),
        Of("apigateway:invoke", [Callback], ["ApiEndpoint", "Method"]),
        Of("http:invoke", [], ["ApiEndpoint", "Method"]),
    }.ToDictionary(static i => i.Action, StringComparer.Ordinal);

    /// <summary>Services whose actions are not listed one by one.</summary>
    private static readonly HashSet<string> OtherServices = new(StringComparer.Ordinal)
    {
        "emr-containers", "emr-serverless", "athena", "sagemaker", "codebuild", "bedrock", "databrew", "mediaconvert",
    };

    public static IEnumerable<string> Actions => ByAction.Keys;

    public static Integration? Find(string action) => ByAction.TryGetValue(action, out var found) ? found : null;

    public static bool IsOtherService(string service) => OtherServices.Contains(service);

    private static Integration Of(string action, string[] patterns, string[] required, string[]? optional = null) => new(action, patterns, required, optional ?? []);
}
