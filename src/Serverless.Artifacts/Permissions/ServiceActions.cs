namespace Serverless.Artifacts;

/// <summary>
/// The IAM actions behind an operation of a service. Most operations are their own action; the others are listed, as the service
/// authorization reference has them.
/// </summary>
internal static class ServiceActions
{
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dynamodb:ExecuteStatement"] = ["dynamodb:PartiQLDelete", "dynamodb:PartiQLInsert", "dynamodb:PartiQLSelect", "dynamodb:PartiQLUpdate"],
        ["dynamodb:TransactGetItems"] = ["dynamodb:GetItem"],
        ["dynamodb:TransactWriteItems"] = ["dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
        ["lambda:Invoke"] = ["lambda:InvokeFunction"],
        ["s3:HeadBucket"] = ["s3:ListBucket"],
        ["s3:HeadObject"] = ["s3:GetObject"],
        ["s3:ListObjects"] = ["s3:ListBucket"],
        ["s3:ListObjectsV2"] = ["s3:ListBucket"],
        ["sns:PublishBatch"] = ["sns:Publish"],
        ["sqs:ChangeMessageVisibilityBatch"] = ["sqs:ChangeMessageVisibility"],
        ["sqs:DeleteMessageBatch"] = ["sqs:DeleteMessage"],
        ["sqs:SendMessageBatch"] = ["sqs:SendMessage"],
    };

    /// <param name="service">IAM prefix.</param>
    /// <param name="operation">In the service's casing.</param>
    public static string[] Of(string service, string operation)
    {
        var name = service + ":" + operation;
        return Others.TryGetValue(name, out var actions) ? actions : [name];
    }
}
