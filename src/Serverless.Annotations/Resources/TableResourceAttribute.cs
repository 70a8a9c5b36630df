using System.Diagnostics;

namespace Serverless;

/// <summary>
/// A DynamoDB table, on demand, encrypted, with point-in-time recovery. For samples and small services; anything richer comes from
/// the project's own CloudFormation fragment, under the same <c>@Id</c>. No physical name is set: stacks can exist twice.
/// </summary>
/// <param name="id">Logical id, letters and digits, unique (SVLS2003).</param>
/// <param name="partitionKey">Attribute name; a string key. <c>number:year</c> and <c>binary:hash</c> say otherwise.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class TableResourceAttribute(string id, string partitionKey) : Attribute
{
    /// <summary>Logical id.</summary>
    public string Id { get; } = id;

    /// <summary>Partition key as written.</summary>
    public string PartitionKey { get; } = partitionKey;

    /// <summary>Sort key, written like the partition key. Default: none.</summary>
    public string? SortKey { get; set; }

    /// <summary>Global secondary indexes, all attributes projected, each as <c>byEmail: email, placedAt</c> (name, partition key, optional sort key).</summary>
    public string[]? Indexes { get; set; }

    /// <summary>Attribute that holds the time an item expires, in seconds since the Unix epoch. Default: items do not expire.</summary>
    public string? TimeToLive { get; set; }

    /// <summary>True = changes are streamed with old and new images. Default: false.</summary>
    public bool Stream { get; set; }

    /// <summary>What happens when the table leaves the stack. Default: the application's.</summary>
    public RemovalPolicy Removal { get; set; }
}
