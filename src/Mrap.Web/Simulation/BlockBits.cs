using Mrap.Core.AccessPoints;

namespace Mrap.Web.Simulation;

/// <summary>The four switches as a number from 0 to 15, for addresses.</summary>
public static class BlockBits
{
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

    public static BlockPublicAccess Read(int bits) => new((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
}
