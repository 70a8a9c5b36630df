using System.Diagnostics;

namespace Serverless.StepFunctions;

/// <summary>
/// Makes a method a Task state: a function of its own, called with the state's input, whose result is the state's output. Every
/// parameter but services is data and bound by name: a variable, else the input.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class TaskStateAttribute : Attribute
{
    /// <summary>The state has the method's name.</summary>
    public TaskStateAttribute()
    {
    }

    /// <summary>Gives the state another name.</summary>
    /// <param name="name">1 to 80 characters, unique in the machine (SVLS2003).</param>
    public TaskStateAttribute(string name) => Name = name;

    /// <summary>The name as written; null = the method's name.</summary>
    public string? Name { get; }

    /// <summary>The following state, <c>nameof</c> of a member (SVLS2301). Absent: the path ends here.</summary>
    public string? Next { get; set; }

    /// <summary>Seconds the task may take, 1 to 99,999,999; more than 900 only with <see cref="WaitForTaskToken"/> or in a container. Default: 60.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>Seconds between heartbeats, 1 to below <see cref="TimeoutSeconds"/> (SVLS2001). Default: none expected.</summary>
    public int HeartbeatSeconds { get; set; }

    /// <summary>Variable that receives the result. Default: none.</summary>
    public string? Assign { get; set; }

    /// <summary>JSONata of the state's output. Default: the method's result.</summary>
    public string? Output { get; set; }

    /// <summary>
    /// True = the state waits until somebody sends success or failure with the task token; the method then takes a
    /// <see cref="TaskToken"/> (SVLS2314). The method's own result is dropped: the state's result is the output that success was sent
    /// with, whose type the next state's parameter says. Standard only (SVLS2304). Default: false.
    /// </summary>
    public bool WaitForTaskToken { get; set; }

    /// <summary>True = the errors of the Lambda service itself are retried first (2 s, 6 times, doubling). Default: true.</summary>
    public bool RetryServiceErrors { get; set; } = true;

    /// <summary>The state's comment. Default: the method's documentation summary.</summary>
    public string? Comment { get; set; }

    /// <summary>Fields of the Amazon States Language as a JSON object, merged over what is emitted. Default: none.</summary>
    public string? Raw { get; set; }

    /// <summary>Part of the input the task sees. JSONPath machines only (SVLS2315). Default: <c>$</c>.</summary>
    public string? InputPath { get; set; }

    /// <summary>What is taken from the result, JSON with paths. JSONPath machines only (SVLS2315).</summary>
    public string? ResultSelector { get; set; }

    /// <summary>Where the result is put into the input. JSONPath machines only (SVLS2315). Default: <c>$</c>.</summary>
    public string? ResultPath { get; set; }

    /// <summary>Part that becomes the output. JSONPath machines only (SVLS2315). Default: <c>$</c>.</summary>
    public string? OutputPath { get; set; }
}
