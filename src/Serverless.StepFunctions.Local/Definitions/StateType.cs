namespace Serverless.StepFunctions.Local;

/// <summary>The kinds of state.</summary>
public enum StateType
{
    /// <summary>Work: a function, a service, another machine.</summary>
    Task,

    /// <summary>Passes or changes data.</summary>
    Pass,

    /// <summary>Decides where to go.</summary>
    Choice,

    /// <summary>Waits.</summary>
    Wait,

    /// <summary>Branches that run together.</summary>
    Parallel,

    /// <summary>The same states for each item.</summary>
    Map,

    /// <summary>Ends well.</summary>
    Succeed,

    /// <summary>Ends with an error.</summary>
    Fail,
}
