using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Checksums;

/// <summary>Computes one of S3's checksums over bytes that come one after the other. Not for use by several threads at once.</summary>
internal abstract class ChecksumHasher : IDisposable
{
    /// <summary>The algorithm.</summary>
    public abstract ChecksumAlgorithm Algorithm { get; }

    /// <summary>Starts a computation.</summary>
    /// <returns>The hasher; dispose it.</returns>
    public static ChecksumHasher Create(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => new Crc32Hasher(),
        ChecksumAlgorithm.Crc32C => new Crc32CHasher(),
        ChecksumAlgorithm.Crc64Nvme => new Crc64NvmeHasher(),
        ChecksumAlgorithm.Sha1 or ChecksumAlgorithm.Sha256 => new ShaHasher(algorithm),
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "not a checksum algorithm"),
    };

    /// <summary>Computes a checksum of bytes at hand.</summary>
    /// <returns>The checksum, most significant byte first.</returns>
    public static byte[] Hash(ChecksumAlgorithm algorithm, ReadOnlySpan<byte> bytes)
    {
        using var hasher = Create(algorithm);
        hasher.Append(bytes);
        return hasher.Finish();
    }

    /// <summary>Takes the next bytes.</summary>
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Ends the computation; the hasher is of no use afterwards.</summary>
    /// <returns>The checksum, most significant byte first: what S3 shows in Base64.</returns>
    public abstract byte[] Finish();

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }
}
