namespace Serverless.StepFunctions;

/// <summary>Kind of a state machine (<c>Type</c>).</summary>
public enum WorkflowType
{
    /// <summary>Up to a year, exactly once, history of every step, billed by state transition.</summary>
    Standard,

    /// <summary>Up to five minutes, at least once, billed by duration; no <c>.sync</c>, callback or distributed Map (SVLS2304).</summary>
    Express,
}
