using System.Diagnostics.CodeAnalysis;

namespace Serverless.Runtime.Api;

/// <summary>The answer of one invocation, streamed over the connection of its loop. An object for each invocation: one that a handler keeps cannot begin the answer of the next.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The stream has nothing to release; it is ended with the answer.")]
internal sealed class StreamedAnswer(RuntimeApiClient api, string requestId) : ResponseStreaming
{
    private ChunkedStream? _body;
    private bool _isEnded;
    private bool _isConnected;

    /// <summary>True when the answer is, or was to be, streamed: nothing else may be posted then.</summary>
    public bool IsBegun => _body is not null;

    public override Stream Begin(ReadOnlySpan<byte> prelude)
    {
        ObjectDisposedException.ThrowIf(_isEnded, this);
        if (_body is not null)
            throw new InvalidOperationException("The answer has begun already.");
        _body = new ChunkedStream(api);
        api.BeginChunks(requestId);
        _isConnected = true;
        // Eight NUL bytes end the prelude; JSON cannot contain them.
        _body.Write([.. prelude, 0, 0, 0, 0, 0, 0, 0, 0]);
        return _body;
    }

    /// <summary>Ends the answer. Status of the service, or <see cref="RuntimeApiClient.NoAnswer"/>.</summary>
    /// <param name="failure">What the handler threw after it had begun; null = the answer is whole.</param>
    public int End(Exception? failure)
    {
        _isEnded = true;
        if (_body is null || !_isConnected)
            return RuntimeApiClient.NoAnswer;
        _body.Dispose();
        return api.EndChunks(_body.IsBroken, failure is null ? [] : StreamTrailers.Of(failure));
    }

    /// <summary>The invocation is answered otherwise.</summary>
    public void Forgo() => _isEnded = true;
}
