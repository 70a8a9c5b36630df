namespace Serverless.StepFunctions;

/// <summary>Format of a file whose items a distributed Map runs over (<c>ReaderConfig.InputType</c>).</summary>
public enum ItemFormat
{
    /// <summary>Comma-separated values, the first line names the columns.</summary>
    Csv,

    /// <summary>One JSON array.</summary>
    Json,

    /// <summary>One JSON value a line.</summary>
    JsonLines,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}
