using System.Diagnostics;

namespace Serverless.StepFunctions;

/// <summary>
/// Makes a class a Step Functions state machine. Its states are the methods with <see cref="TaskStateAttribute"/> and the static
/// members of type <see cref="State"/>. The class is created like any handler class; not generic, not abstract (SVLS2007).
/// </summary>
/// <remarks>
/// A file that also imports <c>System.Runtime.CompilerServices</c> writes
/// <c>using StateMachineAttribute = Serverless.StepFunctions.StateMachineAttribute;</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class StateMachineAttribute : Attribute
{
    /// <summary>The logical id is the class name.</summary>
    public StateMachineAttribute()
    {
    }

    /// <summary>Pins the logical id: changing it replaces the machine and ends its history.</summary>
    /// <param name="logicalId">Letters and digits, up to 255 characters, unique (SVLS2003).</param>
    public StateMachineAttribute(string logicalId) => LogicalId = logicalId;

    /// <summary>The logical id as written; null = derived.</summary>
    public string? LogicalId { get; }

    /// <summary>The first state, <c>nameof</c> of a member (SVLS2301). Default: the only state nobody leads to; needed when there are several.</summary>
    public string? StartAt { get; set; }

    /// <summary>Standard or Express. Default: <see cref="WorkflowType.Standard"/>.</summary>
    public WorkflowType Type { get; set; }

    /// <summary>Language of expressions. Default: <see cref="QueryLanguage.JSONata"/>.</summary>
    public QueryLanguage QueryLanguage { get; set; }

    /// <summary>
    /// Seconds a whole run may take: 1 to 31,536,000 (Standard), 1 to 300 (Express). Default: 86,400; Express 300. A state that may last
    /// longer: SVLS1004.
    /// </summary>
    public int TimeoutSeconds { get; set; }

    /// <summary>Which events are logged. Default: errors; everything for Express.</summary>
    public StateMachineLogLevel LogLevel { get; set; }

    /// <summary>True = inputs and outputs are logged too. Default: false, payloads are often personal data.</summary>
    public bool LogExecutionData { get; set; }

    /// <summary>
    /// Topic told of every failed, timed-out or aborted run, also of what no Catch can see, in the value grammar. Standard only
    /// (SVLS2304). Default: none.
    /// </summary>
    public string? NotifyOnFailure { get; set; }

    /// <summary>True = X-Ray traces runs. Default: the application's.</summary>
    public bool Tracing { get; set; }

    /// <summary>Retention of the log group in days; one of the values CloudWatch Logs knows (SVLS2001). Default: the application's, 30.</summary>
    public int LogRetentionDays { get; set; } = 30;

    /// <summary>The machine's role, ARN or <c>@Id</c>, instead of a generated one. Default: generated from the states.</summary>
    public string? Role { get; set; }

    /// <summary>ARN of the generated role's permissions boundary. Default: the application's.</summary>
    public string? PermissionsBoundary { get; set; }

    /// <summary>Physical name, up to 80 characters; a second stack in the region then fails (SVLS2505). Default: CloudFormation's choice.</summary>
    public string? StateMachineName { get; set; }

    /// <summary>The machine's comment. Default: the class' documentation summary.</summary>
    public string? Comment { get; set; }
}
