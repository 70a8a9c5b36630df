namespace Serverless.Model;

/// <summary>
/// Calls of DynamoDB that touch several tables, an index, or what a text of PartiQL says. Sources: "DynamoDB API permissions" and "IAM security
/// policies with PartiQL" of its guide.
/// </summary>
internal static class DynamoDbCalls
{
    private const string Service = "dynamodb";

    private static readonly string Table = Arns.Here(Service, "table/{TableName}");
    private static readonly string Index = Arns.Here(Service, "table/{TableName}/index/{IndexName:name}");
    private static readonly string AnyTable = Arns.Here(Service, "table/*");

    public static readonly SdkCall[] All =
    [
        OnIndex("query", "dynamodb:Query"),
        OnIndex("scan", "dynamodb:Scan"),
        new(Service, "batchGetItem", ["RequestItems"], RoleStatements.Allow("dynamodb:BatchGetItem", Arns.Here(Service, "table/{RequestItems()}"))),
        new(Service, "batchWriteItem", ["RequestItems"], RoleStatements.Allow("dynamodb:BatchWriteItem", Arns.Here(Service, "table/{RequestItems()}"))),
        new(Service, "transactGetItems", ["TransactItems"], Transact("dynamodb:GetItem", "Get")),
        new(
            Service, "transactWriteItems", ["TransactItems"],
            Transact("dynamodb:ConditionCheckItem", "ConditionCheck"), Transact("dynamodb:DeleteItem", "Delete"),
            Transact("dynamodb:PutItem", "Put"), Transact("dynamodb:UpdateItem", "Update")),
        new(Service, "executeStatement", ["Statement"], PartiQl("Statement")),
        new(Service, "batchExecuteStatement", ["Statements"], PartiQl("Statements[].Statement")),
        new(Service, "executeTransaction", ["TransactStatements"], PartiQl("TransactStatements[].Statement")),
    ];

    /// <summary>A query of an index needs the index and not the table.</summary>
    private static SdkCall OnIndex(string action, string iam) => new(
        Service, action, ["TableName"],
        RoleStatements.Allow(iam, Table) with { Absent = "IndexName" },
        RoleStatements.Allow(iam, Index) with { Given = "IndexName" });

    private static RoleStatement Transact(string iam, string kind)
    {
        var table = "TransactItems[]." + kind + ".TableName";
        return RoleStatements.Allow(iam, Arns.Here(Service, "table/{" + table + "}")) with { Given = table };
    }

    /// <summary>The word that a statement begins with is the action; the table stands somewhere in its text.</summary>
    private static RoleStatement[] PartiQl(string argument) =>
    [
        RoleStatements.Allow("dynamodb:PartiQLSelect", AnyTable) with { Only = new(argument, "SELECT", "EXISTS") },
        RoleStatements.Allow("dynamodb:PartiQLInsert", AnyTable) with { Only = new(argument, "INSERT") },
        RoleStatements.Allow("dynamodb:PartiQLUpdate", AnyTable) with { Only = new(argument, "UPDATE") },
        RoleStatements.Allow("dynamodb:PartiQLDelete", AnyTable) with { Only = new(argument, "DELETE") },
    ];
}
