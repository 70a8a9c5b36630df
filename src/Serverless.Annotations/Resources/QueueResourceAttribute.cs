using System.Diagnostics;

namespace Serverless;

/// <summary>An SQS queue, encrypted; with <see cref="MaxReceiveCount"/> also its dead-letter queue.</summary>
/// <param name="id">Logical id, letters and digits, unique (SVLS2003).</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class QueueResourceAttribute(string id) : Attribute
{
    /// <summary>Logical id.</summary>
    public string Id { get; } = id;

    /// <summary>True = first in, first out, exactly-once processing. Default: false.</summary>
    public bool Fifo { get; set; }

    /// <summary>Seconds a received message stays hidden, 0 to 43,200. Default: six times the timeout of the function that reads the queue.</summary>
    public int VisibilityTimeout { get; set; }

    /// <summary>Days an unread message is kept, 1 to 14. Default: 4.</summary>
    public int RetentionDays { get; set; } = 4;

    /// <summary>Receives before a message goes to the dead-letter queue, 1 to 1,000. Default: no dead-letter queue (SVLS1206).</summary>
    public int MaxReceiveCount { get; set; }

    /// <summary>What happens when the queue leaves the stack. Default: the application's.</summary>
    public RemovalPolicy Removal { get; set; }
}
