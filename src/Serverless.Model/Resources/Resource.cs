namespace Serverless.Model;

/// <summary>A resource declared in code.</summary>
internal abstract record Resource(string Id, DeclarationRef Declaration)
{
    public RemovalPolicy Removal { get; init; }

    /// <summary>CloudFormation type: what `@Id` means follows from it.</summary>
    public abstract string CloudFormationType { get; }
}

internal enum KeyKind
{
    String,
    Number,
    Binary,
}

/// <summary>A key attribute of a table: `id`, `number:year`, `binary:hash`.</summary>
internal sealed record TableKey(string Name, KeyKind Kind);

/// <summary>`byEmail: email, placedAt`.</summary>
internal sealed record TableIndex(string Name, TableKey PartitionKey, TableKey? SortKey);

internal sealed record TableResource(string Id, DeclarationRef Declaration) : Resource(Id, Declaration)
{
    public required TableKey PartitionKey { get; init; }

    public TableKey? SortKey { get; init; }

    public EquatableArray<TableIndex> Indexes { get; init; }

    /// <summary>Name of the attribute that holds the expiry time, or null.</summary>
    public string? TimeToLive { get; init; }

    public bool Stream { get; init; }

    public override string CloudFormationType => "AWS::DynamoDB::Table";
}

internal sealed record QueueResource(string Id, DeclarationRef Declaration) : Resource(Id, Declaration)
{
    public bool Fifo { get; init; }

    /// <summary>Seconds, 0 to 43,200; null = six times the timeout of its consumer, else the service's default.</summary>
    public int? VisibilityTimeout { get; init; }

    /// <summary>1 to 14.</summary>
    public int RetentionDays { get; init; } = 4;

    /// <summary>1 to 1,000; adds a dead-letter queue.</summary>
    public int? MaxReceiveCount { get; init; }

    public override string CloudFormationType => "AWS::SQS::Queue";
}

internal sealed record TopicResource(string Id, DeclarationRef Declaration) : Resource(Id, Declaration)
{
    public bool Fifo { get; init; }

    public string? Email { get; init; }

    public override string CloudFormationType => "AWS::SNS::Topic";
}

internal sealed record BucketResource(string Id, DeclarationRef Declaration) : Resource(Id, Declaration)
{
    public bool EventBridge { get; init; }

    public int? ExpirationDays { get; init; }

    public bool Versioned { get; init; }

    public override string CloudFormationType => "AWS::S3::Bucket";
}

internal sealed record EventBusResource(string Id, DeclarationRef Declaration) : Resource(Id, Declaration)
{
    public int? ArchiveDays { get; init; }

    public override string CloudFormationType => "AWS::Events::EventBus";
}
