using System.Collections.Immutable;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Integrity;

/// <summary>How the checksum algorithms are spelled in headers and documents.</summary>
internal static class ChecksumNames
{
    /// <summary>What the names of checksum headers start with.</summary>
    public const string HeaderPrefix = "x-amz-checksum-";

    /// <summary>The message about an algorithm that is none.</summary>
    public const string Unsupported =
        "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, "
            + "SHA256]";

    /// <summary>All algorithms.</summary>
    public static readonly ImmutableArray<ChecksumAlgorithm> All =
        [ChecksumAlgorithm.Crc32, ChecksumAlgorithm.Crc32C, ChecksumAlgorithm.Crc64Nvme, ChecksumAlgorithm.Sha1, ChecksumAlgorithm.Sha256];

    /// <summary>The header that carries the value.</summary>
    public static string Header(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => "x-amz-checksum-crc32",
        ChecksumAlgorithm.Crc32C => "x-amz-checksum-crc32c",
        ChecksumAlgorithm.Crc64Nvme => "x-amz-checksum-crc64nvme",
        ChecksumAlgorithm.Sha1 => "x-amz-checksum-sha1",
        ChecksumAlgorithm.Sha256 => "x-amz-checksum-sha256",
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>The name of the algorithm, such as <c>CRC32</c>.</summary>
    public static string Name(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 => "CRC32",
        ChecksumAlgorithm.Crc32C => "CRC32C",
        ChecksumAlgorithm.Crc64Nvme => "CRC64NVME",
        ChecksumAlgorithm.Sha1 => "SHA1",
        ChecksumAlgorithm.Sha256 => "SHA256",
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>The element that carries the value, such as <c>ChecksumCRC32</c>.</summary>
    public static string Element(ChecksumAlgorithm algorithm) => "Checksum" + Name(algorithm);

    /// <summary>The name of a checksum type.</summary>
    public static string Name(ChecksumType type) => type == ChecksumType.Composite ? "COMPOSITE" : "FULL_OBJECT";

    /// <summary>Reads the name of an algorithm, in any case.</summary>
    public static ChecksumAlgorithm? Parse(string name)
    {
        foreach (var algorithm in All)
        {
            if (string.Equals(name, Name(algorithm), StringComparison.OrdinalIgnoreCase))
            {
                return algorithm;
            }
        }

        return null;
    }

    /// <summary>How many bytes a value has.</summary>
    public static int Size(ChecksumAlgorithm algorithm) => algorithm switch
    {
        ChecksumAlgorithm.Crc32 or ChecksumAlgorithm.Crc32C => 4,
        ChecksumAlgorithm.Crc64Nvme => 8,
        ChecksumAlgorithm.Sha1 => 20,
        ChecksumAlgorithm.Sha256 => 32,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>Whether a text is the Base64 of a value of this algorithm.</summary>
    public static bool IsValue(ChecksumAlgorithm algorithm, string text)
    {
        Span<byte> bytes = stackalloc byte[64];
        return text.Length <= 64 && Convert.TryFromBase64String(text, bytes, out var written) && written == Size(algorithm);
    }
}
