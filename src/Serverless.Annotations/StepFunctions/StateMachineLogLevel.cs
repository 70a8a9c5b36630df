namespace Serverless.StepFunctions;

/// <summary>Which events of executions are logged (<c>LoggingConfiguration.Level</c>).</summary>
public enum StateMachineLogLevel
{
    /// <summary>Error; All for Express machines, which have no other history.</summary>
    Default,

    /// <summary>Nothing.</summary>
    Off,

    /// <summary>Errors.</summary>
    Error,

    /// <summary>Fatal errors: failed executions.</summary>
    Fatal,

    /// <summary>Everything.</summary>
    All,
}
