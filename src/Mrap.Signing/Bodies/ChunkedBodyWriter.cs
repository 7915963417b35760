using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mrap.Signing.Keys;

namespace Mrap.Signing.Bodies;

/// <summary>Encodes a body as aws-chunked, signing its chunks when the payload says so.</summary>
public sealed class ChunkedBodyWriter
{
    private readonly PayloadDeclaration _payload;
    private readonly ChunkSignatureChain? _chain;
    private readonly int _chunkLength;

    /// <summary>Prepares to encode one body.</summary>
    /// <param name="payload">The declaration of x-amz-content-sha256, one of the chunked kinds.</param>
    /// <param name="chain">The chain begun by the request's signature; needed exactly when the chunks are signed.</param>
    /// <param name="chunkLength">The bytes of each chunk but the last, 1 or more; AWS refuses signed chunks below 8192.</param>
    /// <exception cref="ArgumentException">The payload is not chunked, or the chain is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The chunk length is below 1.</exception>
    public ChunkedBodyWriter(PayloadDeclaration payload, ChunkSignatureChain? chain, int chunkLength = 64 * 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkLength, 1);
        if (!payload.IsChunked || (payload.HasSignedChunks && chain is null))
        {
            throw new ArgumentException("the payload is not in chunks, or its chunks cannot be signed", nameof(payload));
        }

        _payload = payload;
        _chain = payload.HasSignedChunks ? chain : null;
        _chunkLength = chunkLength;
    }

    /// <summary>Writes the whole body in its framing.</summary>
    /// <param name="body">The decoded body, read to its end.</param>
    /// <param name="destination">Where the encoded body goes.</param>
    /// <param name="trailers">Gives the trailing headers, names in lower case, when the body has been read; null for none.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The number of decoded bytes.</returns>
    public async Task<long> WriteAsync(
        Stream body, Stream destination, Func<IReadOnlyList<KeyValuePair<string, string>>>? trailers, CancellationToken cancellationToken)
    {
        var chunk = new byte[_chunkLength];
        long total = 0;
        while (true)
        {
            var read = await body.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, cancellationToken);
            await destination.WriteAsync(Encoding.ASCII.GetBytes(Header(chunk.AsSpan(0, read))), cancellationToken);
            if (read == 0)
            {
                break;
            }

            await destination.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            await destination.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
            total += read;
        }

        var end = _payload.HasTrailer ? Trailer(trailers?.Invoke() ?? []) : "\r\n";
        await destination.WriteAsync(Encoding.UTF8.GetBytes(end), cancellationToken);
        return total;
    }

    /// <summary>The length of the encoded body, for Content-Length.</summary>
    /// <param name="decodedLength">The bytes of the body, 0 or more.</param>
    /// <param name="trailers">The trailing headers, of which only the lengths matter; their values may still be unknown.</param>
    /// <returns>The bytes <see cref="WriteAsync"/> will write.</returns>
    public long EncodedLength(long decodedLength, IReadOnlyList<KeyValuePair<string, string>> trailers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decodedLength);
        var (whole, rest) = Math.DivRem(decodedLength, _chunkLength);
        var length = whole * (HeaderLength(_chunkLength) + _chunkLength + 2);
        length += rest > 0 ? HeaderLength(rest) + rest + 2 : 0;
        length += HeaderLength(0) + 2;
        if (_payload.HasTrailer)
        {
            length += trailers.Sum(t => (long)Encoding.UTF8.GetByteCount(t.Key) + Encoding.UTF8.GetByteCount(t.Value) + 3);
            length += _chain is null ? 0 : TrailerLines.SignatureName.Length + 1 + SignatureLength + 2;
        }

        return length;
    }

    private int SignatureLength => _chain is { Algorithm: SigningAlgorithm.V4A } ? ChunkSignatureChain.PaddedLength : 64;

    private long HeaderLength(long chunk) =>
        chunk.ToString("x", CultureInfo.InvariantCulture).Length
            + (_chain is null ? 0 : ChunkHeader.SignatureMark.Length + SignatureLength)
            + 2;

    private string Header(ReadOnlySpan<byte> chunk)
    {
        var length = chunk.Length.ToString("x", CultureInfo.InvariantCulture);
        return _chain is null
            ? $"{length}\r\n"
            : $"{length}{ChunkHeader.SignatureMark}{Padded(_chain.SignChunk(SHA256.HashData(chunk)))}\r\n";
    }

    private string Trailer(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(':').Append(value).Append("\r\n");
        }

        if (_chain is not null)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(TrailerLines.CanonicalText(headers)));
            text.Append(TrailerLines.SignatureName).Append(':').Append(Padded(_chain.SignTrailer(hash))).Append("\r\n");
        }

        return text.Append("\r\n").ToString();
    }

    private string Padded(string signature) => signature.PadRight(SignatureLength, '*');
}
