using System.Text;

namespace Serverless.Testing;

/// <summary>A request that the Runtime API server of the tests received.</summary>
/// <param name="Method">`GET` or `POST`.</param>
/// <param name="Path">As sent.</param>
/// <param name="Headers">By name, case ignored.</param>
/// <param name="Body">As sent.</param>
/// <param name="Connection">Number of the connection it came on, from 1.</param>
public sealed record RuntimeApiRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body, int Connection)
{
    /// <summary>The chunks that the body came in, in order; empty when it had a length.</summary>
    public IReadOnlyList<byte[]> Chunks { get; init; } = [];

    /// <summary>Lines behind the last chunk, by name, case ignored.</summary>
    public IReadOnlyDictionary<string, string> Trailers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>True for a request that waits for an invocation, or for a restore.</summary>
    public bool IsNext => Path.EndsWith("/next", StringComparison.Ordinal);

    /// <summary>True for the answer of an invocation.</summary>
    public bool IsResponse => Path.EndsWith("/response", StringComparison.Ordinal);

    /// <summary>True for the failure of an invocation or of the start.</summary>
    public bool IsError => Path.EndsWith("/error", StringComparison.Ordinal);
}
