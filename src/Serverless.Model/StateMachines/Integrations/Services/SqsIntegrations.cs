using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`sqs:sendMessage`.</summary>
internal static class SqsIntegrations
{
    public static readonly OptimizedIntegration[] All =
    [
        new("sqs", "sendMessage", RequestResponse | Callback)
        {
            Required = ["QueueUrl", "MessageBody"],
            Optional = ["DelaySeconds", "MessageAttributes", "MessageDeduplicationId", "MessageGroupId", "MessageSystemAttributes"],
            Statements = [RoleStatements.Allow("sqs:SendMessage", Arns.Here("sqs", "{QueueUrl:queue}"))],
        },
    ];
}
