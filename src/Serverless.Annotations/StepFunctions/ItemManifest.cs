namespace Serverless.StepFunctions;

/// <summary>Kind of a manifest whose files hold the items of a distributed Map (<c>ReaderConfig.ManifestType</c>).</summary>
public enum ItemManifest
{
    /// <summary>
    /// An inventory of S3, whose files are CSV: the items are objects, the columns those of the inventory.
    /// </summary>
    S3Inventory,

    /// <summary>The manifest of an Athena UNLOAD or CREATE TABLE to CSV. Such files have no header row: name the columns with <c>CsvHeaders</c>.</summary>
    AthenaCsv,

    /// <summary>The manifest of an Athena query that wrote JSON, one value a line.</summary>
    AthenaJsonLines,

    /// <summary>The manifest of an Athena query that wrote Apache Parquet.</summary>
    AthenaParquet,
}
