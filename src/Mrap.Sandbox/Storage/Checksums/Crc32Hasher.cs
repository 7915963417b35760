using System.Buffers.Binary;
using System.IO.Hashing;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Checksums;

/// <summary>CRC-32 (ISO-HDLC).</summary>
internal sealed class Crc32Hasher : ChecksumHasher
{
    private readonly Crc32 _crc = new();

    /// <inheritdoc/>
    public override ChecksumAlgorithm Algorithm => ChecksumAlgorithm.Crc32;

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<byte> bytes) => _crc.Append(bytes);

    /// <inheritdoc/>
    public override byte[] Finish()
    {
        var value = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(value, _crc.GetCurrentHashAsUInt32());
        return value;
    }
}
