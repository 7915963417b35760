using System.Collections.Immutable;
using System.Security.Cryptography;
using Mrap.Signing.Bodies;

namespace Mrap.Signing.Verification;

/// <summary>
/// Takes aws-chunked framing apart, without reading anything itself: what is expected next, and whether what comes is that.
/// </summary>
internal sealed partial class ChunkDecoder : IDisposable
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
}
