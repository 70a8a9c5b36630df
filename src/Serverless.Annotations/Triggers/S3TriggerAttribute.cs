using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Calls the method when objects of a bucket change; on a state machine class it starts an execution through an EventBridge rule,
/// and a bucket declared in code is switched to EventBridge.
/// </summary>
/// <param name="bucket">The bucket in the value grammar: <c>@Uploads</c>.</param>
/// <param name="events">S3 event names. Default: <c>s3:ObjectCreated:*</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class S3TriggerAttribute(string bucket, params string[] events) : Attribute
{
    /// <summary>The bucket as written.</summary>
    public string Bucket { get; } = bucket;

    /// <summary>Event names as written; none = <c>s3:ObjectCreated:*</c>.</summary>
    public string[] Events { get; } = events;

    /// <summary>Only keys that start so. Default: all.</summary>
    public string? Prefix { get; set; }

    /// <summary>Only keys that end so. Default: all.</summary>
    public string? Suffix { get; set; }
}
