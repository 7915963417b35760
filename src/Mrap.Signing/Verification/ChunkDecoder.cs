using System.Collections.Immutable;
using System.Security.Cryptography;
using Mrap.Signing.Bodies;

namespace Mrap.Signing.Verification;

/// <summary>
/// Takes aws-chunked framing apart, without reading anything itself: what is expected next, and whether what comes is that.
/// </summary>
internal sealed class ChunkDecoder : IDisposable
{
    private const int BufferLength = 64 * 1024;
    private const int DirectReadLength = 4096;
    private const int MaxHeaderLine = 512;

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

    /// <summary>Expects the first chunk.</summary>
    /// <param name="payload">The declaration of x-amz-content-sha256, one of the chunked kinds.</param>
    /// <param name="chain">The chain begun by the request's signature; null when the chunks are not signed.</param>
    public ChunkDecoder(PayloadDeclaration payload, ChunkSignatureChain? chain)
    {
        _payload = payload;
        _chain = chain;
        _trailers = new TrailerLines(chain);
    }

    /// <summary>The announced length of the decoded body in bytes; null when there is none, and then it is not checked.</summary>
    public long? DecodedLength { get; set; }

    /// <summary>The announced names of the trailing headers; null when there are none, and then any are taken.</summary>
    public string? AnnouncedTrailers { get; set; }

    /// <summary>The smallest length in bytes of a signed chunk that another follows.</summary>
    public int MinimumChunkLength { get; set; }

    /// <summary>The trailing headers; empty before the end of the body.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Trailers => _expecting == Expecting.End ? _trailers.Headers : [];

    /// <summary>Whether the body may be read straight into the caller's buffer: bytes of a chunk come next and none are buffered.</summary>
    public bool ReadsDirectly(int wanted) => _expecting == Expecting.ChunkBytes && _buffer.IsEmpty && wanted >= DirectReadLength;

    /// <summary>The part of a buffer that the bytes of the chunk under way may fill.</summary>
    public int Room(int wanted) => (int)Math.Min(wanted, _remaining);

    /// <summary>The room for more of the framed body.</summary>
    public Memory<byte> FreeSpace() => _buffer.FreeSpace();

    /// <summary>Goes on with what is buffered.</summary>
    /// <param name="buffer">Where decoded bytes go.</param>
    /// <param name="given">How many went there; 0 at the end of the body.</param>
    /// <returns>False when more of the body is needed.</returns>
    /// <exception cref="BodyFaultException">The body is not what was signed or announced.</exception>
    public bool TryAdvance(Span<byte> buffer, out int given)
    {
        ObjectDisposedException.ThrowIf(_buffer.IsDisposed, typeof(ChunkedBodyReader));
        if (_fault is not null)
        {
            throw _fault;
        }

        given = 0;
        while (_expecting != Expecting.End)
        {
            if (_expecting == Expecting.ChunkBytes)
            {
                var count = _buffer.Take(buffer[..Room(buffer.Length)]);
                given = count == 0 ? 0 : Take(buffer, count);
                return count > 0;
            }

            if (_expecting == Expecting.Nothing)
            {
                return _buffer.IsEmpty
                    ? false
                    : throw Refuse(BodyFaultKind.MalformedChunk, "The request body has bytes after its last chunk.");
            }

            if (!TryLine(out var line))
            {
                return false;
            }

            Accept(line);
        }

        return true;
    }

    /// <summary>Counts and hashes bytes of a chunk; none mean that the body ended too soon.</summary>
    public int Take(ReadOnlySpan<byte> buffer, int count)
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

    /// <summary>Counts what was read into the free space; none mean that the body has ended.</summary>
    public void Fill(int read)
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

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffer.Dispose();
        _hash.Dispose();
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
            throw Refuse(
                BodyFaultKind.LengthMismatch, "The request body has more bytes than the x-amz-decoded-content-length header says.");
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
            throw Refuse(
                BodyFaultKind.SignatureMismatch,
                "The chunk signature we calculated does not match the signature you provided. Check your key and signing method.");
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

    private BodyFaultException Refuse(BodyFaultKind kind, string message) => _fault = new BodyFaultException(kind, message);
}
