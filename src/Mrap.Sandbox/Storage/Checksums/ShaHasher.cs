using System.Security.Cryptography;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Checksums;

/// <summary>SHA-1 or SHA-256.</summary>
/// <param name="algorithm">Which of them.</param>
internal sealed class ShaHasher(ChecksumAlgorithm algorithm) : ChecksumHasher
{
    private readonly IncrementalHash _hash =
        IncrementalHash.CreateHash(algorithm == ChecksumAlgorithm.Sha1 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);

    /// <inheritdoc/>
    public override ChecksumAlgorithm Algorithm { get; } = algorithm;

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    /// <inheritdoc/>
    public override byte[] Finish() => _hash.GetHashAndReset();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _hash.Dispose();
        base.Dispose();
    }
}
