namespace Serverless.StepFunctions.Local;

/// <summary>How the time of executions goes on.</summary>
public enum TimeMode
{
    /// <summary>
    /// Virtual time. When nothing can happen but the passing of time, it jumps to what is due next: waits, pauses before a retry,
    /// timeouts. A machine that takes a month runs in milliseconds.
    /// </summary>
    Skip,

    /// <summary>Virtual time that stands still until the test moves it: <see cref="RunningExecution.AdvanceAsync(TimeSpan)"/>.</summary>
    Manual,

    /// <summary>The time of the machine's clock: waits are waited for.</summary>
    Real,
}
