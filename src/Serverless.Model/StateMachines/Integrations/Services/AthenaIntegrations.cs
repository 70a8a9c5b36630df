using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>
/// Queries. Athena works with the rights of who asks: it reads the catalogue and the data of the tables, and writes the result. Which
/// buckets hold the data only the catalogue knows, hence all of this account.
/// </summary>
internal static class AthenaIntegrations
{
    private const string Result = "ResultConfiguration.OutputLocation";

    private static readonly string WorkGroup = Arns.Here("athena", "workgroup/{WorkGroup=primary}");
    private static readonly string AnyWorkGroup = Arns.Here("athena", "workgroup/*");
    private static readonly string AnyBucket = Arns.Public("s3", "*");

    /// <summary>The text of a query may name any database, whatever its context says.</summary>
    private static readonly string[] Databases = [Arns.Here("glue", "catalog"), Arns.Here("glue", "database/*")];

    private static readonly string[] Tables = [.. Databases, Arns.Here("glue", "table/*")];

    private static readonly RoleCondition[] OfThisAccount = [new("StringEquals", "aws:ResourceAccount", "${AWS::AccountId}")];

    /// <summary>Statements of SQL that change nothing.</summary>
    private static readonly FirstWord Reads = new("QueryString", "SELECT", "WITH", "SHOW", "DESCRIBE", "EXPLAIN", "VALUES", "TABLE");

    public static readonly OptimizedIntegration[] All =
    [
        new("athena", "startQueryExecution", RequestResponse | Sync)
        {
            Required = ["QueryString"],
            Optional = ["ClientRequestToken", "EngineConfiguration", "ExecutionParameters", "QueryExecutionContext", "ResultConfiguration", "ResultReuseConfiguration", "WorkGroup"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("athena:StartQueryExecution", WorkGroup),
                RoleStatements.Allow("athena:GetDataCatalog", Arns.Here("athena", "datacatalog/{QueryExecutionContext.Catalog=AwsDataCatalog}")),
                RoleStatements.Allow(["athena:GetQueryExecution", "athena:StopQueryExecution"], WorkGroup).ForJobs(),
                RoleStatements.Allow(["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"], AnyBucket) with { Conditions = OfThisAccount },
                RoleStatements.Allow(["s3:ListBucketMultipartUploads"], Arns.Public("s3", "{" + Result + ":bucket}")) with { Given = Result },
                RoleStatements.Allow(
                    ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"],
                    Arns.Public("s3", "{" + Result + ":s3}*")) with { Given = Result },
                RoleStatements.Allow(
                    ["s3:AbortMultipartUpload", "s3:ListBucketMultipartUploads", "s3:ListMultipartUploadParts", "s3:PutObject"],
                    AnyBucket) with { Absent = Result, Conditions = OfThisAccount },
                RoleStatements.Allow(["glue:GetDatabase", "glue:GetDatabases"], Databases),
                RoleStatements.Allow(["glue:BatchGetPartition", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"], Tables),
                RoleStatements.Allow(["glue:CreateDatabase", "glue:UpdateDatabase"], Databases) with { Unless = Reads },
                RoleStatements.Allow(
                    [
                        "glue:BatchCreatePartition", "glue:BatchDeletePartition", "glue:BatchDeleteTable", "glue:CreatePartition", "glue:CreateTable",
                        "glue:DeleteDatabase", "glue:DeletePartition", "glue:DeleteTable", "glue:UpdatePartition", "glue:UpdateTable",
                    ],
                    Tables) with { Unless = Reads },
                RoleStatements.Allow("lakeformation:GetDataAccess", "*"),
            ],
        },
        new("athena", "stopQueryExecution", RequestResponse)
        {
            Required = ["QueryExecutionId"],
            Statements = [RoleStatements.Allow("athena:StopQueryExecution", AnyWorkGroup)],
        },
        new("athena", "getQueryExecution", RequestResponse)
        {
            Required = ["QueryExecutionId"],
            Statements = [RoleStatements.Allow("athena:GetQueryExecution", AnyWorkGroup)],
        },
        new("athena", "getQueryResults", RequestResponse)
        {
            Required = ["QueryExecutionId"],
            Optional = ["MaxResults", "NextToken", "QueryResultType"],
            IsOpen = true,
            Statements =
            [
                RoleStatements.Allow("athena:GetQueryResults", AnyWorkGroup),
                RoleStatements.Allow("s3:GetObject", AnyBucket) with { Conditions = OfThisAccount },
            ],
        },
    ];
}
