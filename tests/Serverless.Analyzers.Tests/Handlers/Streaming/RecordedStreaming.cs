using System.Text;
using Serverless.Runtime;

namespace Serverless.Analyzers.Tests.Handlers.Streaming;

/// <summary>A host that streams: keeps the prelude and every piece between two flushes.</summary>
internal sealed class RecordedStreaming : ResponseStreaming
{
    public string? Prelude { get; private set; }

    public List<string> Pieces { get; } = [];

    public string Body => string.Concat(Pieces);

    public override Stream Begin(ReadOnlySpan<byte> prelude)
    {
        Assert.Null(Prelude);
        Prelude = Encoding.UTF8.GetString(prelude);
        return new Pipe(this);
    }

    private sealed class Pipe(RecordedStreaming owner) : MemoryStream
    {
        public override void Flush()
        {
            if (Length > 0)
                owner.Pieces.Add(Encoding.Latin1.GetString(ToArray()));
            SetLength(0);
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flush();
            return Task.CompletedTask;
        }
    }
}
