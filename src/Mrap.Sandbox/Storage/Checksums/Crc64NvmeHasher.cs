using System.Buffers.Binary;
using System.IO.Hashing;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Checksums;

/// <summary>CRC-64/NVME.</summary>
internal sealed class Crc64NvmeHasher : ChecksumHasher
{
    private readonly Crc64 _crc = new(Crc64ParameterSet.Nvme);

    /// <inheritdoc/>
    public override ChecksumAlgorithm Algorithm => ChecksumAlgorithm.Crc64Nvme;

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<byte> bytes) => _crc.Append(bytes);

    /// <inheritdoc/>
    public override byte[] Finish()
    {
        var value = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(value, _crc.GetCurrentHashAsUInt64());
        return value;
    }
}
