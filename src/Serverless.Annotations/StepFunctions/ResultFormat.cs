namespace Serverless.StepFunctions;

/// <summary>Format of the results of a distributed Map (<c>WriterConfig.OutputType</c>).</summary>
public enum ResultFormat
{
    /// <summary>One JSON array.</summary>
    Json,

    /// <summary>One JSON value a line.</summary>
    JsonLines,
}
