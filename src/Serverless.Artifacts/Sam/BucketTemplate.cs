using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A bucket that nobody reads in public or without TLS.</summary>
internal static class BucketTemplate
{
    public static void Add(TemplateBuilder template, BucketResource bucket)
    {
        template.Add(
            bucket.Id,
            bucket.CloudFormationType,
            new JsonObject
            {
                { "BucketEncryption", new JsonObject { { "ServerSideEncryptionConfiguration", new JsonArray { new JsonObject { { "ServerSideEncryptionByDefault", new JsonObject { { "SSEAlgorithm", "AES256" } } } } } } } },
                {
                    "PublicAccessBlockConfiguration", new JsonObject
                    {
                        { "BlockPublicAcls", true }, { "BlockPublicPolicy", true }, { "IgnorePublicAcls", true }, { "RestrictPublicBuckets", true },
                    }
                },
                { "VersioningConfiguration", bucket.Versioned ? new JsonObject { { "Status", "Enabled" } } : null },
                { "LifecycleConfiguration", Lifecycle(bucket) },
                {
                    "NotificationConfiguration", bucket.EventBridge || StartsMachine(template.Application, bucket)
                        ? new JsonObject { { "EventBridgeConfiguration", new JsonObject { { "EventBridgeEnabled", true } } } }
                        : null
                },
                { "Tags", TemplateTags.List(template.Application) },
            },
            DeclaredResources.Removal(template, bucket, isStateful: true));
        AddPolicy(template, bucket);
    }

    /// <summary>In a versioned bucket expiry only adds a marker: the versions behind it have to go, too.</summary>
    private static JsonObject? Lifecycle(BucketResource bucket) => bucket.ExpirationDays is not { } days ? null : new JsonObject
    {
        {
            "Rules", new JsonArray
            {
                new JsonObject
                {
                    { "Id", "Expire" },
                    { "Status", "Enabled" },
                    { "ExpirationInDays", days },
                    { "NoncurrentVersionExpiration", bucket.Versioned ? new JsonObject { { "NoncurrentDays", days } } : null },
                },
            }
        },
    };

    private static void AddPolicy(TemplateBuilder template, BucketResource bucket)
    {
        var arn = DeployedValue.GetAtt(bucket.Id, "Arn");
        var statement = new JsonObject
        {
            { "Sid", "TlsOnly" },
            { "Effect", "Deny" },
            { "Principal", "*" },
            { "Action", "s3:*" },
            { "Resource", new JsonArray { arn.ToJson(), arn.Append("/*").ToJson() } },
            { "Condition", new JsonObject { { "Bool", new JsonObject { { "aws:SecureTransport", "false" } } } } },
        };
        template.Add(GeneratedIds.BucketPolicy(bucket.Id), "AWS::S3::BucketPolicy", new JsonObject
        {
            { "Bucket", DeployedValue.Ref(bucket.Id).ToJson() },
            { "PolicyDocument", PolicyDocument.Document(new JsonArray { statement }) },
        });
    }

    private static bool StartsMachine(Application application, BucketResource bucket) =>
        application.StateMachines.Any(machine => machine.S3Starts.Any(start => start.Bucket.ReferencedId == bucket.Id));
}
