namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// Simple names of every attribute that makes a declaration ours, so that source can be searched without binding.
/// A name that is not here is never read; a name of someone else's attribute costs one binding.
/// </summary>
internal static class AttributeNames
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "ServerlessApplication", "ResourceTag", "TemplateParameter", "TemplateOutput", "EnvironmentVariable",
        "TableResource", "QueueResource", "TopicResource", "BucketResource", "EventBusResource",
        "ServerlessFunction", "FunctionDefaults", "LambdaUrl", "Allow", "Deny", "ManagedPolicy",
        "HttpRoute", "WebSocketRoute", "MapException", "UseFilter", "ServerlessStartup", "LambdaStartup",
        "ServerlessHttpApi", "ServerlessRestApi", "ServerlessWebSocketApi",
        "JwtAuthorizer", "CognitoAuthorizer", "LambdaAuthorizer", "UsagePlan", "StageVariable",
        "HttpProxy", "ServiceRoute", "MockRoute",
        "SqsTrigger", "SnsTrigger", "S3Trigger", "DynamoDbStreamTrigger", "KinesisTrigger", "KafkaTrigger", "MqTrigger",
        "DocumentDbTrigger", "ScheduleTrigger", "EventBridgeTrigger", "CloudWatchLogsTrigger", "CognitoTrigger", "IotTrigger", "AlbTrigger",
        "ServerlessHandler", "NotServerlessHandler",
        "StateMachine", "TaskState", "Retry", "Catch", "CatchAll",
        "FargateService", "FargateTask",
    };

    /// <summary>With or without the suffix `Attribute`.</summary>
    public static bool MayBeOurs(string name) =>
        All.Contains(name) || (name.EndsWith("Attribute", StringComparison.Ordinal) && All.Contains(name.Substring(0, name.Length - "Attribute".Length)));
}
