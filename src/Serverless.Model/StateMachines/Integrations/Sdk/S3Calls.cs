namespace Serverless.Model;

/// <summary>S3 names many operations otherwise than their permissions. Source: "Required permissions for Amazon S3 API operations" of its guide.</summary>
internal static class S3Calls
{
    private const string Service = "s3";

    private static readonly string Bucket = Arns.Public(Service, "{Bucket}");
    private static readonly string Object = Arns.Public(Service, "{Bucket}/{Key:path}");
    private static readonly string Objects = Arns.Public(Service, "{Bucket}/*");

    public static readonly SdkCall[] All =
    [
        OnObject("abortMultipartUpload", "s3:AbortMultipartUpload"),
        OnObject("completeMultipartUpload", "s3:PutObject"),
        OnObject("createMultipartUpload", "s3:PutObject"),
        new(Service, "copyObject", ["Bucket", "CopySource", "Key"], Source(), RoleStatements.Allow("s3:PutObject", Object)),
        Versioned("deleteObject", "s3:DeleteObject", "s3:DeleteObjectVersion"),
        new(Service, "deleteObjects", ["Bucket", "Delete"], RoleStatements.Allow("s3:DeleteObject", Objects)),
        Versioned("deleteObjectTagging", "s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging"),
        Versioned("getObject", "s3:GetObject", "s3:GetObjectVersion"),
        Versioned("getObjectAcl", "s3:GetObjectAcl", "s3:GetObjectVersionAcl"),
        new(
            Service, "getObjectAttributes", ["Bucket", "Key", "ObjectAttributes"],
            RoleStatements.Allow(["s3:GetObject", "s3:GetObjectAttributes"], Object) with { Absent = "VersionId" },
            RoleStatements.Allow(["s3:GetObjectVersion", "s3:GetObjectVersionAttributes"], Object) with { Given = "VersionId" }),
        OnObject("getObjectLegalHold", "s3:GetObjectLegalHold"),
        OnObject("getObjectRetention", "s3:GetObjectRetention"),
        Versioned("getObjectTagging", "s3:GetObjectTagging", "s3:GetObjectVersionTagging"),
        Versioned("headObject", "s3:GetObject", "s3:GetObjectVersion"),
        OnBucket("headBucket", "s3:ListBucket"),
        new(Service, "listBuckets", [], RoleStatements.Allow("s3:ListAllMyBuckets", "*")),
        OnBucket("listMultipartUploads", "s3:ListBucketMultipartUploads"),
        OnBucket("listObjects", "s3:ListBucket"),
        OnBucket("listObjectsV2", "s3:ListBucket"),
        OnBucket("listObjectVersions", "s3:ListBucketVersions"),
        OnObject("listParts", "s3:ListMultipartUploadParts"),
        new(
            Service, "putObject", ["Bucket", "Key"],
            RoleStatements.Allow("s3:PutObject", Object),
            RoleStatements.Allow("s3:PutObjectTagging", Object) with { Given = "Tagging" },
            RoleStatements.Allow("s3:PutObjectAcl", Object) with { Given = "ACL" }),
        Versioned("putObjectAcl", "s3:PutObjectAcl", "s3:PutObjectVersionAcl"),
        OnObject("putObjectLegalHold", "s3:PutObjectLegalHold"),
        OnObject("putObjectRetention", "s3:PutObjectRetention"),
        Versioned("putObjectTagging", "s3:PutObjectTagging", "s3:PutObjectVersionTagging"),
        OnObject("restoreObject", "s3:RestoreObject"),
        OnObject("uploadPart", "s3:PutObject"),
        new(Service, "uploadPartCopy", ["Bucket", "CopySource", "Key"], Source(), RoleStatements.Allow("s3:PutObject", Object)),
        .. Configuration("AccelerateConfiguration", "AccelerateConfiguration", deletes: false),
        .. Configuration("AnalyticsConfiguration", "AnalyticsConfiguration"),
        .. Configuration("Cors", "BucketCORS"),
        .. Configuration("Encryption", "EncryptionConfiguration"),
        .. Configuration("IntelligentTieringConfiguration", "IntelligentTieringConfiguration"),
        .. Configuration("InventoryConfiguration", "InventoryConfiguration"),
        .. Configuration("MetricsConfiguration", "MetricsConfiguration"),
        .. Configuration("NotificationConfiguration", "BucketNotification", deletes: false),
        .. Configuration("OwnershipControls", "BucketOwnershipControls"),
        .. Configuration("Replication", "ReplicationConfiguration"),
        .. Configuration("Tagging", "BucketTagging"),
        OnBucket("getBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
        OnBucket("putBucketLifecycleConfiguration", "s3:PutLifecycleConfiguration"),
        OnBucket("deleteBucketLifecycle", "s3:PutLifecycleConfiguration"),
        OnBucket("listBucketAnalyticsConfigurations", "s3:GetAnalyticsConfiguration"),
        OnBucket("listBucketIntelligentTieringConfigurations", "s3:GetIntelligentTieringConfiguration"),
        OnBucket("listBucketInventoryConfigurations", "s3:GetInventoryConfiguration"),
        OnBucket("listBucketMetricsConfigurations", "s3:GetMetricsConfiguration"),
        OnBucket("getObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration"),
        OnBucket("putObjectLockConfiguration", "s3:PutBucketObjectLockConfiguration"),
        OnBucket("getPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
        OnBucket("putPublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
        OnBucket("deletePublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
        new(Service, "listDirectoryBuckets", [], RoleStatements.Allow("s3express:ListAllMyDirectoryBuckets", "*")),
        new(Service, "createSession", ["Bucket"], RoleStatements.Allow("s3express:CreateSession", Arns.Here("s3express", "bucket/{Bucket}"))),
    ];

    private static SdkCall OnBucket(string action, string iam) => new(Service, action, ["Bucket"], RoleStatements.Allow(iam, Bucket));

    private static SdkCall OnObject(string action, string iam) => new(Service, action, ["Bucket", "Key"], RoleStatements.Allow(iam, Object));

    /// <summary>A version of an object is allowed by an action of its own.</summary>
    private static SdkCall Versioned(string action, string iam, string iamOfVersion) => new(
        Service, action, ["Bucket", "Key"],
        RoleStatements.Allow(iam, Object) with { Absent = "VersionId" },
        RoleStatements.Allow(iamOfVersion, Object) with { Given = "VersionId" });

    /// <summary>`get`, `put` and `delete` of a setting of buckets; deleting is allowed by the action that puts.</summary>
    private static IEnumerable<SdkCall> Configuration(string operation, string iam, bool deletes = true)
    {
        yield return OnBucket("getBucket" + operation, "s3:Get" + iam);
        yield return OnBucket("putBucket" + operation, "s3:Put" + iam);
        if (deletes)
            yield return OnBucket("deleteBucket" + operation, "s3:Put" + iam);
    }

    /// <summary>`bucket/key`, with or without the slash before it.</summary>
    private static RoleStatement Source() => RoleStatements.Allow("s3:GetObject", Arns.Public(Service, "{CopySource:path}"));
}
