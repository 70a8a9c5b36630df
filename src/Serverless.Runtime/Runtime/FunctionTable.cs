using System.Collections.Concurrent;

namespace Serverless.Runtime;

/// <summary>A function of the running application, as the generated module initializer registers it.</summary>
/// <param name="Id">Logical id: the handler string of an executable.</param>
/// <param name="Handler">Its handler. Creating the delegate creates nothing else; the object graph is built on first use.</param>
/// <param name="Routes">`{api} {route key}` for each route it answers: `OrdersApi GET /orders/{id}`.</param>
/// <param name="TimeoutSeconds">The configured timeout, 1 to 900 s.</param>
public sealed record FunctionDescription(string Id, FunctionHandler Handler, IReadOnlyList<string> Routes, int TimeoutSeconds);

/// <summary>Every function of the process. Filled by generated module initializers, read by the hosts.</summary>
public static class FunctionTable
{
    private static readonly ConcurrentDictionary<string, FunctionDescription> Entries = new(StringComparer.Ordinal);

    /// <summary>Adds a function; a second registration of an id replaces the first.</summary>
    public static void Register(FunctionDescription function) => Entries[function.Id] = function;

    /// <summary>The function with this id, or null.</summary>
    public static FunctionDescription? Find(string id) => Entries.GetValueOrDefault(id);

    /// <summary>All functions, in the order of their ids.</summary>
    public static IReadOnlyList<FunctionDescription> All => [.. Entries.Values.OrderBy(static f => f.Id, StringComparer.Ordinal)];
}
