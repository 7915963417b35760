using System.Globalization;

namespace Mrap.Sandbox.Storage.Checksums;

/// <summary>The checksum of a multipart object from the checksums of its parts (AWS page "Checking object integrity", multipart uploads).</summary>
internal static class MultipartChecksum
{
    /// <summary>The checksum over the checksums of the parts, with the number of parts behind a hyphen.</summary>
    /// <param name="algorithm">The algorithm of all of them.</param>
    /// <param name="parts">The checksums of the parts in Base64, in their order.</param>
    /// <returns>The composite checksum.</returns>
    public static ObjectChecksum Composite(ChecksumAlgorithm algorithm, IReadOnlyCollection<string> parts)
    {
        using var hasher = ChecksumHasher.Create(algorithm);
        foreach (var part in parts)
        {
            hasher.Append(Convert.FromBase64String(part));
        }

        return new ObjectChecksum(algorithm, ChecksumType.Composite, string.Create(CultureInfo.InvariantCulture, $"{Convert.ToBase64String(hasher.Finish())}-{parts.Count}"));
    }

    /// <summary>The checksum over all bytes of the object.</summary>
    /// <param name="algorithm">A CRC.</param>
    /// <param name="parts">The full-object checksums of the parts in Base64 and their sizes in bytes, in their order; at least one.</param>
    /// <returns>The full-object checksum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The algorithm is no CRC.</exception>
    public static ObjectChecksum FullObject(ChecksumAlgorithm algorithm, IReadOnlyCollection<(string Checksum, long Size)> parts)
    {
        byte[]? whole = null;
        foreach (var (checksum, size) in parts)
        {
            var part = Convert.FromBase64String(checksum);
            whole = whole is null ? part : CrcCombination.Combine(algorithm, whole, part, size);
        }

        return new ObjectChecksum(algorithm, ChecksumType.FullObject, Convert.ToBase64String(whole ?? ChecksumHasher.Hash(algorithm, [])));
    }
}
