namespace Serverless.Runtime;

/// <summary>What the service says to a report of a task.</summary>
internal enum TaskReport
{
    /// <summary>It was taken.</summary>
    Taken,

    /// <summary>Nobody waits with this token any more: the state timed out, its execution ended, or it was answered before.</summary>
    Gone,

    /// <summary>The service could not be reached, or refuses the call: the log says why.</summary>
    Failed,
}
