using System.Buffers.Binary;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Checksums;

/// <summary>
/// Computes the CRC of bytes from the CRCs of their parts without reading them again: taking a part of n bytes behind others multiplies
/// their remainder by x to the power of 8n modulo the polynomial, and adds the part's own.
/// </summary>
internal static class CrcCombination
{
    private const ulong Crc32Polynomial = 0xEDB88320;
    private const ulong Crc32CPolynomial = 0x82F63B78;

    // NVM Express specification, 64b CRC
    private const ulong Crc64NvmePolynomial = 0x9A6C9329AC4BC9B5;

    /// <summary>Whether an algorithm is a CRC; the others only have composite checksums for multipart objects.</summary>
    /// <returns>True for the three CRCs.</returns>
    public static bool IsCombinable(ChecksumAlgorithm algorithm) =>
        algorithm is ChecksumAlgorithm.Crc32 or ChecksumAlgorithm.Crc32C or ChecksumAlgorithm.Crc64Nvme;

    /// <summary>Combines two CRCs.</summary>
    /// <param name="algorithm">The algorithm of both, a CRC.</param>
    /// <param name="first">The CRC of the first bytes, most significant byte first.</param>
    /// <param name="second">The CRC of the bytes behind them.</param>
    /// <param name="secondLength">How many bytes the second is over; 0 or more.</param>
    /// <returns>The CRC of both, most significant byte first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The algorithm is no CRC.</exception>
    public static byte[] Combine(ChecksumAlgorithm algorithm, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, long secondLength)
    {
        var (polynomial, width) = algorithm switch
        {
            ChecksumAlgorithm.Crc32 => (Crc32Polynomial, 32),
            ChecksumAlgorithm.Crc32C => (Crc32CPolynomial, 32),
            ChecksumAlgorithm.Crc64Nvme => (Crc64NvmePolynomial, 64),
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "not a CRC"),
        };
        var combined = Multiply(Shift(secondLength, polynomial, width), Read(first), polynomial, width) ^ Read(second);
        var result = new byte[width / 8];
        if (width == 32)
        {
            BinaryPrimitives.WriteUInt32BigEndian(result, (uint)combined);
        }
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(result, combined);
        }

        return result;
    }

    private static ulong Read(ReadOnlySpan<byte> crc) =>
        crc.Length == sizeof(uint) ? BinaryPrimitives.ReadUInt32BigEndian(crc) : BinaryPrimitives.ReadUInt64BigEndian(crc);

    // x to the power of 8 * length modulo the polynomial, by squaring; the coefficient of x to the power of 0 is the highest bit
    private static ulong Shift(long length, ulong polynomial, int width)
    {
        var result = 1UL << (width - 1);
        var power = 1UL << (width - 1 - 8);
        for (; length > 0; length >>= 1)
        {
            if ((length & 1) == 1)
            {
                result = Multiply(power, result, polynomial, width);
            }

            power = Multiply(power, power, polynomial, width);
        }

        return result;
    }

    private static ulong Multiply(ulong a, ulong b, ulong polynomial, int width)
    {
        var product = 0UL;
        for (var bit = 1UL << (width - 1); bit != 0; bit >>= 1)
        {
            if ((a & bit) != 0)
            {
                product ^= b;
            }

            b = (b & 1) == 0 ? b >> 1 : (b >> 1) ^ polynomial;
        }

        return product;
    }
}
