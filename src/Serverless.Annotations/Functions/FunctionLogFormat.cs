namespace Serverless;

/// <summary>Format of a function's log lines (<c>LoggingConfig.LogFormat</c>).</summary>
public enum FunctionLogFormat
{
    /// <summary>One JSON object a line: fields can be searched.</summary>
    Json,

    /// <summary>Plain text.</summary>
    Text,
}
