namespace Serverless.Runtime;

/// <summary>Levels of Lambda's log filter, as `AWS_LAMBDA_LOG_LEVEL` names them.</summary>
public enum FunctionLogLevel
{
    /// <summary>`TRACE`.</summary>
    Trace,

    /// <summary>`DEBUG`.</summary>
    Debug,

    /// <summary>`INFO`.</summary>
    Information,

    /// <summary>`WARN`.</summary>
    Warning,

    /// <summary>`ERROR`.</summary>
    Error,

    /// <summary>`FATAL`.</summary>
    Fatal,
}
