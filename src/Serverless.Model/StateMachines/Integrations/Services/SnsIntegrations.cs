using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`sns:publish`.</summary>
internal static class SnsIntegrations
{
    public static readonly OptimizedIntegration[] All =
    [
        new("sns", "publish", RequestResponse | Callback)
        {
            Required = ["TopicArn|TargetArn|PhoneNumber", "Message"],
            Optional = ["MessageAttributes", "MessageDeduplicationId", "MessageGroupId", "MessageStructure", "Subject"],
            Values = [new("MessageStructure", "json")],
            Statements =
            [
                RoleStatements.Allow("sns:Publish", Arns.Here("sns", "{TopicArn}")) with { Absent = "PhoneNumber|TargetArn" },
                RoleStatements.Allow("sns:Publish", Arns.Here("sns", "{TargetArn}")) with { Given = "TargetArn" },

                // A phone number has no ARN: only `*` allows to send to one.
                RoleStatements.Allow("sns:Publish", "*") with { Given = "PhoneNumber" },
            ],
        },
    ];
}
