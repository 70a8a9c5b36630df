using System.Globalization;

namespace Serverless.Runtime;

/// <summary>
/// What a container is told about the one task it runs, by variables: the settings by its task definition or Job, token and input by
/// the state that starts it. Read once; tests make their own.
/// </summary>
internal sealed record TaskEnvironment
{
    /// <summary>Logical id of the task. Set = the process runs that task once and ends.</summary>
    public const string TaskVariable = "SERVERLESS_TASK";

    /// <summary>The token that success and failure are sent with; absent = the result is the last line of standard output.</summary>
    public const string TokenVariable = "SERVERLESS_TASK_TOKEN";

    /// <summary>`{"input": …, "at": "2026-11-28T12:00:00.000Z"}`: the payload, and when the state began to wait.</summary>
    public const string InputVariable = "SERVERLESS_TASK_INPUT";

    /// <summary>Seconds between heartbeats after which the state gives up; absent or 0 = it expects none.</summary>
    public const string HeartbeatVariable = "SERVERLESS_TASK_HEARTBEAT";

    /// <summary>Seconds between SIGTERM and SIGKILL.</summary>
    public const string StopTimeoutVariable = "SERVERLESS_TASK_STOP_TIMEOUT";

    /// <summary>Folders that are to be writable for every user, separated by colons. Set = the process does that and ends.</summary>
    public const string PrepareVariable = "SERVERLESS_PREPARE";

    private const int DefaultStopTimeout = 30;

    public string Task { get; init; } = "";

    public string? Token { get; init; }

    public string? Input { get; init; }

    public TimeSpan? Heartbeat { get; init; }

    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(DefaultStopTimeout);

    public string? Prepare { get; init; }

    /// <summary>True when the variables ask for a task, or for what precedes one.</summary>
    public static bool IsGiven => IsSet(TaskVariable) || IsSet(PrepareVariable);

    public static TaskEnvironment Read(Func<string, string?> variable) => new()
    {
        Task = variable(TaskVariable) ?? "",
        Token = variable(TokenVariable) is { Length: > 0 } token ? token : null,
        Input = variable(InputVariable),
        Heartbeat = Seconds(variable(HeartbeatVariable)) is { } heartbeat ? TimeSpan.FromSeconds(heartbeat) : null,
        StopTimeout = TimeSpan.FromSeconds(Seconds(variable(StopTimeoutVariable)) ?? DefaultStopTimeout),
        Prepare = variable(PrepareVariable) is { Length: > 0 } folders ? folders : null,
    };

    private static bool IsSet(string name) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name));

    private static int? Seconds(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : null;
}
