namespace Serverless;

/// <summary>What API Gateway logs of its own work on a request, beside the access log. Request and response bodies are never logged.</summary>
public enum ApiExecutionLogs
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>Requests that failed.</summary>
    Error,

    /// <summary>Every step of every request: for finding a fault, not for keeping.</summary>
    Info,
}
