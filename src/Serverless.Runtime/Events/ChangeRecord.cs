namespace Serverless;

/// <summary>What happened to an item of a table.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    Insert,

    /// <summary>It was there and is different now.</summary>
    Modify,

    /// <summary>It is gone.</summary>
    Remove,
}

/// <summary>One change in a DynamoDB stream.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <param name="Before">The item before; default when it was inserted or the stream does not carry old images.</param>
/// <param name="After">The item after; default when it was removed or the stream does not carry new images.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Keys">Key attributes as text.</param>
public sealed record ChangeRecord<T>(T? Before, T? After, ChangeKind Kind, IReadOnlyDictionary<string, string> Keys);
