using System.Text.Json;

namespace Serverless.StepFunctions.Local;

/// <summary>Settings of a <see cref="StateMachineRunner"/>. Change them before the first execution.</summary>
public sealed class RunnerOptions
{
    internal RunnerOptions()
    {
    }

    /// <summary>How time goes on. Default: <see cref="TimeMode.Skip"/>.</summary>
    public TimeMode Time { get; set; }

    /// <summary>When executions start, in virtual time. Default: 2026-01-01T00:00:00Z, so that every run is the same.</summary>
    public DateTimeOffset StartOfTime { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Real time a task may work before virtual time goes on without it, up to its timeout: an answer that hangs must not hang the test.
    /// Nothing is skipped while a debugger is attached. Default: 30 seconds.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How inputs, results and outputs are written and read. Default: the project's serialiser context, else camel case.</summary>
    public JsonSerializerOptions? Json { get; set; }

    /// <summary>Region in ARNs. Default: <c>us-east-1</c>.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>Account in ARNs. Default: <c>123456789012</c>.</summary>
    public string AccountId { get; set; } = "123456789012";

    internal string Arn(string kind, string name) => $"arn:aws:states:{Region}:{AccountId}:{kind}:{name}";
}
