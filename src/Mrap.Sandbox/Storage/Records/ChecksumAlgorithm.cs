namespace Mrap.Sandbox.Storage.Records;

/// <summary>The checksum algorithms of S3 (AWS page "Checking object integrity").</summary>
internal enum ChecksumAlgorithm
{
    /// <summary>CRC-32 (ISO-HDLC).</summary>
    Crc32,

    /// <summary>CRC-32C (Castagnoli).</summary>
    Crc32C,

    /// <summary>CRC-64/NVME.</summary>
    Crc64Nvme,

    /// <summary>SHA-1.</summary>
    Sha1,

    /// <summary>SHA-256.</summary>
    Sha256,
}
