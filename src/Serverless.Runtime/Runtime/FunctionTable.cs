namespace Serverless.Runtime;

/// <summary>A function of the running application, as the generated module initializer registers it.</summary>
/// <param name="Id">Logical id: the handler string of an executable.</param>
/// <param name="Handler">Its handler. Creating the delegate creates nothing else; the object graph is built on first use.</param>
/// <param name="Routes">`{api} {route key}` for each route it answers: `OrdersApi GET /orders/{id}`.</param>
/// <param name="TimeoutSeconds">The configured timeout, 1 to 900 s.</param>
public sealed record FunctionDescription(string Id, FunctionHandler Handler, IReadOnlyList<string> Routes, int TimeoutSeconds)
{
    /// <summary>
    /// Builds what the handler needs (the object graph) in the init phase, where Lambda gives full CPU and where a failure is an
    /// init error. Null when there is nothing to build; the first invocation then builds it.
    /// </summary>
    public Action? Initialize { get; init; }

    /// <summary>It may stream its answers: a route with `Streaming`, or a function URL that streams. Only then the loop offers <see cref="Invocation.Streaming"/>.</summary>
    public bool Streams { get; init; }
}

/// <summary>
/// Every function of the process. Filled by generated module initializers, read by the hosts. An array with a lock, because
/// it is on the start path of every cold start: no dictionary, no LINQ.
/// </summary>
public static class FunctionTable
{
    private static readonly object Gate = new();
    private static FunctionDescription[] _entries = new FunctionDescription[8];
    private static int _count;

    /// <summary>Adds a function; a second registration of an id replaces the first.</summary>
    public static void Register(FunctionDescription function)
    {
        ArgumentNullException.ThrowIfNull(function);
        lock (Gate)
        {
            if (_count == _entries.Length)
                Array.Resize(ref _entries, _count * 2);
            _entries[_count++] = function;
        }
    }

    /// <summary>The function with this id, or null.</summary>
    public static FunctionDescription? Find(string id)
    {
        lock (Gate)
        {
            // From the end: the last registration of an id counts.
            for (var i = _count - 1; i >= 0; i--)
            {
                if (string.Equals(_entries[i].Id, id, StringComparison.Ordinal))
                    return _entries[i];
            }
        }

        return null;
    }

    /// <summary>All functions, in the order of their ids.</summary>
    public static IReadOnlyList<FunctionDescription> All
    {
        get
        {
            var latest = new SortedDictionary<string, FunctionDescription>(StringComparer.Ordinal);
            lock (Gate)
            {
                for (var i = 0; i < _count; i++)
                    latest[_entries[i].Id] = _entries[i];
            }

            return [.. latest.Values];
        }
    }
}
