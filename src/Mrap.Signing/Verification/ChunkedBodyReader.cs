using System.Collections.Immutable;
using Mrap.Signing.Bodies;

namespace Mrap.Signing.Verification;

/// <summary>Decodes an aws-chunked body and checks chunk signatures, lengths and trailing headers on the way.</summary>
/// <remarks>
/// Holds one buffer of 64 KiB whatever the chunks' sizes. The last bytes of a chunk are given out only after its signature is right.
/// Source: AWS pages "Transferring payload in multiple chunks" and "Including trailing headers".
/// </remarks>
public sealed class ChunkedBodyReader : VerifiedBodyStream
{
    /// <summary>The smallest length in bytes of a chunk that is not the last.</summary>
    public const int UsualMinimumChunkLength = 8192;

    private readonly Stream _body;
    private readonly ChunkDecoder _decoder;

    /// <summary>Starts reading a body.</summary>
    /// <param name="body">The body as sent; not disposed.</param>
    /// <param name="payload">The declaration of x-amz-content-sha256, one of the chunked kinds.</param>
    /// <param name="chain">The chain begun by the request's signature; needed exactly when the chunks are signed.</param>
    /// <exception cref="ArgumentException">The payload is not chunked, or the chain is missing.</exception>
    public ChunkedBodyReader(Stream body, PayloadDeclaration payload, ChunkSignatureChain? chain)
    {
        if (!payload.IsChunked)
        {
            throw new ArgumentException("the payload is not in chunks", nameof(payload));
        }

        if (payload.HasSignedChunks && chain is null)
        {
            throw new ArgumentException("signed chunks need the signature they are chained to", nameof(chain));
        }

        _body = body;
        _decoder = new ChunkDecoder(payload, payload.HasSignedChunks ? chain : null) { MinimumChunkLength = UsualMinimumChunkLength };
    }

    /// <summary>The value of x-amz-decoded-content-length in bytes; null when the request has none, and then it is not checked.</summary>
    public long? DecodedLength
    {
        get => _decoder.DecodedLength;
        init => _decoder.DecodedLength = value;
    }

    /// <summary>The value of x-amz-trailer; null when the request has none, and then there must be no trailing headers.</summary>
    public string? AnnouncedTrailers
    {
        get => _decoder.AnnouncedTrailers;
        init => _decoder.AnnouncedTrailers = value;
    }

    /// <summary>The smallest length in bytes of a chunk that another follows; 8192 as in AWS, 0 takes any.</summary>
    public int MinimumChunkLength
    {
        get => _decoder.MinimumChunkLength;
        init => _decoder.MinimumChunkLength = value;
    }

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Trailers => _decoder.Trailers;

    /// <inheritdoc/>
    /// <exception cref="BodyFaultException">The body is not what was signed or announced.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (true)
        {
            if (_decoder.TryAdvance(buffer, out var given))
            {
                return given;
            }

            if (_decoder.ReadsDirectly(buffer.Length))
            {
                return _decoder.Take(buffer, _body.Read(buffer[.._decoder.Room(buffer.Length)]));
            }

            _decoder.Fill(_body.Read(_decoder.FreeSpace().Span));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="BodyFaultException">The body is not what was signed or announced.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (true)
        {
            if (_decoder.TryAdvance(buffer.Span, out var given))
            {
                return given;
            }

            if (_decoder.ReadsDirectly(buffer.Length))
            {
                var read = await _body.ReadAsync(buffer[.._decoder.Room(buffer.Length)], cancellationToken);
                return _decoder.Take(buffer.Span, read);
            }

            _decoder.Fill(await _body.ReadAsync(_decoder.FreeSpace(), cancellationToken));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoder.Dispose();
        }

        base.Dispose(disposing);
    }
}
