using System.Diagnostics;

namespace Serverless;

/// <summary>An S3 bucket: encrypted, public access blocked, reachable over TLS only.</summary>
/// <param name="id">Logical id, letters and digits, unique (SVLS2003).</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BucketResourceAttribute(string id) : Attribute
{
    /// <summary>Logical id.</summary>
    public string Id { get; } = id;

    /// <summary>True = the bucket sends its events to EventBridge. Default: false, unless a machine is started by the bucket.</summary>
    public bool EventBridge { get; set; }

    /// <summary>Days after which objects are deleted, at least 1. Default: never.</summary>
    public int ExpirationDays { get; set; }

    /// <summary>True = old versions of objects are kept. Default: false.</summary>
    public bool Versioned { get; set; }

    /// <summary>What happens when the bucket leaves the stack; it must be empty to be deleted. Default: the application's.</summary>
    public RemovalPolicy Removal { get; set; }
}
