using static Serverless.Model.RoleStatements;

namespace Serverless.Model;

/// <summary>
/// What a distributed Map needs of S3: to list or read its items, to write its results. That it starts executions of its own machine is
/// not said here, since the machine is no argument.
/// </summary>
internal static class DistributedMapStatements
{
    private const string Service = "s3";

    private static readonly string Bucket = Arns.Public(Service, "{Bucket}");
    private static readonly string Objects = Arns.Public(Service, "{Bucket}/*");

    private static readonly RoleStatement[] List = [Allow("s3:ListBucket", Bucket)];

    /// <summary>The contents of what is listed are read as well.</summary>
    private static readonly RoleStatement[] ListAndRead = [.. List, Allow("s3:GetObject", Arns.Public(Service, "{Bucket}/{Prefix:path=}*"))];

    private static readonly RoleStatement[] Read =
    [
        Allow("s3:GetObject", Arns.Public(Service, "{Bucket}/{Key:path}")) with { Absent = "VersionId" },
        Allow("s3:GetObjectVersion", Arns.Public(Service, "{Bucket}/{Key:path}")) with { Given = "VersionId" },
    ];

    /// <summary>An inventory lies in one bucket, with the files that its manifest names.</summary>
    private static readonly RoleStatement[] ReadInventory = [Allow("s3:GetObject", Objects)];

    /// <summary>The manifest of a query names files of any bucket.</summary>
    private static readonly RoleStatement[] ReadQuery =
    [
        .. Read,
        Allow("s3:GetObject", Arns.Public(Service, "*")) with { Conditions = [new("StringEquals", "aws:ResourceAccount", "${AWS::AccountId}")] },
    ];

    /// <summary>Results are written in parts, below the prefix.</summary>
    public static readonly RoleStatement[] Write =
    [
        Allow(["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"], Objects) with { Absent = "Prefix" },
        Allow(["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"], Arns.Public(Service, "{Bucket}/{Prefix:folder}/*")) with { Given = "Prefix" },
    ];

    public static RoleStatement[] Of(ItemReader reader) => reader switch
    {
        { Source: ItemSource.Objects, LoadAndFlatten: true } => ListAndRead,
        { Source: ItemSource.Objects } => List,
        { ManifestType: "S3_INVENTORY" } => ReadInventory,
        { ManifestType: "ATHENA_DATA" } => ReadQuery,
        _ => Read,
    };
}
