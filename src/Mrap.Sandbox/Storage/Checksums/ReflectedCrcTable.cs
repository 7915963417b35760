namespace Mrap.Sandbox.Storage.Checksums;

/// <summary>Tables to compute a reflected CRC of 64 bits or fewer eight bytes at a time.</summary>
internal sealed class ReflectedCrcTable
{
    private const int Slices = 8;
    private const int Entries = 256;

    private readonly ulong[] _table = new ulong[Slices * Entries];

    /// <summary>Fills the tables.</summary>
    /// <param name="polynomial">The polynomial, bit-reversed.</param>
    public ReflectedCrcTable(ulong polynomial)
    {
        for (var i = 0; i < Entries; i++)
        {
            var crc = (ulong)i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ polynomial;
            }

            _table[i] = crc;
        }

        for (var i = Entries; i < _table.Length; i++)
        {
            var before = _table[i - Entries];
            _table[i] = (before >> 8) ^ _table[(int)(before & 0xFF)];
        }
    }

    /// <summary>Takes bytes into a running remainder, which is neither inverted before nor after.</summary>
    /// <param name="remainder">The remainder so far.</param>
    /// <returns>The remainder with the bytes.</returns>
    public ulong Append(ulong remainder, ReadOnlySpan<byte> bytes)
    {
        var table = _table;
        while (bytes.Length >= sizeof(ulong))
        {
            remainder ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            remainder = table[(7 * Entries) + (int)(remainder & 0xFF)]
                ^ table[(6 * Entries) + (int)((remainder >> 8) & 0xFF)]
                ^ table[(5 * Entries) + (int)((remainder >> 16) & 0xFF)]
                ^ table[(4 * Entries) + (int)((remainder >> 24) & 0xFF)]
                ^ table[(3 * Entries) + (int)((remainder >> 32) & 0xFF)]
                ^ table[(2 * Entries) + (int)((remainder >> 40) & 0xFF)]
                ^ table[Entries + (int)((remainder >> 48) & 0xFF)]
                ^ table[(int)(remainder >> 56)];
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var b in bytes)
        {
            remainder = table[(int)((remainder ^ b) & 0xFF)] ^ (remainder >> 8);
        }

        return remainder;
    }
}
