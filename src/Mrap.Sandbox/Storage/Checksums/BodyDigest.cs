using System.Collections.Immutable;
using System.Security.Cryptography;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Checksums;

/// <summary>MD5 and the checksums asked for, over the same bytes in one go.</summary>
internal sealed class BodyDigest : IDisposable
{
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly ChecksumHasher[] _hashers;

    /// <summary>Starts the computations.</summary>
    /// <param name="algorithms">The checksums besides MD5.</param>
    public BodyDigest(IReadOnlyCollection<ChecksumAlgorithm> algorithms) => _hashers = [.. algorithms.Select(ChecksumHasher.Create)];

    /// <summary>Takes the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _md5.AppendData(bytes);
        foreach (var hasher in _hashers)
        {
            hasher.Append(bytes);
        }
    }

    /// <summary>Ends the computations.</summary>
    /// <returns>The MD5 and the checksums in the order asked.</returns>
    public (byte[] Md5, ImmutableArray<ObjectChecksum> Checksums) Finish() =>
        (
            _md5.GetHashAndReset(),
            [
                .. _hashers.Select(
                    hasher => new ObjectChecksum(hasher.Algorithm, ChecksumType.FullObject, Convert.ToBase64String(hasher.Finish())))]);

    /// <inheritdoc/>
    public void Dispose()
    {
        _md5.Dispose();
        foreach (var hasher in _hashers)
        {
            hasher.Dispose();
        }
    }
}
