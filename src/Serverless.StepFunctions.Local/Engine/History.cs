using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>The history of an execution, and its limit.</summary>
/// <param name="scheduler">Tells the time.</param>
/// <param name="isLimited">Standard executions end at 25,000 events.</param>
internal sealed class History(Scheduler scheduler, bool isLimited)
{
    /// <summary>Events a Standard execution may have.</summary>
    public const int Limit = 25_000;

    private readonly List<HistoryEvent> _events = [];

    public IReadOnlyList<HistoryEvent> Events => _events;

    /// <summary>Adds an event of a state.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="ExecutionEnded">The history is full.</exception>
    public long Add(Frame frame, string type, string? state, params ReadOnlySpan<(string Name, JsonNode? Value)> details)
    {
        // The end of the execution needs the last place.
        if (isLimited && _events.Count >= Limit - 1)
            throw new ExecutionEnded(ExecutionStatus.Failed, ErrorNames.Runtime, $"The execution reached the maximum number of history events ({Limit}).");
        var id = Append(frame.LastEvent, type, state, details);
        frame.LastEvent = id;
        return id;
    }

    /// <summary>Adds an event whatever the limit: the end of the execution.</summary>
    public long Append(long previous, string type, string? state, params ReadOnlySpan<(string Name, JsonNode? Value)> details)
    {
        var fields = new JsonObject();
        foreach (var (name, value) in details)
        {
            if (value is not null || name is "input" or "output")
                fields[name] = Json.Copy(value);
        }

        var id = _events.Count + 1;
        _events.Add(new HistoryEvent(id, previous, type, scheduler.Now, state, fields));
        return id;
    }
}

/// <summary>The execution is over, whatever retriers and catchers say.</summary>
internal sealed class ExecutionEnded(ExecutionStatus status, string? error, string? cause) : Exception($"{error}: {cause}")
{
    public ExecutionStatus Status { get; } = status;

    public string? Error { get; } = error;

    public string? Cause { get; } = cause;
}
