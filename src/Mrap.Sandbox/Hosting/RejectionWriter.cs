using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.Hosting;

/// <summary>
/// The sending side of a connection. It passes everything on, until the server refuses a request it could not read:
/// then it sends S3's answer in the place of the server's own, which has no body.
/// </summary>
internal sealed class RejectionWriter(IDuplexPipe transport, TimeProvider time) : PipeWriter
{
    private const int MaxDrained = 32 * 1024 * 1024;
    private static readonly TimeSpan s_longestDrain = TimeSpan.FromSeconds(2);

    private readonly PipeWriter _inner = transport.Output;
    private bool _isDrained;
    private byte[]? _answer;
    private byte[]? _discarded;

    /// <inheritdoc/>
    public override bool CanGetUnflushedBytes => _inner.CanGetUnflushedBytes;

    /// <inheritdoc/>
    public override long UnflushedBytes => _inner.UnflushedBytes;

    /// <summary>Answers in the server's place from now on.</summary>
    public void Reject(BadHttpRequestException refusal)
    {
        if (_discarded is null)
        {
            _answer = RejectionAnswer.Render(refusal, time.GetUtcNow());
            _isDrained = !RejectionAnswer.IsTooLarge(refusal);
            _discarded = new byte[4096];
        }
    }

    /// <inheritdoc/>
    public override Memory<byte> GetMemory(int sizeHint = 0) => _discarded is null ? _inner.GetMemory(sizeHint) : Discarded(sizeHint);

    /// <inheritdoc/>
    public override Span<byte> GetSpan(int sizeHint = 0) => _discarded is null ? _inner.GetSpan(sizeHint) : Discarded(sizeHint);

    /// <inheritdoc/>
    public override void Advance(int bytes)
    {
        if (_discarded is null)
        {
            _inner.Advance(bytes);
        }
    }

    /// <inheritdoc/>
    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (_answer is not { } answer)
        {
            return _inner.FlushAsync(cancellationToken);
        }

        _answer = null;
        return AnswerAsync(answer, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
        _discarded is null ? _inner.WriteAsync(source, cancellationToken) : FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override void CancelPendingFlush() => _inner.CancelPendingFlush();

    /// <inheritdoc/>
    public override void Complete(Exception? exception = null) => _inner.Complete(exception);

    /// <inheritdoc/>
    public override ValueTask CompleteAsync(Exception? exception = null) => _inner.CompleteAsync(exception);

    // A connection that is closed on top of bytes nobody read is reset, and the client may lose the answer with it.
    private async ValueTask<FlushResult> AnswerAsync(byte[] answer, CancellationToken cancellation)
    {
        var flushed = await _inner.WriteAsync(answer, cancellation);
        if (_isDrained)
        {
            return flushed;
        }

        _isDrained = true;
        using var timeout = new CancellationTokenSource(s_longestDrain, time);
        try
        {
            for (var left = (long)MaxDrained; left > 0;)
            {
                var read = await transport.Input.ReadAsync(timeout.Token);
                left -= read.Buffer.Length;
                transport.Input.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted || read.IsCanceled)
                {
                    break;
                }
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            // The client had its time, or is gone.
        }

        return flushed;
    }

    private byte[] Discarded(int sizeHint) => _discarded!.Length >= sizeHint ? _discarded : _discarded = new byte[sizeHint];
}
