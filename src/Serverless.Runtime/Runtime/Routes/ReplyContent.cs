using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// A result of a handler on its way out through filters: what it is and how it is written stay together, so that a filter can add headers
/// or another status without knowing the type.
/// </summary>
internal abstract class ReplyContent
{
    /// <summary>What the handler returned.</summary>
    public abstract object? Value { get; }

    /// <summary>Writing takes as long as somebody else needs: the deadline counts.</summary>
    public virtual bool TakesTime => false;

    public abstract ValueTask WriteAsync(ReplyTarget target, int statusCode, ReplyParts? parts, CancellationToken cancellationToken);
}
