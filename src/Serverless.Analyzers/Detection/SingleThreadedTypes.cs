using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Detection;

/// <summary>Types whose objects one thread at a time may use, and what to do instead. Clients of the AWS SDK, HttpClient and the concurrent collections are none of them.</summary>
internal static class SingleThreadedTypes
{
    private const string PerInvocation = "make one for each invocation";
    private const string Concurrent = "use a concurrent collection, or lock";

    /// <summary>Objects that any use changes.</summary>
    public static string? RemedyOf(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            var space = at.ContainingNamespace?.Name;
            var remedy = at.Name switch
            {
                "DbConnection" or "IDbConnection" or "DbCommand" or "IDbCommand" or "DbDataReader" or "DbTransaction" when space is "Common" or "Data" => "open one for each invocation, the pool makes that cheap",
                "DbContext" when space == "EntityFrameworkCore" => "make one for each invocation, in a scope or by an IDbContextFactory",
                "Random" when space == "System" => "use Random.Shared",
                "MemoryStream" when space == "IO" => PerInvocation,
                "Utf8JsonWriter" when space == "Json" => PerInvocation,
                "HttpContext" when space == "Http" => "take it from the request",
                _ => null,
            };
            if (remedy is not null)
                return remedy;
        }

        return null;
    }

    /// <summary>Objects that may be read by many as long as nobody writes.</summary>
    public static string? RemedyOfWritten(ITypeSymbol? type) => type is not { ContainingNamespace: { } space } ? null : (type.Name, space.Name) switch
    {
        ("Dictionary", "Generic") => "use ConcurrentDictionary",
        ("List" or "HashSet" or "Queue" or "Stack" or "SortedDictionary" or "SortedList" or "SortedSet" or "LinkedList" or "PriorityQueue", "Generic") => Concurrent,
        ("StringBuilder", "Text") => PerInvocation,
        _ => null,
    };
}
