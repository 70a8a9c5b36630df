using System.Collections.Concurrent;
using System.Text;

namespace Serverless.StepFunctions.Local;

/// <summary>The objects that distributed Maps read and write, instead of S3.</summary>
internal sealed class LocalObjects
{
    private readonly ConcurrentDictionary<(string Bucket, string Key), LocalObject> _objects = new();

    public void Put(string bucket, string key, string content, DateTimeOffset time) => _objects[(bucket, key)] = new LocalObject(key, content, time);

    public LocalObject? Find(string bucket, string key) => _objects.TryGetValue((bucket, key), out var found) ? found : null;

    /// <summary>In the order of their keys, as S3 lists them.</summary>
    public IEnumerable<LocalObject> List(string bucket, string prefix) =>
        _objects.Where(o => o.Key.Bucket == bucket && o.Key.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(static o => o.Value).OrderBy(static o => o.Key, StringComparer.Ordinal);
}

/// <summary>An object.</summary>
internal sealed record LocalObject(string Key, string Content, DateTimeOffset Time)
{
    public int Size => Encoding.UTF8.GetByteCount(Content);

    public string ETag => "\"" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Content)))[..32].ToLowerInvariant() + "\"";
}
