using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Bodies;
using Mrap.Signing.Verification;

namespace Mrap.Sandbox.Identity;

/// <summary>
/// The body of a request, checked against its signature as it is read; what is wrong with it ends the request as AWS would end it.
/// </summary>
internal sealed class RequestBody : Stream
{
    /// <summary>The largest body of one request: 5 GiB (AWS page "Amazon S3 objects overview").</summary>
    public const long MaxLength = 5L * 1024 * 1024 * 1024;

    private static readonly FrozenDictionary<string, string> s_none = FrozenDictionary<string, string>.Empty;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly Stream _checked;
    private readonly TimeProvider _time;
    private readonly CancellationToken _aborted;
    private readonly Dictionary<string, string>? _trailers;
    private CancellationTokenSource? _patience;
    private CancellationTokenRegistration _registration;

    private RequestBody(Stream body, long? length, bool hasTrailers, TimeProvider time, CancellationToken aborted)
    {
        _checked = body;
        _time = time;
        _aborted = aborted;
        AnnouncedLength = length;
        _trailers = hasTrailers ? new(StringComparer.Ordinal) : null;
    }

    /// <summary>The length of the decoded body in bytes; null when it was not announced.</summary>
    public long? AnnouncedLength { get; }

    /// <summary>The trailing headers by lower-case name; complete once the body was read to its end.</summary>
    public IReadOnlyDictionary<string, string> Trailers => (IReadOnlyDictionary<string, string>?)_trailers ?? s_none;

    /// <summary>How much of the decoded body was read so far, in bytes.</summary>
    public long Received { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens the body of a request.</summary>
    /// <exception cref="ServiceException">It announces too much, or chunks without their decoded length.</exception>
    public static RequestBody Open(HttpRequest request, Authentication authentication, TimeProvider time)
    {
        var payload = authentication.Payload;
        long? length = payload.IsChunked ? DecodedLength(request) : request.ContentLength;
        if (length > MaxLength)
        {
            throw ServiceErrors.EntityTooLarge(length.Value, MaxLength);
        }

        Stream body = payload.Kind switch
        {
            PayloadKind.Hashed => new HashVerifyingStream(request.Body, payload.Text),
            PayloadKind.Unsigned => request.Body,
            PayloadKind.SignedChunks or PayloadKind.SignedChunksWithTrailer or PayloadKind.UnsignedChunksWithTrailer =>
                new ChunkedBodyReader(request.Body, payload, authentication.Chunks)
                {
                    DecodedLength = length,
                    AnnouncedTrailers = request.Headers.TryGetValue("x-amz-trailer", out var names) ? names.ToString() : null,
                },
            _ => throw new InvalidOperationException($"unknown payload {payload.Kind}"),
        };
        return new RequestBody(body, length, payload.HasTrailer, time, request.HttpContext.RequestAborted);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await _checked.ReadAsync(buffer, Patience(cancellationToken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && !_aborted.IsCancellationRequested)
        {
            throw ServiceException.Of(
                400, "RequestTimeout",
                "Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be "
                    + "closed.");
        }
        catch (BodyFaultException fault)
        {
            throw ServiceException.Of(fault);
        }
        catch (BadHttpRequestException)
        {
            throw ServiceException.Of(
                400, "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header");
        }

        Received += read;
        if (Received > MaxLength)
        {
            throw ServiceErrors.EntityTooLarge(Received, MaxLength);
        }

        if (
            read == 0
                && buffer.Length > 0
                && _trailers is not null
                && _checked is VerifiedBodyStream { Trailers: { IsEmpty: false } trailers })
        {
            foreach (var (name, value) in trailers)
            {
                _trailers[name] = value;
            }
        }

        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _registration.Dispose();
            _patience?.Dispose();

            // The request's own stream is the server's; what verifies it is ours.
            (_checked as VerifiedBodyStream)?.Dispose();
        }

        base.Dispose(disposing);
    }

    // One source serves all reads of a body: each read winds it up again.
    private CancellationToken Patience(CancellationToken cancellation)
    {
        // One that ran out while the server was busy with what it had read is no fault of the client.
        if (_patience is { IsCancellationRequested: true } && !cancellation.IsCancellationRequested)
        {
            _registration.Dispose();
            _patience.Dispose();
            _patience = null;
        }

        if (_patience is null)
        {
            _patience = new CancellationTokenSource(s_patience, _time);
            _registration = cancellation.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _patience);
        }
        else
        {
            _patience.CancelAfter(s_patience);
        }

        return _patience.Token;
    }

    private static long DecodedLength(HttpRequest request) =>
        long.TryParse(
            request.Headers["x-amz-decoded-content-length"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw ServiceErrors.MissingContentLength();
}
