using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Serverless.Runtime;

namespace Serverless.Hosting.Gateway;

/// <summary>An answer that reaches the client while the handler still writes it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The stream owns nothing: the server ends what it writes to.")]
internal sealed class StreamedAnswer(HttpContext context, CorsPolicy? cors) : ResponseStreaming
{
    private BodyStream? _body;

    /// <summary>Status and headers are decided: nothing else can be answered any more.</summary>
    public bool HasBegun => _body is not null;

    public override Stream Begin(ReadOnlySpan<byte> prelude)
    {
        if (_body is not null)
            throw new InvalidOperationException("The answer has begun already.");
        if (!GatewayAnswer.TryReadHead(prelude, out var head) || !GatewayResponse.TrySendHead(context, head, cors))
        {
            context.Response.Clear();
            throw new InvalidOperationException("The head of a streamed answer is an object with statusCode, headers and cookies.");
        }

        if (context.Response.Headers.ContentType.Count == 0 && head.StatusCode is not (204 or 304))
            context.Response.Headers.ContentType = head.DefaultContentType;
        // Handlers may write either way; each has a thread of its own.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } control)
            control.AllowSynchronousIO = true;
        return _body = new BodyStream(context.Response.Body, HttpMethods.IsHead(context.Request.Method) || head.StatusCode is 204 or 304);
    }

    /// <summary>What the handler writes from now on goes nowhere: the server uses its objects again for other requests.</summary>
    public void End() => _body?.End();

    private sealed class BodyStream(Stream body, bool hasNoBody) : Stream
    {
        private volatile bool _ended;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void End() => _ended = true;

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (IsOpen())
                body.Write(buffer);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            IsOpen() ? body.WriteAsync(buffer, cancellationToken) : ValueTask.CompletedTask;

        public override void Flush()
        {
            if (IsOpen())
                body.Flush();
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => IsOpen() ? body.FlushAsync(cancellationToken) : Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private bool IsOpen()
        {
            if (_ended)
                throw new InvalidOperationException("The answer has ended: the invocation took longer than the function's timeout.");
            return !hasNoBody;
        }
    }
}
