using System.Collections.Immutable;
using Mrap.Signing.Bodies;

namespace Mrap.Signing.Verification;

/// <summary>A forward-only body that checks itself while it is read and refuses before it reports its end.</summary>
/// <remarks>
/// Read it until it gives no more bytes: only then is all of it checked. What was read before a <see cref="BodyFaultException"/> must be
/// dropped.
/// The stream below belongs to the caller and is not disposed.
/// </remarks>
public abstract class VerifiedBodyStream : Stream
{
    private protected VerifiedBodyStream()
    {
    }

    /// <summary>The trailing headers, names in lower case, in the order sent; empty before the end and for bodies without them.</summary>
    public virtual ImmutableArray<KeyValuePair<string, string>> Trailers => [];

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Not known before the end.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override long Length => throw new NotSupportedException();

    /// <summary>The body has no positions.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens the body of a verified request in the way its payload asks for.</summary>
    /// <param name="verified">The verified signature.</param>
    /// <param name="body">The body as sent.</param>
    /// <param name="decodedLength">The value of x-amz-decoded-content-length in bytes, or null; looked at for chunked bodies only.</param>
    /// <param name="announcedTrailers">The value of x-amz-trailer, or null; looked at for chunked bodies only.</param>
    /// <returns>
    /// A <see cref="ChunkedBodyReader"/>, a <see cref="HashVerifyingStream"/>, or the body itself when its signature does not cover it.
    /// </returns>
    public static Stream Open(SignatureVerification.Valid verified, Stream body, long? decodedLength, string? announcedTrailers) =>
        verified.Payload.Kind switch
        {
            PayloadKind.Hashed => new HashVerifyingStream(body, verified.Payload.Text),
            PayloadKind.Unsigned => body,
            _ => new ChunkedBodyReader(body, verified.Payload, verified.Chunks)
            {
                DecodedLength = decodedLength,
                AnnouncedTrailers = announcedTrailers,
            },
        };

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Does nothing: there is nothing to flush.</summary>
    public override void Flush()
    {
    }

    /// <summary>The body has no positions.</summary>
    /// <param name="offset">Ignored.</param>
    /// <param name="origin">Ignored.</param>
    /// <returns>Never.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>The length is the sender's.</summary>
    /// <param name="value">Ignored.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>The body is read only.</summary>
    /// <param name="buffer">Ignored.</param>
    /// <param name="offset">Ignored.</param>
    /// <param name="count">Ignored.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
