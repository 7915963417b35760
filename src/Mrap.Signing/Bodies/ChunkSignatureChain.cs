using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Text;

namespace Mrap.Signing.Bodies;

/// <summary>The chain of signatures over the chunks of one body: each signs its chunk and the signature before it.</summary>
/// <remarks>
/// Source: AWS page "Signature calculations for the authorization header: transferring payload in multiple chunks". V4A signatures are
/// chained without the
/// asterisks that pad them to 144 characters on the wire. One chain serves one body; it is not safe for use by several threads.
/// </remarks>
public sealed class ChunkSignatureChain
{
    /// <summary>The length to which V4A chunk and trailer signatures are padded with <c>*</c> on the wire.</summary>
    public const int PaddedLength = 144;

    private readonly SigningKey _key;
    private readonly CredentialScope _scope;
    private readonly string _timestamp;

    /// <summary>Starts a chain.</summary>
    /// <param name="key">The key that signed the request.</param>
    /// <param name="timestamp">The time of signing, as in the request.</param>
    /// <param name="scope">The scope, as in the request.</param>
    /// <param name="seed">The signature of the request, or of the chunk before; padding is ignored.</param>
    public ChunkSignatureChain(SigningKey key, DateTimeOffset timestamp, CredentialScope scope, string seed)
    {
        _key = key;
        _scope = scope;
        _timestamp = AwsTime.Basic(timestamp);
        Previous = seed.TrimEnd('*');
    }

    /// <summary>The signature the next one is chained to, without padding.</summary>
    public string Previous { get; private set; }

    /// <summary>The algorithm of the chain.</summary>
    public SigningAlgorithm Algorithm => _key.Algorithm;

    /// <summary>Signs the next chunk.</summary>
    /// <param name="sha256">The SHA-256 of the chunk's bytes; of no bytes for the last chunk.</param>
    /// <returns>The signature without padding.</returns>
    public string SignChunk(ReadOnlySpan<byte> sha256) => Sign(_key.Algorithm.ChunkLabel(), hasEmptyHash: true, sha256);

    /// <summary>Signs the trailing headers.</summary>
    /// <param name="sha256">The SHA-256 of the lines <c>name:value</c>, each ended by a line feed.</param>
    /// <returns>The signature without padding.</returns>
    public string SignTrailer(ReadOnlySpan<byte> sha256) => Sign(_key.Algorithm.TrailerLabel(), hasEmptyHash: false, sha256);

    /// <summary>Checks the signature of the next chunk and, when right, moves the chain on.</summary>
    /// <param name="sha256">The SHA-256 of the chunk's bytes.</param>
    /// <param name="signature">The signature sent; padding is ignored.</param>
    /// <returns>Whether it is right.</returns>
    public bool VerifyChunk(ReadOnlySpan<byte> sha256, string signature) =>
        Verify(_key.Algorithm.ChunkLabel(), hasEmptyHash: true, sha256, signature);

    /// <summary>Checks the signature of the trailing headers.</summary>
    /// <param name="sha256">The SHA-256 of the lines <c>name:value</c>, each ended by a line feed.</param>
    /// <param name="signature">The signature sent; padding is ignored.</param>
    /// <returns>Whether it is right.</returns>
    public bool VerifyTrailer(ReadOnlySpan<byte> sha256, string signature) =>
        Verify(_key.Algorithm.TrailerLabel(), hasEmptyHash: false, sha256, signature);

    private string Sign(string label, bool hasEmptyHash, ReadOnlySpan<byte> sha256)
    {
        var text = new PooledBytes(StringToSign.UsualLength);
        try
        {
            Write(ref text, label, hasEmptyHash, sha256);
            Previous = _key.Sign(text.Span);
            return Previous;
        }
        finally
        {
            text.Dispose();
        }
    }

    private bool Verify(string label, bool hasEmptyHash, ReadOnlySpan<byte> sha256, string signature)
    {
        var bare = _key.Algorithm == SigningAlgorithm.V4A ? signature.TrimEnd('*') : signature;
        var text = new PooledBytes(StringToSign.UsualLength);
        try
        {
            Write(ref text, label, hasEmptyHash, sha256);
            if (!_key.Verify(text.Span, bare))
            {
                return false;
            }

            Previous = bare;
            return true;
        }
        finally
        {
            text.Dispose();
        }
    }

    private void Write(ref PooledBytes text, string label, bool hasEmptyHash, ReadOnlySpan<byte> sha256)
    {
        StringToSign.WriteHead(ref text, label, _timestamp, _scope);
        text.Append(Previous);
        text.Append((byte)'\n');
        if (hasEmptyHash)
        {
            text.Append(PayloadDeclaration.EmptyHash);
            text.Append((byte)'\n');
        }

        text.AppendHex(sha256);
    }
}
