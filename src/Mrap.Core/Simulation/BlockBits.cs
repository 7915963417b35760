using Mrap.Core.AccessPoints;

namespace Mrap.Core.Simulation;

/// <summary>The four switches as a number from 0 to 15, for addresses.</summary>
public static class BlockBits
{
    /// <summary>The four settings as four bits.</summary>
    public static int Of(BlockPublicAccess block) =>
        (block.BlockPublicAcls
            ? 1
            : 0) | (block.IgnorePublicAcls
            ? 2
            : 0) | (block.BlockPublicPolicy
            ? 4
            : 0) | (block.RestrictPublicBuckets
            ? 8
            : 0);

    /// <summary>Reads what <see cref="Of"/> wrote; bits that mean nothing are ignored.</summary>
    public static BlockPublicAccess Read(int bits) => new((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
}
