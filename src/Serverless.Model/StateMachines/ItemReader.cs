namespace Serverless.Model;

/// <summary>What a distributed Map calls on S3 for its items.</summary>
internal enum ItemSource
{
    /// <summary>`s3:listObjectsV2`: the objects under a prefix.</summary>
    Objects,

    /// <summary>`s3:getObject`: a file, or a manifest of files.</summary>
    File,
}

/// <summary>`ItemReader` of a distributed Map. The texts are the service's own values of `ReaderConfig`.</summary>
internal sealed record ItemReader
{
    public required ItemSource Source { get; init; }

    /// <summary>`Arguments` (JSONPath: `Parameters`): Bucket with Prefix or Key, VersionId; an object, or an expression as a whole.</summary>
    public required AslData Location { get; init; }

    /// <summary>`CSV`, `JSON`, `JSONL`, `PARQUET`, `MANIFEST`; null = the objects themselves.</summary>
    public string? InputType { get; init; }

    /// <summary>`ATHENA_DATA` or `S3_INVENTORY`; null = no manifest.</summary>
    public string? ManifestType { get; init; }

    /// <summary>The contents of the objects are the items (`Transformation` LOAD_AND_FLATTEN).</summary>
    public bool LoadAndFlatten { get; init; }

    /// <summary>Names of the columns (`CSVHeaderLocation` GIVEN); empty = the first line has them.</summary>
    public EquatableArray<string> CsvHeaders { get; init; }

    /// <summary>`COMMA`, `PIPE`, `SEMICOLON`, `SPACE`, `TAB`; null = a comma.</summary>
    public string? CsvDelimiter { get; init; }

    /// <summary>JSON Pointer to the list inside a JSON file; null = the file is the list.</summary>
    public string? ItemsPointer { get; init; }

    /// <summary>Items at most; null = all.</summary>
    public AslData? MaxItems { get; init; }
}
