using System.Buffers.Binary;
using Mrap.Sandbox.Storage;

namespace Mrap.Sandbox.S3.Integrity;

/// <summary>Makes the CRC of two bodies in a row from the CRCs of both, without their bytes.</summary>
/// <remarks>
/// A CRC is a remainder of polynomials over GF(2): appending n bytes multiplies by x to the power of 8n, and the start and end values, all ones, cancel out.
/// Polynomials are bit-reversed: the highest bit stands for 1.
/// </remarks>
internal static class CrcCombination
{
    private const ulong Crc32Polynomial = 0xEDB88320;
    private const ulong Crc32CPolynomial = 0x82F63B78;
    private const ulong Crc64NvmePolynomial = 0x9A6C9329AC4BC9B5;

    /// <summary>Combines two CRCs.</summary>
    /// <param name="algorithm">A CRC.</param>
    /// <param name="first">The CRC of what comes first, most significant byte first.</param>
    /// <param name="second">The CRC of what follows.</param>
    /// <param name="secondLength">How many bytes follow.</param>
    /// <returns>The CRC of both.</returns>
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
        var value = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(value, combined);
        return value[(sizeof(ulong) - (width / 8))..];
    }

    private static ulong Read(ReadOnlySpan<byte> value)
    {
        ulong number = 0;
        foreach (var b in value)
        {
            number = (number << 8) | b;
        }

        return number;
    }

    /// <summary>x to the power of 8 times the length, by repeated squaring.</summary>
    private static ulong Shift(long length, ulong polynomial, int width)
    {
        var power = 1UL << (width - 1);
        var square = 1UL << (width - 1 - 8);
        for (var rest = length; rest > 0; rest >>= 1)
        {
            if ((rest & 1) == 1)
            {
                power = Multiply(square, power, polynomial, width);
            }

            square = Multiply(square, square, polynomial, width);
        }

        return power;
    }

    private static ulong Multiply(ulong left, ulong right, ulong polynomial, int width)
    {
        ulong product = 0;
        for (var bit = 1UL << (width - 1); bit != 0; bit >>= 1)
        {
            if ((left & bit) != 0)
            {
                product ^= right;
            }

            right = (right & 1) == 0 ? right >> 1 : (right >> 1) ^ polynomial;
        }

        return product;
    }
}
