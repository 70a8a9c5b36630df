using System.ComponentModel;

namespace Serverless.StepFunctions;

/// <summary>States that call something: services, functions and machines.</summary>
/// <typeparam name="TSelf">The kind of state, so that chains keep it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TaskSettingsBuilder<TSelf> : ResultStateBuilder<TSelf>
    where TSelf : State
{
    private protected TaskSettingsBuilder()
    {
    }

    /// <summary>How long the call may take. Default: no limit but the machine's (SVLS1001).</summary>
    /// <param name="seconds">1 to 99,999,999 s (SVLS2001).</param>
    public TSelf Timeout(int seconds) => throw NeverExecuted();

    /// <summary>How long the call may take, computed from the state's input.</summary>
    /// <param name="seconds">Lambda that yields a <see cref="TimeSpan"/>, or a number of seconds.</param>
    public TSelf Timeout(Delegate seconds) => throw NeverExecuted();

    /// <summary>Longest time between heartbeats.</summary>
    /// <param name="seconds">1 s to below the timeout (SVLS2001).</param>
    public TSelf Heartbeat(int seconds) => throw NeverExecuted();

    /// <summary>Longest time between heartbeats, computed from the state's input.</summary>
    /// <param name="seconds">Lambda that yields a <see cref="TimeSpan"/>, or a number of seconds, below the timeout.</param>
    public TSelf Heartbeat(Delegate seconds) => throw NeverExecuted();

    /// <summary>Calls with another role, for example of another account.</summary>
    /// <param name="role">ARN or <c>@Id</c>.</param>
    public TSelf Credentials(string role) => throw NeverExecuted();
}
