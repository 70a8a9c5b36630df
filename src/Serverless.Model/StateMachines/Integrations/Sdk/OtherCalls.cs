namespace Serverless.Model;

/// <summary>Single calls of several services whose permission has another name, or another resource, than the call.</summary>
internal static class OtherCalls
{
    public static readonly SdkCall[] All =
    [
        // "Actions, resources, and condition keys for Amazon API Gateway Management V2": every connection call is one action.
        Connection("postToConnection", "POST", "ConnectionId", "Data"),
        Connection("getConnection", "GET", "ConnectionId"),
        Connection("deleteConnection", "DELETE", "ConnectionId"),

        // "Amazon SNS API permissions": a batch is allowed by the action on one message.
        new("sns", "publishBatch", ["PublishBatchRequestEntries", "TopicArn"], RoleStatements.Allow("sns:Publish", Arns.Here("sns", "{TopicArn}"))),

        // A role is assumed, and not passed.
        new("sts", "assumeRole", ["RoleArn", "RoleSessionName"], RoleStatements.Allow("sts:AssumeRole", Arns.Role("RoleArn"))),
        new("sts", "getCallerIdentity", [], RoleStatements.Allow("sts:GetCallerIdentity", "*")),

        // The result of a task belongs to the machine that waits, which the token names and the call does not.
        Answer("sendTaskSuccess", "states:SendTaskSuccess", "Output", "TaskToken"),
        Answer("sendTaskFailure", "states:SendTaskFailure", "TaskToken"),
        Answer("sendTaskHeartbeat", "states:SendTaskHeartbeat", "TaskToken"),
        new("sfn", "startSyncExecution", ["StateMachineArn"], RoleStatements.Allow("states:StartSyncExecution", Arns.Here("states", "stateMachine:{StateMachineArn}"))),

        // "Bedrock API reference": the Converse calls are allowed by InvokeModel.
        new("bedrockruntime", "converse", ["ModelId"], Model()),
        new("bedrockruntime", "invokeModel", ["ModelId"], Model()),
    ];

    private static SdkCall Connection(string action, string method, params string[] required) => new(
        "apigatewaymanagementapi", action, required,
        RoleStatements.Allow("execute-api:ManageConnections", Arns.Here("execute-api", "*/*/" + method + "/@connections/*")));

    private static SdkCall Answer(string action, string iam, params string[] required) => new("sfn", action, required, RoleStatements.Allow(iam, "*"));

    private static RoleStatement Model() => RoleStatements.Allow(
        "bedrock:InvokeModel",
        "arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/{ModelId:model}",
        Arns.Here("bedrock", "inference-profile/{ModelId:profile}"),
        "arn:${AWS::Partition}:bedrock:*::foundation-model/{ModelId:profilemodel}");
}
