using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Mrap.Signing;

/// <summary>Decodes an aws-chunked body and checks chunk signatures, lengths and trailing headers on the way.</summary>
/// <remarks>
/// Holds one buffer of 64 KiB whatever the chunks' sizes. The last bytes of a chunk are given out only after its signature is right.
/// Source: AWS pages "Transferring payload in multiple chunks" and "Including trailing headers".
/// </remarks>
public sealed class ChunkedBodyReader : VerifiedBodyStream
{
    /// <summary>The smallest length in bytes of a chunk that is not the last.</summary>
    public const int UsualMinimumChunkLength = 8192;

    private const int BufferLength = 64 * 1024;
    private const int DirectReadLength = 4096;
    private const int MaxHeaderLine = 512;

    private readonly Stream _body;
    private readonly PayloadDeclaration _payload;
    private readonly ChunkSignatureChain? _chain;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly TrailerLines _trailers;
    private readonly FramingBuffer _buffer = new(BufferLength);
    private Expecting _expecting = Expecting.ChunkHeader;
    private long _remaining;
    private long _decoded;
    private bool _hadSmallChunk;
    private string _signature = "";
    private BodyFaultException? _fault;

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
        _payload = payload;
        _chain = payload.HasSignedChunks ? chain : null;
        _trailers = new TrailerLines(_chain);
    }

    private enum Expecting
    {
        ChunkHeader,
        ChunkBytes,
        ChunkEnd,
        LastChunkEnd,
        Trailers,
        Nothing,
        End,
    }

    /// <summary>The value of x-amz-decoded-content-length in bytes; null when the request has none, and then it is not checked.</summary>
    public long? DecodedLength { get; init; }

    /// <summary>The value of x-amz-trailer; null when the request has none, and then there must be no trailing headers.</summary>
    public string? AnnouncedTrailers { get; init; }

    /// <summary>The smallest length in bytes of a chunk that another follows; 8192 as in AWS, 0 takes any.</summary>
    public int MinimumChunkLength { get; init; } = UsualMinimumChunkLength;

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<string, string>> Trailers => _expecting == Expecting.End ? _trailers.Headers : [];

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
            if (TryAdvance(buffer, out var given))
            {
                return given;
            }

            if (ReadsDirectly(buffer.Length))
            {
                return Take(buffer, _body.Read(buffer[..(int)Math.Min(buffer.Length, _remaining)]));
            }

            Fill(_body.Read(_buffer.FreeSpace().Span));
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
            if (TryAdvance(buffer.Span, out var given))
            {
                return given;
            }

            if (ReadsDirectly(buffer.Length))
            {
                var read = await _body.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _remaining)], cancellationToken);
                return Take(buffer.Span, read);
            }

            Fill(await _body.ReadAsync(_buffer.FreeSpace(), cancellationToken));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _buffer.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool ReadsDirectly(int wanted) => _expecting == Expecting.ChunkBytes && _buffer.IsEmpty && wanted >= DirectReadLength;

    /// <summary>Goes on with what is buffered; false when more of the body is needed.</summary>
    private bool TryAdvance(Span<byte> buffer, out int given)
    {
        ObjectDisposedException.ThrowIf(_buffer.IsDisposed, this);
        if (_fault is not null)
        {
            throw _fault;
        }

        given = 0;
        while (_expecting != Expecting.End)
        {
            if (_expecting == Expecting.ChunkBytes)
            {
                var count = _buffer.Take(buffer[..(int)Math.Min(buffer.Length, _remaining)]);
                given = count == 0 ? 0 : Take(buffer, count);
                return count > 0;
            }

            if (_expecting == Expecting.Nothing)
            {
                return _buffer.IsEmpty ? false : throw Refuse(BodyFaultKind.MalformedChunk, "The request body has bytes after its last chunk.");
            }

            if (!TryLine(out var line))
            {
                return false;
            }

            Accept(line);
        }

        return true;
    }

    private void Accept(ReadOnlySpan<byte> line)
    {
        switch (_expecting)
        {
            case Expecting.ChunkHeader:
                BeginChunk(line);
                break;
            case Expecting.ChunkEnd:
                RequireEmpty(line);
                _expecting = Expecting.ChunkHeader;
                break;
            case Expecting.LastChunkEnd:
                RequireEmpty(line);
                _expecting = Expecting.Nothing;
                break;
            default:
                if (_trailers.Accept(line, AnnouncedTrailers) is { } fault)
                {
                    throw Refuse(fault.Kind, fault.Message);
                }

                _expecting = _trailers.AreComplete ? Expecting.Nothing : Expecting.Trailers;
                break;
        }
    }

    private void BeginChunk(ReadOnlySpan<byte> line)
    {
        if (!ChunkHeader.TryParse(line, _chain is not null, out _remaining, out _signature))
        {
            throw Refuse(BodyFaultKind.MalformedChunk, "The chunk header of the request body is malformed.");
        }

        if (_remaining > (DecodedLength ?? long.MaxValue) - _decoded)
        {
            throw Refuse(BodyFaultKind.LengthMismatch, "The request body has more bytes than the x-amz-decoded-content-length header says.");
        }

        if (_remaining > 0)
        {
            if (_hadSmallChunk)
            {
                throw Refuse(BodyFaultKind.ChunkTooSmall, "Only the last chunk is allowed to have a size less than 8192 bytes");
            }

            _hadSmallChunk = _remaining < MinimumChunkLength;
            _expecting = Expecting.ChunkBytes;
            return;
        }

        VerifyChunk();
        if (DecodedLength is { } length && _decoded != length)
        {
            throw Refuse(BodyFaultKind.IncompleteBody, "The request body terminated unexpectedly");
        }

        _expecting = _payload.HasTrailer ? Expecting.Trailers : Expecting.LastChunkEnd;
    }

    private int Take(ReadOnlySpan<byte> buffer, int count)
    {
        if (count == 0)
        {
            throw Refuse(BodyFaultKind.IncompleteBody, "The request body terminated unexpectedly");
        }

        if (_chain is not null)
        {
            _hash.AppendData(buffer[..count]);
        }

        _remaining -= count;
        _decoded += count;
        if (_remaining == 0)
        {
            VerifyChunk();
            _expecting = Expecting.ChunkEnd;
        }

        return count;
    }

    private void VerifyChunk()
    {
        if (_chain is null)
        {
            return;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(hash);
        if (!_chain.VerifyChunk(hash, _signature))
        {
            throw Refuse(BodyFaultKind.SignatureMismatch, "The chunk signature we calculated does not match the signature you provided. Check your key and signing method.");
        }
    }

    private bool TryLine(out ReadOnlySpan<byte> line)
    {
        var inTrailers = _expecting == Expecting.Trailers;
        var kind = inTrailers ? BodyFaultKind.MalformedTrailer : BodyFaultKind.MalformedChunk;
        return _buffer.TakeLine(inTrailers ? TrailerLines.MaxLength : MaxHeaderLine, bareFeedEnds: inTrailers, out line) switch
        {
            FramingLine.Whole => true,
            FramingLine.Unfinished => false,
            FramingLine.TooLong => throw Refuse(kind, "A line of the request body's framing is too long."),
            _ => throw Refuse(kind, "A line of the request body's framing does not end with CR LF."),
        };
    }

    private void RequireEmpty(ReadOnlySpan<byte> line)
    {
        if (!line.IsEmpty)
        {
            throw Refuse(BodyFaultKind.MalformedChunk, "A chunk of the request body is longer than its header says.");
        }
    }

    private void Fill(int read)
    {
        _buffer.Filled(read);
        if (read > 0)
        {
            return;
        }

        if (_expecting != Expecting.Nothing)
        {
            throw Refuse(BodyFaultKind.IncompleteBody, "The request body terminated unexpectedly");
        }

        _expecting = Expecting.End;
    }

    private BodyFaultException Refuse(BodyFaultKind kind, string message) => _fault = new BodyFaultException(kind, message);
}
