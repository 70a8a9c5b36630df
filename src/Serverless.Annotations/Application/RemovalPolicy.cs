namespace Serverless;

/// <summary>What happens to a stateful resource when it leaves the stack (<c>DeletionPolicy</c>, <c>UpdateReplacePolicy</c>).</summary>
public enum RemovalPolicy
{
    /// <summary>Retain for tables, buckets and queues with a dead-letter queue; delete for everything that can be made again.</summary>
    Default,

    /// <summary>The resource stays and is no longer part of any stack.</summary>
    Retain,

    /// <summary>The resource goes with the stack: the setting of demos. A bucket must be empty by then.</summary>
    Delete,
}
