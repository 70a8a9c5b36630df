namespace Serverless.Model;

/// <summary>A Map whose items, or batches of them, run as executions of their own (`ProcessorConfig.Mode` DISTRIBUTED).</summary>
internal sealed record DistributedMap
{
    /// <summary>`ExecutionType` of the child executions.</summary>
    public WorkflowType Children { get; init; }

    /// <summary>Part of the children's ARN; null = the service's choice.</summary>
    public string? Label { get; init; }

    /// <summary>Where the items are read from; null = the state's own data (`MapState.Items`).</summary>
    public ItemReader? Reader { get; init; }

    public ItemBatcher? Batcher { get; init; }

    public AslData? ToleratedFailurePercentage { get; init; }

    public AslData? ToleratedFailureCount { get; init; }

    public ResultWriter? Writer { get; init; }
}

/// <summary>`ItemBatcher`: a child gets `{ "Items": […], "BatchInput": … }`. At least one of the two sizes is set.</summary>
internal sealed record ItemBatcher
{
    public AslData? MaxItemsPerBatch { get; init; }

    public AslData? MaxInputBytesPerBatch { get; init; }

    /// <summary>What every batch has beside its items.</summary>
    public AslData? BatchInput { get; init; }
}

/// <summary>`ResultWriter`.</summary>
internal sealed record ResultWriter
{
    /// <summary>`Arguments` of `s3:putObject`: Bucket and Prefix. Null = the results stay in the state's result, in the format below.</summary>
    public AslData? Location { get; init; }

    /// <summary>`NONE`, `COMPACT` or `FLATTEN`; null = not written.</summary>
    public string? Transformation { get; init; }

    /// <summary>`JSON` or `JSONL`; null = not written.</summary>
    public string? OutputType { get; init; }
}
