namespace Serverless.Model;

/// <summary>How Step Functions may call an action.</summary>
[Flags]
internal enum IntegrationPatterns
{
    None = 0,

    /// <summary>The request is made, and the answer to it is the result. The only pattern of Express machines.</summary>
    RequestResponse = 1,

    /// <summary>`.sync`: Step Functions waits until the job has ended.</summary>
    Sync = 2,

    /// <summary>`.sync:2`: as `.sync`, the output being JSON instead of a text.</summary>
    Sync2 = 4,

    /// <summary>`.waitForTaskToken`: the state ends when somebody returns its token.</summary>
    Callback = 8,

    /// <summary>Both patterns that wait for a job.</summary>
    Job = Sync | Sync2,

    All = RequestResponse | Sync | Sync2 | Callback,
}
