namespace Serverless.Model;

/// <summary>SQS names its queues by URL, and allows calls on several messages by the action on one. Source: "Amazon SQS API permissions" of its guide.</summary>
internal static class SqsCalls
{
    private const string Service = "sqs";

    private static readonly string Queue = Arns.Here(Service, "{QueueUrl:queue}");

    public static readonly SdkCall[] All =
    [
        OnQueue("sendMessageBatch", "sqs:SendMessage", "Entries"),
        OnQueue("deleteMessageBatch", "sqs:DeleteMessage", "Entries"),
        OnQueue("changeMessageVisibilityBatch", "sqs:ChangeMessageVisibility", "Entries"),
        OnQueue("receiveMessage", "sqs:ReceiveMessage"),
        OnQueue("deleteMessage", "sqs:DeleteMessage", "ReceiptHandle"),
        OnQueue("changeMessageVisibility", "sqs:ChangeMessageVisibility", "ReceiptHandle", "VisibilityTimeout"),
        OnQueue("purgeQueue", "sqs:PurgeQueue"),
        OnQueue("deleteQueue", "sqs:DeleteQueue"),
        OnQueue("getQueueAttributes", "sqs:GetQueueAttributes"),
        OnQueue("setQueueAttributes", "sqs:SetQueueAttributes", "Attributes"),
        OnQueue("listQueueTags", "sqs:ListQueueTags"),
        OnQueue("tagQueue", "sqs:TagQueue", "Tags"),
        OnQueue("untagQueue", "sqs:UntagQueue", "TagKeys"),
        OnQueue("addPermission", "sqs:AddPermission"),
        OnQueue("removePermission", "sqs:RemovePermission"),
        OnQueue("listDeadLetterSourceQueues", "sqs:ListDeadLetterSourceQueues"),
    ];

    private static SdkCall OnQueue(string action, string iam, params string[] required) => new(Service, action, ["QueueUrl", .. required], RoleStatements.Allow(iam, Queue));
}
