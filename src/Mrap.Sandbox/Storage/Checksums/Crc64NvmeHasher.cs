using System.Buffers.Binary;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Checksums;

/// <summary>CRC-64/NVME.</summary>
internal sealed class Crc64NvmeHasher : ChecksumHasher
{
    /// <summary>The polynomial, bit-reversed (NVM Express specification, 64b CRC).</summary>
    public const ulong Polynomial = 0x9A6C9329AC4BC9B5;

    private static readonly ReflectedCrcTable s_table = new(Polynomial);

    private ulong _remainder = ulong.MaxValue;

    /// <inheritdoc/>
    public override ChecksumAlgorithm Algorithm => ChecksumAlgorithm.Crc64Nvme;

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<byte> bytes) => _remainder = s_table.Append(_remainder, bytes);

    /// <inheritdoc/>
    public override byte[] Finish()
    {
        var value = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(value, ~_remainder);
        return value;
    }
}
